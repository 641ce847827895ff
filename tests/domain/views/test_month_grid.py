"""The calendar of a month, worked out by hand and for any month: every day once, under its weekday."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import EARLIEST_DAY, LATEST_DAY
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.views.month_grid import Month, month_grid, nearest_day, same_day
from adtracker.domain.views.week_grid import Stage

TODAY = date(2026, 11, 29)
NOVEMBER = Month(2026, 11)
MONTHS = st.builds(Month, st.integers(EARLIEST_DAY.year, LATEST_DAY.year), st.integers(1, 12))


@settings(max_examples=50)
@given(MONTHS, st.integers(1, 7))
def test_every_day_stands_once_under_its_weekday(month: Month, first_weekday: int) -> None:
    grid = month_grid(month, (), TODAY, first_weekday=first_weekday)
    assert [cell.day for cell in grid.cells] == list(month.period)
    for week in grid.weeks:
        assert len(week) == 7
        for place, cell in enumerate(week):
            assert cell is None or (cell.day.isoweekday() - first_weekday) % 7 == place


@settings(max_examples=50)
@given(MONTHS, st.integers(-600, 600))
def test_months_are_counted_over_years(month: Month, months: int) -> None:
    other = month.plus(months)
    assert other.plus(-months) == month
    assert (other > month) == (months > 0)
    assert 1 <= other.number <= 12


def test_november_2026_begins_on_a_sunday() -> None:
    assert [len([cell for cell in week if cell]) for week in month_grid(NOVEMBER, (), TODAY).weeks] == [
        1,
        7,
        7,
        7,
        7,
        1,
    ]
    sunday = month_grid(NOVEMBER, (), TODAY, first_weekday=7)
    assert [len([cell for cell in week if cell]) for week in sunday.weeks] == [7, 7, 7, 7, 2]


def test_a_cell_says_what_its_day_has() -> None:
    entries = [
        DayEntry(date(2026, 11, 2), itch=7, note="wool", recorded_on=date(2026, 11, 5)),
        DayEntry(date(2026, 11, 3), sleep_quality=4, note=" \n"),
        DayEntry(date(2026, 11, 4)),
        DayEntry(date(2026, 11, 5), itch=0),
        DayEntry(date(2026, 10, 31), itch=10),
    ]
    grid = month_grid(NOVEMBER, entries, TODAY)
    second, third, fourth, fifth = grid.cells[1:5]
    assert (second.itch, second.shade, second.has_note, second.filled_in_later) == (7, 4, True, True)
    assert (third.itch, third.shade, third.has_note, third.entry is None) == (None, None, False, False)
    assert fourth.entry is None
    assert (fifth.itch, fifth.shade, fifth.filled_in_later) == (0, 1, False)
    assert (grid.recorded, grid.itch_range) == (3, (0, 7))
    assert [cell.stage for cell in grid.cells[27:]] == [Stage.OVER, Stage.RUNNING, Stage.AHEAD]


def test_a_month_without_numbers_has_no_range() -> None:
    assert month_grid(NOVEMBER, [DayEntry(TODAY, note="x")], TODAY).itch_range is None


def test_course_weeks_are_those_of_the_course_that_began_last() -> None:
    older, newer = Course(date(2026, 10, 1), weeks=6), Course(date(2026, 11, 10), weeks=1)
    cells = month_grid(NOVEMBER, (), TODAY, [newer, older]).cells
    weeks = {cell.day.day: cell.course_week for cell in cells}
    assert [weeks[day] for day in (1, 4, 5, 9, 10, 11, 16, 17)] == [5, 5, 6, 6, 1, 1, 1, None]
    assert [cell.day.day for cell in cells if cell.begins_week] == [5, 10]


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        (Month(2026, 2), date(2026, 2, 28)),
        (Month(2024, 2), date(2024, 2, 29)),
        (Month(2026, 12), TODAY),
        (NOVEMBER, TODAY),
        (Month(1899, 1), EARLIEST_DAY),
    ],
)
def test_going_to_another_month_keeps_the_number_of_the_day(month: Month, expected: date) -> None:
    assert same_day(month, date(2026, 10, 31), TODAY) == expected


def test_no_day_to_come_is_reached() -> None:
    assert nearest_day(TODAY + timedelta(days=1), TODAY) == TODAY
    assert nearest_day(date(1800, 1, 1), TODAY) == EARLIEST_DAY


def test_an_empty_day_of_a_break_says_why_and_a_day_kept_does_not() -> None:
    away = DiaryBreak(TODAY - timedelta(days=3), TODAY - timedelta(days=1), BreakReason.ILL)
    kept = DayEntry(TODAY - timedelta(days=2), itch=5)
    cells = {cell.day: cell for cell in month_grid(NOVEMBER, [kept], TODAY, breaks=[away]).cells}
    assert [cells[TODAY - timedelta(days=back)].reason for back in (4, 3, 2, 1, 0)] == [
        *(None, BreakReason.ILL, None, BreakReason.ILL, None)
    ]
