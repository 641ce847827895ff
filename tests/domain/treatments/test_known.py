"""A beginning or an end of which only the month or the year is known stays that: nobody has to invent a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.edits.digest import digest
from adtracker.domain.treatments.known import Known, known_period
from adtracker.domain.treatments.schedule import Daily, Stopped
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment, check_treatment
from adtracker.resources import Texts

MARCH = Plan(date(2021, 3, 1), Daily(2), known=Known.MONTH)
TACROLIMUS = Treatment("Tacrolimus", Kind.CREAM, (MARCH,))


@pytest.mark.parametrize(
    ("day", "known", "first", "last"),
    [
        (date(2021, 3, 9), Known.DAY, date(2021, 3, 9), date(2021, 3, 9)),
        (date(2021, 2, 9), Known.MONTH, date(2021, 2, 1), date(2021, 2, 28)),
        (date(2024, 2, 29), Known.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (date(2021, 12, 31), Known.MONTH, date(2021, 12, 1), date(2021, 12, 31)),
        (date(2021, 7, 4), Known.YEAR, date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_what_may_be_meant(day: date, known: Known, first: date, last: date) -> None:
    assert known_period(day, known) == Period(first, last)


def test_it_begins_with_its_month_and_is_told_by_it() -> None:
    assert check_treatment(TACROLIMUS) == []
    assert MARCH.told == Period(date(2021, 3, 1), date(2021, 3, 31))
    assert TACROLIMUS.started == date(2021, 3, 1)


def test_a_stop_is_told_by_the_month_or_year_of_the_last_day() -> None:
    stopped = TACROLIMUS.stopped_after(date(2021, 8, 9), "It burned.", Known.MONTH)
    assert check_treatment(stopped) == []
    assert stopped.last_day == date(2021, 8, 31)
    assert stopped.plans[-1].told == Period(date(2021, 8, 1), date(2021, 8, 31))
    year = TACROLIMUS.stopped_after(date(2021, 8, 9), known=Known.YEAR)
    assert check_treatment(year) == []
    assert (year.plans[-1].first, year.plans[-1].told.first) == (date(2022, 1, 1), date(2021, 1, 1))


def test_begun_and_stopped_in_the_same_month_or_year_can_be_said() -> None:
    for known in (Known.MONTH, Known.YEAR):
        begun = Plan(known_period(date(2021, 3, 5), known).first, Daily(1), known=known)
        assert check_treatment(replace(TACROLIMUS, plans=(begun,)).stopped_after(date(2021, 3, 5), known=known)) == []


@pytest.mark.parametrize(
    ("plan", "rule"),
    [
        (Plan(date(2021, 3, 2), Daily(1), known=Known.MONTH), "known_month"),
        (Plan(date(2021, 3, 1), Daily(1), known=Known.YEAR), "known_year"),
        (Plan(date(1, 1, 1), Daily(1), known=Known.YEAR), "date_range"),
    ],
)
def test_a_day_that_does_not_fit_is_refused_with_a_sentence(plan: Plan, rule: str) -> None:
    (problem,) = check_treatment(replace(TACROLIMUS, plans=(plan,)))
    assert problem.rule == rule
    assert "{" not in Texts().problem(problem)


@pytest.mark.parametrize("first", [date.min, date(2021, 3, 2)])
def test_a_stop_that_does_not_fit_is_refused_too(first: date) -> None:
    stop = Plan(first, Stopped(), known=Known.MONTH)
    earlier = Plan(max(first, date(2021, 1, 2)) - ONE_DAY, Daily(1))
    assert check_treatment(replace(TACROLIMUS, plans=(earlier, stop)))


def test_a_day_that_is_known_changes_no_digest_of_what_was_stored_before() -> None:
    exact = replace(TACROLIMUS, plans=(replace(MARCH, known=Known.DAY),))
    assert digest(exact) == digest(replace(TACROLIMUS, plans=(Plan(MARCH.first, Daily(2)),)))
    assert digest(exact) != digest(TACROLIMUS)
