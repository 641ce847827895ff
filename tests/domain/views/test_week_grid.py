"""The weeks of a course side by side, worked out by hand: stages, means, shades and milestones."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.statistics.summary import Mean, Summary, summarise
from adtracker.domain.views.week_grid import SHADES, Stage, milestones, week_grid

START = date(2026, 8, 2)
COURSE = Course(START)


def _summary(by_week: Mapping[int, tuple[float, int]], today: date, course: Course = COURSE) -> Summary:
    """Itch and the number of recorded days for each week; week 0 is the week before the course."""
    entries = [
        DayEntry(course.start + timedelta(days=7 * (week - 1) + day), itch=itch)
        for week, (itch, days) in by_week.items()
        for day in range(days)
    ]
    return summarise(entries, course, today)


def test_a_course_has_its_baseline_and_all_weeks_also_those_to_come() -> None:
    grid = week_grid(_summary({}, START), START)
    assert [week.number for week in grid.weeks] == list(range(25))
    assert grid.weeks[0].period == Period(date(2026, 7, 26), date(2026, 8, 1))
    assert grid.weeks[5].period == Period(date(2026, 8, 30), date(2026, 9, 5))


def test_a_week_is_running_from_its_first_to_its_last_day() -> None:
    course = Course(START, weeks=3)
    stages = {
        day: [week.stage for week in week_grid(_summary({}, day, course), day).weeks]
        for day in (START, START + timedelta(days=6), START + timedelta(days=7), START + timedelta(days=21))
    }
    over, running, ahead = Stage.OVER, Stage.RUNNING, Stage.AHEAD
    assert list(stages.values()) == [
        [over, running, ahead, ahead],
        [over, running, ahead, ahead],
        [over, over, running, ahead],
        [over, over, over, over],
    ]


def test_a_thin_week_keeps_its_count_and_a_week_ahead_has_none() -> None:
    today = START + timedelta(days=10)  # in week 2
    row = week_grid(_summary({0: (7, 7), 1: (5, 4), 2: (3, 3)}, today), today).rows[0]
    assert row.measure is ITCH
    assert row.means[:4] == (Mean(7.0, 7), Mean(5.0, 4), Mean(None, 3), None)
    assert row.shades[:4] == (4, 3, None, None)


@pytest.mark.parametrize(("value", "shade"), [(0, 1), (1.9, 1), (2, 2), (4, 3), (5.9, 3), (6, 4), (8, 5), (10, 5)])
def test_shades_part_the_scale_in_five_and_follow_what_is_better(value: float, shade: int) -> None:
    entries = [
        DayEntry(day, itch=value, sleep_quality=10 - value, extent=Extent(4 * value, ExtentMethod.PERCENT))
        for day in COURSE.week(1)
    ]
    # One day of 40 % before the course makes the scale of skin reach to 40.
    entries.append(DayEntry(START - timedelta(days=1), itch=5, extent=Extent(40, ExtentMethod.PERCENT)))
    entries.extend(
        DayEntry(START - timedelta(days=day), itch=5, extent=Extent(40, ExtentMethod.PERCENT)) for day in range(2, 8)
    )
    grid = week_grid(summarise(entries, COURSE, date(2026, 8, 9)), date(2026, 8, 9))
    assert [(row.measure, row.top) for row in grid.rows] == [(ITCH, 10), (SLEEP, 10), (EXTENT, 40)]
    assert [row.shades[1] for row in grid.rows] == [shade] * 3


@given(st.dictionaries(st.integers(0, 24), st.tuples(st.floats(0, 10), st.integers(0, 7))), st.integers(0, 200))
def test_a_number_and_a_shade_go_together(by_week: dict[int, tuple[float, int]], day: int) -> None:
    today = START + timedelta(days=day)
    for row in week_grid(_summary(by_week, today), today).rows:
        for mean, shade in zip(row.means, row.shades, strict=True):
            assert (shade is None) == (mean is None or mean.mean is None)
            assert shade is None or 1 <= shade <= SHADES


def test_milestones_are_the_baseline_and_every_fourth_week() -> None:
    today = date(2026, 10, 2)  # day 62, in week 9
    rows = milestones(_summary({0: (7, 7), 4: (5, 6), 8: (4, 3)}, today), today)
    assert [row.week.number for row in rows] == [0, 4, 8, 12, 16, 20, 24]
    assert [row.week.is_strong for row in rows] == [False, False, False, True, False, False, True]
    assert [row.mean(ITCH) for row in rows[:4]] == [7.0, 5.0, None, None]
    assert [row.changes[ITCH.key] for row in rows[:4]] == [None, -2.0, None, None]
    assert [row.recorded for row in rows[:4]] == [(0, 7), (0, 6), (0, 3), None]
    assert rows[3].means is None


def test_a_short_course_has_the_milestones_it_reaches() -> None:
    course = Course(START, weeks=6)
    rows = milestones(_summary({}, START, course), START)
    assert [row.week.number for row in rows] == [0, 4]


def test_a_baseline_that_began_late_is_still_the_first_column() -> None:
    today = START + timedelta(days=3)
    summary = _summary({1: (6, 4)}, today)
    assert summary.baseline.began_late
    first = week_grid(summary, today).weeks[0]
    assert (first.period, first.stage) == (COURSE.week(1), Stage.RUNNING)


def test_a_week_that_a_late_baseline_reaches_into_has_no_change_from_it() -> None:
    # Week 16 is 8 to 14 November and has six of the seven days of the baseline, 9 to 15 November.
    course, first = Course(date(2026, 7, 26)), date(2026, 11, 9)
    itches = [8, 8, 7, 7, 6, 6, 7] + [5] * 20 + [3] * 7  # 49 / 7 = 7.0; week 20 begins on 6 December, the 28th day
    entries = [DayEntry(first + timedelta(days=day), itch=itch) for day, itch in enumerate(itches)]
    today = date(2026, 12, 12)
    rows = milestones(summarise(entries, course, today), today)
    found = {row.week.number: (row.mean(ITCH), *row.change(ITCH)) for row in rows}
    assert rows[0].week.period == Period(first, date(2026, 11, 15))
    assert found[0] == (7.0, None, None)
    assert found[16] == (7.0, None, None)  # 8, 8, 7, 7, 6, 6: 42 / 6
    assert found[20] == (3.0, -4.0, -57.0)  # 4 / 7 = 57.1 %


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [
        ({0: (7, 7), 1: (6, 7), 2: (4, 7)}, (2, -3.0)),
        ({0: (7, 7), 1: (6, 7), 2: (4, 3)}, (1, -1.0)),  # week 2 has too few days
        ({0: (0, 7), 1: (2, 7)}, (1, 2.0)),
        ({0: (7, 7)}, None),
        ({1: (6, 7)}, None),  # a late baseline is week 1 itself
    ],
)
def test_the_change_is_that_of_the_newest_mean(
    weeks: Mapping[int, tuple[float, int]], expected: tuple[int, float] | None
) -> None:
    today = START + timedelta(days=20)
    grid = week_grid(_summary(weeks, today), today)
    found = grid.change(grid.rows[0])
    assert (None if found is None else (found.week.number, found.change)) == expected


@pytest.mark.parametrize(("weeks", "marked"), [(24, {12, 24}), (16, {12, 16, 24}), (52, {12, 24})])
def test_weeks_12_and_24_are_marked_and_16_where_it_is_the_last(weeks: int, marked: set[int]) -> None:
    course = Course(START, weeks=weeks)
    assert week_grid(_summary({}, START, course), START).marked == marked
