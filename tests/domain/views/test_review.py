"""What is looked back at: the ranges, the days that are read for them, and the numbers shown beside the charts."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.summary import Completeness, Mean, summarise
from adtracker.domain.views.plot import date_ticks
from adtracker.domain.views.review import (
    Reach,
    Review,
    days_to_read,
    elapsed,
    kept,
    listed,
    picture,
    reach_period,
    recent_numbers,
    review,
    usual_reach,
)

START = date(2026, 8, 2)
TODAY = date(2026, 8, 23)  # day 22 of the course
COURSE = Course(START)


def _entries(first: date, itches: Sequence[float | None]) -> list[DayEntry]:
    """Days from `first` on with these itch values; None is a day without an entry."""
    return [DayEntry(first + timedelta(days=index), itch=itch) for index, itch in enumerate(itches) if itch is not None]


def _look(entries: list[DayEntry], reach: Reach, course: Course | None = COURSE, today: date = TODAY) -> Review:
    span = Period(entries[0].day, entries[-1].day) if entries else None
    return review(entries, today, reach, course, span)


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (Reach.FOUR_WEEKS, Period(date(2026, 7, 27), TODAY)),  # 28 days up to today
        (Reach.TWELVE_WEEKS, Period(date(2026, 6, 1), TODAY)),  # 84 days
        (Reach.COURSE, Period(date(2026, 7, 26), date(2027, 1, 16))),  # baseline week, then 168 days
        (Reach.ALL, Period(date(2026, 3, 1), TODAY)),
    ],
)
def test_a_range_ends_today_but_a_course_is_shown_to_its_planned_end(reach: Reach, expected: Period) -> None:
    assert reach_period(reach, TODAY, COURSE, Period(date(2026, 3, 1), TODAY)) == expected


def test_everything_is_never_shorter_than_four_weeks() -> None:
    four_weeks = Period.ending(TODAY, 28)
    assert reach_period(Reach.ALL, TODAY, None, Period(TODAY, TODAY)) == four_weeks
    assert reach_period(Reach.ALL, TODAY, None, None) == four_weeks
    assert reach_period(Reach.COURSE, TODAY, None, None) == four_weeks


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (-30, Reach.FOUR_WEEKS),  # in the future
        (0, Reach.FOUR_WEEKS),
        (27, Reach.FOUR_WEEKS),  # day 28 is the last of week 4
        (28, Reach.TWELVE_WEEKS),
        (83, Reach.TWELVE_WEEKS),
        (84, Reach.COURSE),
        (167 + 28, Reach.COURSE),
        (167 + 29, Reach.FOUR_WEEKS),  # long over: what is going on now
    ],
)
def test_what_is_looked_at_first_grows_with_the_course(day: int, expected: Reach) -> None:
    today = START + timedelta(days=day)
    assert usual_reach(COURSE, today, Period(min(START, today), today)) is expected


def test_of_a_diary_that_was_left_what_was_written_is_looked_at_first() -> None:
    last, today = START + timedelta(days=50), START + timedelta(days=50 + 28)
    assert usual_reach(COURSE, today, Period(START, last)) is Reach.COURSE
    assert usual_reach(Course(today), today, Period(START, last)) is Reach.ALL
    assert usual_reach(None, today, Period(START, last)) is Reach.ALL
    assert usual_reach(None, today, Period(START, last + timedelta(days=1))) is Reach.FOUR_WEEKS


def test_without_a_course_the_last_four_weeks_are_looked_at_first() -> None:
    assert usual_reach(None, TODAY, None) is Reach.FOUR_WEEKS


@given(
    reach=st.sampled_from(Reach),
    today=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    start=st.none() | st.integers(-700, 400),
    first=st.integers(0, 900),
)
def test_what_is_read_is_enough_for_every_number(reach: Reach, today: date, start: int | None, first: int) -> None:
    """Reading the whole diary gives no other number than reading these days."""
    course = None if start is None else Course(today + timedelta(days=start))
    span = Period(today - timedelta(days=first), today)
    entries = [DayEntry(day, itch=day.day % 11) for day in span if day.day % 5]
    wanted = days_to_read(reach_period(reach, today, course, span), today, course)
    some = review([entry for entry in entries if entry.day in wanted], today, reach, course, span)
    whole = review(entries, today, reach, course, span)
    assert recent_numbers(some) == recent_numbers(whole)
    assert picture(some) == picture(whole)
    assert some.summary == whole.summary
    if elapsed(whole) is not None:
        assert kept(some) == kept(whole)


def test_the_days_written_out_begin_with_the_baseline_week_or_the_diary() -> None:
    week_before = START - timedelta(days=7)
    found = {
        first: listed(_look(_entries(first, [5]), Reach.COURSE))
        for first in (START - timedelta(days=30), START - timedelta(days=3), START + timedelta(days=3))
    }
    assert [period and period.first for period in found.values()] == [week_before, START - timedelta(days=3), START]
    assert {period and period.last for period in found.values()} == {TODAY}
    early = review([DayEntry(week_before)], START - timedelta(days=2), Reach.COURSE, COURSE, Period(week_before, START))
    assert elapsed(early) is None
    assert listed(early) == Period(week_before, START - timedelta(days=2))
    assert listed(review([], START - timedelta(days=2), Reach.COURSE, COURSE, None)) is None


def test_the_key_numbers_are_of_the_last_seven_days_whatever_is_in_view() -> None:
    # Baseline 28 / 4 = 7.0; 17 to 23 August 3, 3, -, 4, 4, 5, 5 -> 24 / 6 = 4.0.
    entries = [
        *_entries(date(2026, 7, 26), [7, 7, None, 7, 7]),
        *_entries(date(2026, 8, 16), [10, 3, 3, None, 4, 4, 5, 5]),
    ]
    for reach in Reach:
        itch = recent_numbers(_look(entries, reach))[0]
        assert (itch.baseline, itch.recent, itch.change) == (Mean(7.0, 4), Mean(4.0, 6), -3.0)


def test_days_after_today_are_not_looked_back_at() -> None:
    found = _look(_entries(START, [5] * 40), Reach.COURSE)
    assert max(found.days) == TODAY
    assert len(found.days) == 22


def test_they_stay_up_to_today_when_the_diary_does_not() -> None:
    itch = recent_numbers(_look(_entries(START, [5] * 10), Reach.COURSE))[0]
    assert itch.recent == Mean(None, 0)


def test_a_course_that_lies_ahead_has_no_baseline_yet() -> None:
    entries = _entries(TODAY - timedelta(days=6), [5] * 7)
    look = _look(entries, Reach.COURSE, Course(TODAY + timedelta(days=3)))
    assert look.baseline is None
    assert recent_numbers(look)[0].change is None
    assert picture(look).panels[0].baseline is None
    assert kept(look) is None


def test_the_average_of_a_day_is_what_the_key_numbers_say_of_it() -> None:
    look = _look(_entries(START, [3, 4, 4, 5, 6, 6, 8]), Reach.ALL, None, START + timedelta(days=6))
    assert picture(look).panels[0].rolling[-1] == pytest.approx(36 / 7)  # 5.14
    assert recent_numbers(look)[0].recent == Mean(5.1, 7)


def test_no_average_is_drawn_after_today() -> None:
    look = _look(_entries(START, [5] * 22), Reach.COURSE)
    average = picture(look).panels[0].rolling
    today = look.period.index(TODAY)
    assert average[today] == 5
    assert set(average[today + 1 :]) == {None}


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (Reach.COURSE, Completeness(12, 22, 10, 0)),  # since day 1: the same as the summary
        (Reach.FOUR_WEEKS, Completeness(14, 24, 10, 0)),  # since the diary's first day, 31 July
        (Reach.ALL, Completeness(14, 24, 10, 0)),
    ],
)
def test_days_before_the_diary_are_not_missed(reach: Reach, expected: Completeness) -> None:
    entries = _entries(date(2026, 7, 31), [5] * 4 + [None] * 10 + [5] * 10)
    look = _look(entries, reach)
    assert kept(look) == expected
    if reach is Reach.COURSE:
        assert look.summary == summarise(entries, COURSE, TODAY)


def test_an_empty_diary_has_nothing_to_count() -> None:
    look = _look([], Reach.ALL, None)
    assert kept(look) is None
    assert all(numbers.recent == Mean(None, 0) for numbers in recent_numbers(look))


@given(first=st.dates(date(1990, 1, 1), date(2030, 1, 1)), moved=st.integers(0, 300), length=st.integers(1, 300))
def test_dates_on_the_axis_stay_in_place_while_the_view_moves(first: date, moved: int, length: int) -> None:
    """Wherever one looks, the dates are of one set: those counted from the origin, or first days of months."""
    view = Period.starting(first + timedelta(days=moved), length)
    ticks = date_ticks(view, 6, origin=first)
    assert all(day in view for day in ticks)
    if len(ticks) > 1 and not all(day.day == 1 for day in ticks):
        step = (ticks[1] - ticks[0]).days
        assert all((day - first).days % step == 0 for day in ticks)
