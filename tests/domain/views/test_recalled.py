"""Recalled weeks are shown beside the days, and no number that comes of days changes by them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import EXTENT, ITCH, MEASURES, SLEEP
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.lanes import lanes
from adtracker.domain.views.plot import Panel, RecalledMark, trend_plot
from adtracker.domain.views.recalled import recalled_in, with_recalled
from adtracker.domain.views.review import Reach, review
from adtracker.domain.views.rhythm import WeeksAnswered
from adtracker.domain.views.timeline import Timeline, timeline
from adtracker.domain.views.trend_view import TrendView, trend_view

START = date(2026, 7, 6)  # a Monday
TODAY = date(2026, 8, 2)
COURSE = Course(START, weeks=8)
# Of the days up to Sunday 12 July, and up to Tuesday 21 July: most of them are in week 2.
FEW = (
    Recall(date(2026, 7, 12), 8, 5, 4, 30, key=1),
    Recall(date(2026, 7, 21), worst_itch=6, key=2),
)


def _panels(recalls: Sequence[Recall]) -> dict[str, Panel]:
    plot = with_recalled(trend_plot({}, Period(START, TODAY), COURSE, None), recalls)
    return {panel.measure.key: panel for panel in plot.panels}


def _timeline(entries: Sequence[DayEntry], recalls: Sequence[Recall]) -> Timeline:
    span = Period(entries[0].day, entries[-1].day) if entries else None
    look = review(entries, TODAY, Reach.COURSE, COURSE, span)
    return timeline(look, Surroundings(recalls=recalls), (), 2, TODAY)


def _trends(entries: Sequence[DayEntry], recalls: Sequence[Recall], weekly_on: int | None = None) -> TrendView:
    span = Period(entries[0].day, entries[-1].day) if entries else None
    look = review(entries, TODAY, Reach.COURSE, COURSE, span)
    found = lanes(Surroundings(), look.period, TODAY)
    return trend_view(look, MEASURES, 2, found, (), (), recalls, weekly_on)


def test_a_mark_reaches_over_the_seven_days_beside_the_measure_it_belongs_to() -> None:
    panels = _panels(FEW)
    assert panels[ITCH.key].recalled == (
        RecalledMark("worst_itch", 0, 6, 8),
        RecalledMark("average_itch", 0, 6, 5),
        RecalledMark("worst_itch", 9, 15, 6),
    )
    assert panels[SLEEP.key].recalled == (RecalledMark("sleep_quality", 0, 6, 4),)
    assert panels[EXTENT.key].recalled == (RecalledMark("extent_percent", 0, 6, 30),)


def test_one_at_the_beginning_of_a_plot_reaches_out_of_it_and_one_before_it_is_not_there() -> None:
    panels = _panels([Recall(START, 3), Recall(START - ONE_DAY, 9)])
    assert panels[ITCH.key].recalled == (RecalledMark("worst_itch", -6, 0, 3),)


def test_the_scale_of_the_skin_holds_what_was_recalled() -> None:
    assert _panels([])[EXTENT.key].top == 20
    assert _panels(FEW)[EXTENT.key].top == 40


def test_the_weeks_of_a_course_have_rows_of_their_own_without_shade_or_change() -> None:
    grid = _timeline([DayEntry(START, itch=7)], FEW).grid
    rows = {row.measure.key: row for row in grid.rows}
    assert tuple(rows) == (
        *(one.key for one in MEASURES),
        "recalled_worst_itch",
        "recalled_average_itch",
        "recalled_sleep_quality",
        "recalled_extent_percent",
    )
    worst = rows["recalled_worst_itch"]
    assert worst.is_recalled
    # The baseline, weeks 1 to 4, and four that have not begun.
    assert [None if one is None else one.mean for one in worst.means] == [None, 8, 6, None, None, *[None] * 4]
    assert [one is None for one in worst.means] == [False] * 5 + [True] * 4
    assert set(worst.shades) == {None}
    assert grid.change(worst) is None


def test_questions_that_nobody_answered_have_no_row() -> None:
    grid = _timeline([], [Recall(START, sleep_quality=3)]).grid
    assert [row.measure.key for row in grid.rows if row.is_recalled] == ["recalled_sleep_quality"]
    assert not any(row.is_recalled for row in _timeline([], []).grid.rows)


def test_a_week_shows_the_last_answer_about_most_of_its_days_and_none_from_days_to_come() -> None:
    twice = [Recall(START, 3, key=1), Recall(START + 2 * ONE_DAY, 5, key=2), Recall(TODAY + ONE_DAY, 9, key=3)]
    (row,) = [row for row in _timeline([], twice).grid.rows if row.is_recalled]
    assert row.means[0] == Mean(5, 0)  # given in week 1, about days before it
    assert row.means[1] == Mean(None, 0)
    assert all(one is None or one.mean != 9 for one in row.means)
    assert recalled_in(twice, Period(START, TODAY + 9 * ONE_DAY), TODAY) == tuple(twice[:2])


def test_where_days_cannot_tell_it_is_said_how_many_weeks_stand_beside() -> None:
    assert ("recalled", {"count": 2}) in _timeline([], FEW).features.said.said
    assert ("recalled", {"count": 1}) in _trends([], FEW[:1]).said.said
    assert _timeline([], FEW).features.said.said[0][0].startswith("few.")
    assert _timeline([], FEW).features.said.word is None


def test_where_days_can_tell_nothing_is_said_of_recalled_weeks() -> None:
    days = [DayEntry(START + day * ONE_DAY, itch=8 if day < 0 else 3) for day in range(-14, 28)]
    with_them, without = _timeline(days, FEW).features.said, _timeline(days, ()).features.said
    assert without.word is not None
    assert with_them == without


def test_weeks_are_counted_for_those_who_write_once_a_week_alone() -> None:
    assert _trends([], FEW).answered is None
    # Weeks from Monday 6 July and 20 July have an answer, that of 13 July has none, that of 27 July goes on.
    assert _trends([], FEW, weekly_on=1).answered == WeeksAnswered(2, 3)


entries = st.dictionaries(
    st.integers(-20, 27), st.tuples(st.none() | st.integers(0, 10), st.none() | st.integers(0, 10))
)
recalled = st.lists(
    st.builds(
        lambda day, *values: Recall(START + timedelta(days=day), *values),
        st.integers(-20, 27),
        *[st.none() | st.floats(0, 10)] * 3,
        st.none() | st.floats(0, 100),
    ),
    max_size=5,
)


@settings(max_examples=30)
@given(entries, recalled)
def test_a_recalled_value_changes_no_number_that_comes_of_days(
    found: dict[int, tuple[int | None, int | None]], recalls: list[Recall]
) -> None:
    days = [DayEntry(START + day * ONE_DAY, *values) for day, values in sorted(found.items())]
    plain, other = _timeline(days, ()), _timeline(days, recalls)
    rows = tuple(row for row in other.grid.rows if not row.is_recalled)
    said = replace(other.features, said=plain.features.said)
    assert replace(other, grid=replace(other.grid, rows=rows), features=said) == plain
    assert other.features.said.word == plain.features.said.word
    charts, beside = _trends(days, ()), _trends(days, recalls)
    panels = tuple(
        replace(one, recalled=(), top=alone.top)
        for one, alone in zip(beside.plot.panels, charts.plot.panels, strict=True)
    )
    assert replace(beside.plot, panels=panels) == charts.plot
    assert beside.numbers == charts.numbers
    assert beside.look == charts.look
