"""What stands in a calendar: each thing once, on its day, told apart by something that stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.scores.response import Response
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.calendar import DAYS_AHEAD, CalendarDay, Slot, calendar_days
from adtracker.domain.views.event import Surroundings
from tests.forms import evening

TODAY = date(2026, 11, 29)
EVERY = Every(2, Unit.WEEKS, TODAY - timedelta(days=14))
INJECTION = Treatment("Dupilumab", Kind.INJECTION, (Plan(EVERY.start, EVERY, "300 mg"),), key=1)
EVENING = definition_of(evening(), TODAY)


def ahead(around: Surroundings, slot: Slot) -> list[int]:
    """The days of one slot, counted from today."""
    return [(one.day - TODAY).days for one in calendar_days(around, (), TODAY, [slot])]


def test_without_anything_else_the_entry_is_asked_for_every_day() -> None:
    assert calendar_days(Surroundings(), (), TODAY) == (CalendarDay(Slot.ENTRY, TODAY, every_days=1),)
    assert calendar_days(Surroundings(), (), TODAY, [Slot.VISIT]) == ()


def test_who_writes_once_a_week_is_asked_on_that_day_alone() -> None:
    # 29 November 2026 is a Sunday.
    for weekday, wait in ((7, 0), (1, 1), (6, 6)):
        (entry,) = calendar_days(Surroundings(), (), TODAY, [Slot.ENTRY], weekday)
        assert ((entry.day - TODAY).days, entry.every_days) == (wait, 7)


def test_visits_from_today_on_go_by_their_key() -> None:
    visits = [Visit(TODAY + timedelta(days=days), key=days) for days in (30, -1, 3)]
    found = calendar_days(Surroundings(visits=visits), (), TODAY, [Slot.VISIT])
    assert [one.key for one in found] == ["3", "30"]


def test_planned_doses_stand_there_for_a_year_until_they_are_recorded() -> None:
    assert ahead(Surroundings(treatments=[INJECTION]), Slot.DOSE) == list(range(0, DAYS_AHEAD, 14))
    early = DayDoses(1, TODAY - timedelta(days=1), taken=1)
    assert ahead(Surroundings(treatments=[INJECTION], doses=[early]), Slot.DOSE)[:2] == [14, 28]


def test_a_change_of_plan_and_a_stop_are_followed() -> None:
    monthly = Plan(TODAY + timedelta(days=28), Every(4, Unit.WEEKS, TODAY + timedelta(days=28)))
    changed = INJECTION.with_plan(monthly).stopped_after(TODAY + timedelta(days=60))
    assert ahead(Surroundings(treatments=[changed]), Slot.DOSE) == [0, 14, 28, 56]


def test_what_is_used_every_day_or_when_needed_is_left_to_the_entry() -> None:
    cream = Treatment("Cream", Kind.CREAM, (Plan(TODAY, Daily(2)),), key=2)
    needed = Treatment("Tablet", Kind.TABLET, (Plan(TODAY, WhenNeeded()),), key=3)
    assert ahead(Surroundings(treatments=[cream, needed]), Slot.DOSE) == []
    later = cream.with_plan(Plan(TODAY + timedelta(days=5), replace(EVERY, start=TODAY + timedelta(days=7))))
    assert ahead(Surroundings(treatments=[later]), Slot.DOSE)[:2] == [7, 21]


def test_two_doses_of_one_day_are_one_thing() -> None:
    other = replace(INJECTION, name="Other", key=2)
    assert ahead(Surroundings(treatments=[INJECTION, other]), Slot.DOSE)[:2] == [0, 14]


def test_a_questionnaire_comes_again_by_its_rhythm() -> None:
    def coming(*filled: int) -> list[tuple[int, int]]:
        answered = [Response(TODAY + timedelta(days=day), EVENING.key, ()) for day in filled]
        around = Surroundings(readings=readings((), answered, [EVENING], {}))
        found = calendar_days(around, [EVENING], TODAY, [Slot.FORM])
        return [((one.day - TODAY).days, one.every_days) for one in found]

    assert coming() == [(0, 7)]
    assert coming(-20) == [(0, 7)]  # overdue
    assert coming(-2) == [(5, 7)]
    assert calendar_days(Surroundings(), [replace(EVENING, every_days=None)], TODAY, [Slot.FORM]) == ()


@given(st.sets(st.integers(-30, 400)), st.integers(1, 40), st.sets(st.integers(-60, 60)))
def test_nothing_lies_behind_and_nothing_stands_there_twice(visits: set[int], interval: int, taken: set[int]) -> None:
    plan = Plan(TODAY - timedelta(days=60), Every(interval, Unit.DAYS, TODAY - timedelta(days=60)))
    around = Surroundings(
        visits=[Visit(TODAY + timedelta(days=day), key=day) for day in visits],
        treatments=[replace(INJECTION, plans=(plan,))],
        doses=[DayDoses(1, TODAY + timedelta(days=day), taken=1) for day in taken],
    )
    found = calendar_days(around, [EVENING], TODAY)
    assert all(one.day >= TODAY for one in found)
    assert len({(one.slot, one.key) for one in found}) == len(found)
    assert [one.day for one in found] == sorted(one.day for one in found)
