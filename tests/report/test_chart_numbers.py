"""Averages stand in figures at the lines, and published changes as thin lines where a person wants to see them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adtracker.queries.report import Parts, Request
from adtracker.report.pictures.chart_numbers import Number
from adtracker.report.pictures.charts import Chart, charts
from tests.report.samples import COURSE, START, demo_request, itches, material_of, printed, report_of, request, text_of

WEEK = timedelta(days=7)


def _itch(asked: Request) -> Chart:
    found = charts(material_of(asked))
    assert found is not None
    return found.panels[0]


def _weekly(*means: float | None) -> Request:
    return request(itches(START, [score for mean in means for score in [mean] * 7]), COURSE)


def _texts(asked: Request) -> list[str]:
    return [number.text for number in _itch(asked).numbers]


def test_in_a_course_the_first_every_fourth_and_the_last_week_have_figures() -> None:
    asked = _weekly(*[9.0, 8.9, 8.8, 8.0, 7.9, 7.8, 7.7, 7.0, 6.9, 6.8, 6.7])
    assert _texts(asked) == ["9.0", "8.0", "7.0", "6.7"]
    *others, last = _itch(asked).numbers
    assert last == Number(at=73.5, value=6.7, text="6.7", above=False, strong=True)
    assert not any(one.strong for one in others)


def test_without_a_course_the_ends_alone_have_figures() -> None:
    weeks = [7.0, 6.0, 5.0, 4.0, 3.0]
    asked = request(itches(START, [score for score in weeks for _ in range(7)]))
    assert _texts(asked) == ["7.0", "3.0"]


def test_figures_keep_their_distance_and_rather_the_last_one_is_there() -> None:
    assert _texts(_weekly(9, 8, 7, 6, 5)) == ["9.0", "5.0"]  # week 4 would touch week 5
    assert _texts(_weekly(9)) == ["9.0"]
    assert _texts(_weekly(None, None, 3)) == ["3.0"]


@pytest.mark.parametrize(
    ("means", "above"),
    [
        ((5, 4, 4, 4, 4, 4), True),
        ((4, 5, 5, 5, 5, 5), False),
        ((9.5, 5, 5, 5, 5, 5), False),
        ((0.5, 5, 5, 5, 5, 5), True),
    ],
    ids=["falls from it", "rises from it", "at the top", "at the bottom"],
)
def test_a_figure_stands_where_the_line_is_not(means: tuple[float, ...], above: bool) -> None:
    assert _itch(_weekly(*means)).numbers[0].above == above


def test_published_changes_are_thin_lines_below_baseline_if_they_are_ticked() -> None:
    entries = itches(START - WEEK, [7] * 7 + [5] * 14)
    asked = request(entries, COURSE)
    assert _itch(asked).ranges == ()
    ticked = replace(asked, parts=Parts(ranges=True))
    assert _itch(ticked).ranges == (5.0, 3.0)  # 2 and 4 points
    found = charts(material_of(ticked))
    assert found is not None
    assert "Thin lines: 2 and 4 points below baseline" in found.legend
    low = replace(request(itches(START - WEEK, [3] * 21), COURSE), parts=Parts(ranges=True))
    assert _itch(low).ranges == (1.0,)  # none below the scale


def test_without_a_baseline_there_is_nothing_to_draw_them_from() -> None:
    asked = replace(request(itches(START, [5] * 21)), parts=Parts(ranges=True))
    assert _itch(asked).ranges == ()
    found = charts(material_of(asked))
    assert found is not None
    assert "Thin lines" not in found.legend


def test_the_figures_are_printed() -> None:
    asked = demo_request(Parts(weekly_table=False, details=False))
    text = text_of(printed(report_of(asked)))
    for number in _itch(asked).numbers:
        assert number.text in text
