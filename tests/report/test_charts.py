"""The printed charts show what the plot holds, on the axis that suits the period, and in words as well."""

from datetime import date, timedelta

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.views.plot import trend_plot
from adtracker.queries.report import Request
from adtracker.report.pictures.charts import Axis, Charts, Level, axis_of, charts
from tests.report.samples import COURSE, DEMO, START, demo_request, itches, material_of, request


def _charts(asked: Request) -> Charts:
    found = charts(material_of(asked))
    assert found is not None
    return found


def _period(first: int, last: int) -> Period:
    """Days of the course by number, day 1 being the first dose."""
    return Period(START + timedelta(days=first - 1), START + timedelta(days=last - 1))


def test_dots_weeks_and_baseline_are_those_of_the_plot() -> None:
    material = material_of(demo_request())
    weeks = [week.means for week in material.stretches]
    plot = trend_plot(material.days, DEMO.course.period, DEMO.course, material.baseline_means, weeks)
    for drawn, panel in zip(_charts(demo_request()).panels, plot.panels, strict=True):
        assert drawn.dots == tuple((day + 0.5, value) for day, value in enumerate(panel.values) if value is not None)
        assert [point for run in drawn.lines for point in run] == [
            (day + 0.5, mean.mean) for day, mean in panel.weekly if mean.mean is not None
        ]
        assert drawn.baseline is not None
        assert drawn.baseline.value == panel.baseline


def test_a_week_without_an_average_leaves_the_line_open() -> None:
    scores = [5] * 7 + [None] * 7 + [3] * 14
    (itch,) = _charts(request(itches(START, scores), COURSE)).panels
    assert itch.lines == (((3.5, 5.0),), ((17.5, 3.0), (24.5, 3.0)))


def test_measures_without_a_score_have_no_chart_and_no_scores_no_charts() -> None:
    assert [panel.title for panel in _charts(request(itches(START, [5]))).panels] == ["Worst itch"]
    assert charts(material_of(request([]))) is None


def test_the_course_is_marked_by_its_weeks_12_and_24_stronger() -> None:
    found = _charts(demo_request())
    assert (found.heading, found.length) == ("Course over 24 weeks", 168)
    assert [(mark.at, mark.label) for mark in found.marks] == [(7 * week, f"week {week}") for week in range(0, 25, 4)]
    assert [mark.label for mark in found.marks if mark.strong] == ["week 12", "week 24"]


@pytest.mark.parametrize(
    ("weeks", "sentence"),
    [(24, "Full upright lines: weeks 12 and 24."), (16, "Full upright line: week 12."), (8, "days without an entry.")],
)
def test_the_legend_names_the_stronger_weeks_that_are_there(weeks: int, sentence: str) -> None:
    assert _charts(request(itches(START, [5]), Course(START, weeks=weeks))).legend.endswith(sentence)


@pytest.mark.parametrize(
    ("period", "axis"),
    [
        (_period(1, 50), Axis(COURSE.period, COURSE, is_whole_course=True)),
        (_period(5, 50), Axis(COURSE.period, COURSE, is_whole_course=True)),
        (_period(-6, 50), Axis(_period(-6, 168), COURSE, is_whole_course=True)),
        (_period(1, 180), Axis(_period(1, 180), COURSE, is_whole_course=True)),
        (_period(20, 90), Axis(_period(20, 90), COURSE)),
        (_period(20, 47), Axis(_period(20, 47), None)),
        (_period(-200, 50), Axis(_period(-200, 50), None)),
        (_period(100, 190), Axis(_period(100, 190), None)),
        (_period(200, 300), Axis(_period(200, 300), None)),
        (_period(-300, -200), Axis(_period(-300, -200), None)),
    ],
    ids=["start", "week 1", "baseline", "end", "within", "too short", "long before", "over the end", "after", "before"],
)
def test_the_axis_suits_the_period(period: Period, axis: Axis) -> None:
    assert axis_of(material_of(request(itches(period.first, [5]), COURSE, period, period.last))) == axis


def test_a_long_course_has_dates() -> None:
    course = Course(START, weeks=52)
    assert axis_of(material_of(request(itches(START, [5] * 364), course))) == Axis(course.period, None)


def test_without_a_course_the_axis_has_dates_and_no_baseline() -> None:
    found = _charts(request(itches(START, [5] * 20)))
    assert found.heading == "Over time, 2 to 21 August 2026"
    assert [mark.label for mark in found.marks] == ["2 Aug", "9 Aug", "16 Aug"]
    assert found.panels[0].baseline is None
    assert "baseline" not in found.legend


def test_on_an_axis_of_dates_the_first_dose_has_a_line_and_the_legend_says_so() -> None:
    first = START - timedelta(days=300)
    found = _charts(request(itches(first, [5] * 400), COURSE))
    assert [(mark.at, mark.label) for mark in found.marks if mark.strong] == [(300, "")]
    assert "the first dose, 2 August 2026" in found.legend
    assert found.marks[0].label == "Nov 2025"


def test_the_baseline_is_named_beside_its_line() -> None:
    (itch,) = _charts(request(itches(START - timedelta(days=7), [7] * 14), COURSE)).panels
    assert itch.baseline == Level(7.0, "baseline\n7.0")
    assert itch.steps == ("0", "5", "10")


def test_each_chart_has_a_sentence_in_its_place() -> None:
    (itch,) = _charts(request(itches(START - timedelta(days=7), [8] * 7 + [6] * 6 + [2]), COURSE)).panels
    assert itch.alt == (
        "Worst itch, 0 to 10, lower is better. 14 days recorded, from 2 to 8. "
        "Weekly averages go from 8.0 to 5.4. Baseline 8.0."
    )
    (short,) = _charts(request(itches(date(2026, 8, 2), [3]))).panels
    assert short.alt == (
        "Worst itch, 0 to 10, lower is better. 1 day recorded, from 3 to 3. No week has enough days for an average."
    )
