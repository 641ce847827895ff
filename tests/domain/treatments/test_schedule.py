"""Which days a schedule falls on, held to a calendar read by hand: leap days, new years, weeks that number 53."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.schedule import (
    Daily,
    Every,
    Schedule,
    Stopped,
    Unit,
    WhenNeeded,
    check_schedule,
    doses_a_day,
    phrase,
    planned_days,
)
from adtracker.resources import Texts, read_toml
from tests.strategies import INTERVALS, SCHEDULES

START = date(2026, 8, 2)


def _days(schedule: Schedule, first: date, last: date) -> list[date]:
    return list(planned_days(schedule, Period(first, last)))


def test_every_four_weeks_keeps_its_weekday_through_the_new_year() -> None:
    assert _days(Every(4, Unit.WEEKS, START), date(2026, 1, 1), date(2027, 2, 28)) == [
        date(2026, 8, 2),
        date(2026, 8, 30),
        date(2026, 9, 27),
        date(2026, 10, 25),
        date(2026, 11, 22),
        date(2026, 12, 20),
        date(2027, 1, 17),
        date(2027, 2, 14),
    ]


def test_every_two_days_counts_the_leap_day() -> None:
    schedule = Every(2, Unit.DAYS, date(2028, 2, 26))
    assert _days(schedule, date(2028, 2, 27), date(2028, 3, 4)) == [
        date(2028, 2, 28),
        date(2028, 3, 1),
        date(2028, 3, 3),
    ]


def test_every_week_goes_through_a_year_of_53_weeks() -> None:
    # 2026 has an ISO week 53: Thursday 31 December is in it.
    schedule = Every(1, Unit.WEEKS, date(2026, 12, 24))
    found = _days(schedule, date(2026, 12, 24), date(2027, 1, 14))
    assert found == [date(2026, 12, 24), date(2026, 12, 31), date(2027, 1, 7), date(2027, 1, 14)]
    assert [day.isocalendar().week for day in found] == [52, 53, 1, 2]


def test_an_interval_has_no_day_before_its_start() -> None:
    assert _days(Every(1, Unit.DAYS, START), START - timedelta(days=3), START) == [START]
    assert _days(Every(1, Unit.WEEKS, START), START - timedelta(days=14), START - timedelta(days=1)) == []


@given(INTERVALS, st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(0, 800))
def test_an_interval_falls_on_exactly_the_days_that_are_whole_steps_from_its_start(
    schedule: Every, first: date, length: int
) -> None:
    period = Period.starting(first, length + 1)
    steps = [day for day in period if day >= schedule.start and (day - schedule.start).days % schedule.days == 0]
    assert list(planned_days(schedule, period)) == steps


@given(SCHEDULES, st.dates(date(2024, 1, 1), date(2026, 12, 31)), st.integers(1, 90), st.integers(0, 89))
def test_a_period_has_the_days_of_its_two_halves(schedule: Schedule, first: date, length: int, cut: int) -> None:
    assume(cut < length - 1)
    whole = Period.starting(first, length)
    left, right = Period.starting(first, cut + 1), Period(first + timedelta(days=cut + 1), whole.last)
    assert [*planned_days(schedule, left), *planned_days(schedule, right)] == list(planned_days(schedule, whole))


def test_doses_a_day() -> None:
    week = Period.starting(START, 7)
    assert list(planned_days(Daily(2), week)) == list(week)
    assert list(planned_days(WhenNeeded(), week)) == list(planned_days(Stopped(), week)) == []
    counts = [doses_a_day(one) for one in (Daily(2), Every(4, Unit.WEEKS, START), WhenNeeded(), Stopped())]
    assert counts == [2, 1, 0, 0]


@pytest.mark.parametrize(
    "schedule",
    [
        Daily(1),
        Daily(12),
        Every(1, Unit.DAYS, START),
        Every(366, Unit.DAYS, START),
        Every(104, Unit.WEEKS, date(2999, 12, 31)),
        WhenNeeded(),
        Stopped(),
    ],
)
def test_a_schedule_that_can_be_kept_has_nothing_wrong(schedule: Schedule) -> None:
    assert check_schedule(schedule) == []


@pytest.mark.parametrize(
    ("schedule", "field", "rule"),
    [
        (Daily(0), "times", "times_range"),
        (Daily(13), "times", "times_range"),
        (Daily(-1), "times", "times_range"),
        (Every(0, Unit.DAYS, START), "interval", "every_days_range"),
        (Every(367, Unit.DAYS, START), "interval", "every_days_range"),
        (Every(-4, Unit.WEEKS, START), "interval", "every_weeks_range"),
        (Every(105, Unit.WEEKS, START), "interval", "every_weeks_range"),
        (Every(4, Unit.WEEKS, date(1899, 12, 31)), "schedule_start", "date_range"),
        (Every(4, Unit.WEEKS, date(3000, 1, 1)), "schedule_start", "date_range"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused_with_a_sentence(schedule: Schedule, field: str, rule: str) -> None:
    (problem,) = check_schedule(schedule)
    assert (problem.field, problem.rule) == (field, rule)
    assert "{" not in Texts().problem(problem)


@pytest.mark.parametrize(
    ("schedule", "words"),
    [
        (Every(1, Unit.DAYS, START), "every day"),
        (Every(2, Unit.DAYS, START), "every 2 days"),
        (Every(10, Unit.DAYS, START), "every 10 days"),
        (Every(1, Unit.WEEKS, START), "every week"),
        (Every(2, Unit.WEEKS, START), "every 2 weeks"),
        (Every(4, Unit.WEEKS, START), "every 4 weeks"),
        (Daily(1), "once a day"),
        (Daily(2), "twice a day"),
        (Daily(3), "3 times a day"),
        (WhenNeeded(), "when needed"),
        (Stopped(), "not used"),
    ],
)
def test_a_schedule_has_words(schedule: Schedule, words: str) -> None:
    key, values = phrase(schedule)
    assert Texts().say(f"treatment.schedule.{key}", **values) == words


def test_every_choice_has_a_name_and_every_name_a_choice() -> None:
    names, choices = Texts().table("treatment"), read_toml("treatment", "choices.toml")
    assert list(names["strengths"]) == choices["strengths"]
    assert list(names["sites"]) == choices["sites"]
