"""A rule about now holds for what is typed now; what stands already is never refused for lying ahead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.edits.ahead import check_now
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.side_effect import SIDE_EFFECT, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses

TODAY = date(2026, 8, 2)
TOMORROW = TODAY + timedelta(days=1)


def _of(day: date) -> list[Record]:
    """A record of each kind that happens on a day."""
    return [
        DayEntry(day, itch=7),
        DayDoses(1, day, 1),
        Photo(day, "0f" * 32, 10, 10),
        ClinicScore(day, "iga", 2),
        Response(day, "f|1", (("dry", "all"),)),
        SideEffect("sore arm", day),
        Definition("f|1", "A form", "{}", day),
    ]


@pytest.mark.parametrize("record", _of(TOMORROW), ids=lambda record: type(record).__name__)
def test_what_is_typed_now_cannot_lie_ahead_unless_its_day_stands_there(record: Record) -> None:
    (problem,) = check_now(record, TODAY)
    assert (problem.field, problem.rule, problem.values) == ("date", "future_day", {"day": "2026-08-03"})
    assert check_now(record, TODAY, {TOMORROW}) == []
    assert check_now(record, TODAY, {TOMORROW + timedelta(days=1)}) == [problem]
    assert check_now(record, TOMORROW) == []


def test_both_ends_of_a_side_effect_are_looked_at_and_a_visit_may_be_planned() -> None:
    effect = SideEffect("sore arm", TODAY, TOMORROW)
    assert SIDE_EFFECT.days(effect) == (TODAY, TOMORROW)
    assert [problem.rule for problem in check_now(effect, TODAY)] == ["future_day"]
    assert check_now(Visit(TOMORROW), TODAY) == []


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)), st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_day_that_has_come_can_be_written_down(day: date, today: date) -> None:
    assert all((check_now(record, today) == []) == (day <= today) for record in _of(day))


@pytest.mark.parametrize(
    ("year", "rules"), [(2026, []), (1896, []), (2027, ["number_range"]), (1895, ["number_range"])]
)
def test_a_year_of_birth_has_come_when_it_is_typed_and_stands_whatever_the_clock_says(
    year: int, rules: list[str]
) -> None:
    profile = Profile("A. B.", year)
    assert [problem.rule for problem in check_now(profile, TODAY)] == rules
    assert [problem.rule for problem in check_now(profile, TODAY, before=Profile("A. B.", 1988))] == rules
    assert check_now(profile, TODAY, before=Profile("", year)) == []
