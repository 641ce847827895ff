"""Happenings: every record on its days, in order, nothing cut and nothing invented."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import LATEST_DAY, ONE_DAY, Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit, last_visit, next_visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.event import Event, Surroundings, events
from tests.strategies import side_effects, treatments, visits

DAY = date(2026, 8, 2)
CREAM = Treatment("Mometasone", Kind.CREAM, (Plan(DAY, Daily(2)),), key=3)


def _on(day: date) -> Period:
    return Period(day, day)


def test_one_day_in_the_order_of_the_kinds() -> None:
    visit, effect = Visit(DAY, "Dr. Weber"), SideEffect("sore arm", DAY - ONE_DAY, DAY + ONE_DAY)
    taken, skipped = DayDoses(3, DAY, taken=1, skipped=1), DayDoses(3, DAY + ONE_DAY, skipped=1)
    photo, note = Photo(DAY, "0" * 64, 10, 10, "nape"), DayEntry(DAY, note="Windy.")
    silent = DayEntry(DAY + ONE_DAY, itch=4)
    around = Surroundings([visit], [effect], [CREAM], [skipped, taken], [photo], [silent, note])
    assert events(around, Period(DAY, DAY + ONE_DAY)) == (
        Event(effect.period, EventKind.SIDE_EFFECT, "sore arm", effect),
        Event(_on(DAY), EventKind.VISIT, "Dr. Weber", visit),
        Event(_on(DAY), EventKind.BEGUN, "Mometasone", CREAM),
        Event(_on(DAY), EventKind.DOSE, "Mometasone", taken),
        Event(_on(DAY), EventKind.PHOTO, "nape", photo),
        Event(_on(DAY), EventKind.NOTE, "Windy.", note),
        Event(_on(DAY + ONE_DAY), EventKind.SKIPPED, "Mometasone", skipped),
    )


def test_every_change_of_a_treatment_and_the_last_day_of_its_use() -> None:
    fewer = CREAM.with_plan(Plan(DAY + 10 * ONE_DAY, Daily(1))).stopped_after(DAY + 20 * ONE_DAY)
    again = fewer.with_plan(Plan(DAY + 30 * ONE_DAY, Daily(1)))
    found = events(Surroundings(treatments=[again]), Period.starting(DAY, 60))
    assert [(one.kind, (one.day - DAY).days) for one in found] == [
        (EventKind.BEGUN, 0),
        (EventKind.CHANGED, 10),
        (EventKind.STOPPED, 20),
        (EventKind.CHANGED, 30),
    ]


def test_a_beginning_or_end_without_a_day_happened_on_none() -> None:
    begun = Plan(date(2021, 3, 1), Daily(2), known=Known.MONTH)
    treatment = Treatment("Urea", Kind.CREAM, (begun,)).stopped_after(date(2021, 8, 9), known=Known.MONTH)
    assert events(Surroundings(treatments=[treatment]), Period(date(2021, 1, 1), DAY)) == ()
    exact = treatment.with_plan(replace(begun, known=Known.DAY))
    (event,) = events(Surroundings(treatments=[exact]), Period(date(2021, 1, 1), DAY))
    assert (event.kind, event.day) == (EventKind.BEGUN, date(2021, 3, 1))


def test_a_side_effect_that_goes_on_is_there_on_every_later_day() -> None:
    effect = SideEffect("dry eyes", DAY)
    (one,) = events(Surroundings(side_effects=[effect]), _on(DAY + timedelta(days=400)))
    assert one.goes_on
    assert (one.day, one.period.last) == (DAY, LATEST_DAY)
    assert not events(Surroundings(side_effects=[effect]), _on(DAY - ONE_DAY))


@settings(max_examples=30)
@given(st.lists(visits, max_size=4), st.lists(side_effects(), max_size=4), st.lists(treatments, max_size=3), st.dates())
def test_a_day_has_what_a_long_period_has_for_it(
    seen: list[Visit], noticed: list[SideEffect], used: list[Treatment], day: date
) -> None:
    around = Surroundings(seen, noticed, used)
    whole = events(around, Period(date.min, date.max))
    plans = sum(plan.known is Known.DAY for treatment in used for plan in treatment.plans)
    assert len(whole) == len(seen) + len(noticed) + plans
    assert [one.day for one in whole] == sorted(one.day for one in whole)
    assert events(around, _on(day)) == tuple(one for one in whole if day in one.period)


@pytest.mark.parametrize(
    ("today", "last", "following"),
    [(-1, None, 0), (0, 0, 9), (8, 0, 9), (9, 9, None), (400, 9, None)],
)
def test_the_visit_before_and_the_one_to_come(today: int, last: int | None, following: int | None) -> None:
    some = [Visit(DAY + 9 * ONE_DAY, key=1), Visit(DAY, "morning", key=2), Visit(DAY, "evening", key=3)]
    before, after = last_visit(some, DAY + today * ONE_DAY), next_visit(some, DAY + today * ONE_DAY)
    assert (before and (before.day - DAY).days) == last
    assert (after and (after.day - DAY).days) == following
    assert before is None or before.who != "morning", "of two on one day the later one"
    assert last_visit([replace(some[0], key=None)], DAY) is None
