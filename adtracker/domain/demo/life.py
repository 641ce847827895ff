"""What surrounds the days of the demonstration: treatments and doses, visits, scores, a side effect, triggers, photos.

Made up like the days themselves: nothing in it says what a medicine does, or what sets the skin off.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from random import Random

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment, planned

OWN_TRIGGER = Trigger("Washing up", "Washing up")
OWN_QUESTION = Question("Skin pain", "Skin pain")
DOCTOR = "Dr. Weber, skin clinic"
NEXT_VISIT_DAYS = 12

# As numbers of treatments that are not stored yet.
_INJECTION, _HANDS, _NECK, _MOISTURISER = range(-1, -5, -1)
# How widespread the eczema is (a logit) where a sign is seen every other day.
_SIGNS = {Sign.DRY: -0.7, Sign.FLAKING: 0.2, Sign.CRACKED: 0.7, Sign.WEEPING: 1.5, Sign.BLEEDING: 1.2}
_SIGNS_VARY = 0.5
_WOKEN_FROM = 4.5
# How often each is ticked.
_TRIGGERS = {"stress": 0.16, "heat": 0.08, "dry_air": 0.12, OWN_TRIGGER.key: 0.14}
# What the notes of days say already.
_TOLD = {41: "dry_air", 66: "stress", 101: "wool", 112: OWN_TRIGGER.key}
_WOKEN = {4: True, 22: False, 120: False}
_CRACKED = 112
_SITES = (("abdomen_left", "abdomen_right"), ("thigh_right",), ("thigh_left",))
_SKIPPED, _NOT_RECORDED = 0.06, 0.03
_REASONS = ("Forgot", "Away from home", "No time")
_FORGOTTEN = 12
# What the clinic found at the visits, and the total of a form filled in there.
_SCORES = ((-2, "easi", 26.4), (-2, "iga", 4), (-2, "poem", 21), (85, "easi", 9.8), (85, "iga", 2), (85, "poem", 11))
_PHOTOS = ((1, 0.9), (60, 0.5), (120, 0.3))


@dataclass(frozen=True, slots=True)
class DrawnPhoto:
    """A photo to be drawn by code: how red it shows the place, from 0 (not at all) to 1."""

    day: date
    region: str
    redness: float


@dataclass(frozen=True, slots=True)
class DemoLife:
    """All that is not a day's own answers."""

    treatments: tuple[Treatment, ...]
    doses: tuple[DayDoses, ...]
    visits: tuple[Visit, ...]
    side_effects: tuple[SideEffect, ...]
    scores: tuple[ClinicScore, ...]
    photos: tuple[DrawnPhoto, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """What is stored, but for the photos; doses point at their treatment by the number that it has here."""
        own = (OWN_TRIGGER, OWN_QUESTION)
        return (*own, *self.treatments, *self.visits, *self.side_effects, *self.scores, *self.doses)


def demo_life(course: Course, entries: Iterable[DayEntry], today: date, random: Random) -> DemoLife:
    """What surrounds these days of a course."""
    treatments = _treatments(course)
    before = (dose for entry in entries if entry.day < today for dose in _doses_of(entry, treatments, course, random))
    return DemoLife(
        treatments,
        (*before, _recorded(DayDoses(_MOISTURISER, today, 1), random)),
        _visits(course, today),
        (SideEffect("Red, sore arm", _day(course, 29), _day(course, 31), Severity.MILD, "A cool, wet cloth"),),
        tuple(ClinicScore(_day(course, day), scale, value, DOCTOR) for day, scale, value in _SCORES),
        tuple(DrawnPhoto(_day(course, number), "left_inner_elbow", redness) for number, redness in _PHOTOS),
    )


def surrounded(entry: DayEntry, spread: float, course: Course, random: Random) -> DayEntry:
    """A day with its chips ticked and the own question answered; `spread` is how widespread the eczema is (a logit)."""
    itch, number = entry.itch or 0.0, course.day_number(entry.day)
    seen = {sign for sign, limit in _SIGNS.items() if spread + random.gauss(0, _SIGNS_VARY) > limit}
    if number == _CRACKED:
        seen.add(Sign.CRACKED)
    ticked = {key for key, share in _TRIGGERS.items() if random.random() < share} | {_TOLD.get(number, "")} - {""}
    wakes = random.random() < 1 / (1 + math.exp(_WOKEN_FROM - itch))
    pain = min(max(round(0.7 * itch + random.gauss(0, 0.8)), 0), 10)
    return replace(
        entry,
        signs=tuple(sign for sign in Sign if sign in seen),
        woken=_WOKEN.get(number, wakes),
        context=tuple(sorted(ticked)),
        answers=((OWN_QUESTION.key, float(pain)),),
    )


def _day(course: Course, number: int) -> date:
    return course.start + (number - 1) * ONE_DAY


def _treatments(course: Course) -> tuple[Treatment, ...]:
    """An injection every four weeks with a loading dose, two creams of which one is stopped, and a moisturiser."""
    start, before = course.start, course.start - 7 * ONE_DAY
    four_weeks = Plan(start, Every(4, Unit.WEEKS, start), "250 mg", "500 mg")
    neck = Treatment("Hydrocortisone 1 % cream", Kind.CREAM, (Plan(before, Daily(), "neck"),), "mild", key=_NECK)
    hands = Treatment("Mometasone 0.1 % ointment", Kind.CREAM, (Plan(before, Daily(), "hands"),), "potent", key=_HANDS)
    fewer = Plan(_day(course, 50), Every(2, Unit.DAYS, _day(course, 50)), "hands", reason="Hands are calmer")
    return (
        Treatment("Amlitelimab (example)", Kind.INJECTION, (four_weeks,), key=_INJECTION),
        hands.with_plan(fewer),
        neck.stopped_after(_day(course, 63), "Neck calm for two weeks"),
        Treatment("Moisturiser", Kind.MOISTURISER, (Plan(before, Daily(2)),), key=_MOISTURISER),
    )


def _visits(course: Course, today: date) -> tuple[Visit, ...]:
    return (
        Visit(_day(course, -2), DOCTOR, "We talked about the injections. Blood test done.", "What if I miss a day?"),
        Visit(
            _day(course, 85),
            DOCTOR,
            "Week 12. We looked at my diary together.",
            "Can I stop the steroid cream on my hands?\nWhat happens after week 24?",
        ),
        Visit(today + NEXT_VISIT_DAYS * ONE_DAY, DOCTOR),
    )


def _doses_of(entry: DayEntry, treatments: Iterable[Treatment], course: Course, random: Random) -> Iterator[DayDoses]:
    """What was taken on a day."""
    for treatment in treatments:
        count = sum(one.count for one in planned(treatment, Period(entry.day, entry.day)))
        doses = _dose(treatment, entry.day, count, course.day_number(entry.day), random)
        if not doses.is_empty:
            yield _recorded(doses, random)


def _dose(treatment: Treatment, day: date, count: int, number: int, random: Random) -> DayDoses:
    """What was taken of the `count` planned doses of one treatment; injections are never missed."""
    assert treatment.key is not None, "doses point at it"
    skips, is_not_recorded, reason = (
        random.random() < _SKIPPED,
        random.random() < _NOT_RECORDED,
        random.choice(_REASONS),
    )
    if treatment.kind is Kind.INJECTION:
        sites = _SITES[number // 28 % len(_SITES)] if count else ()
        return DayDoses(treatment.key, day, count, sites=sites)
    if treatment.kind is Kind.MOISTURISER and number == _FORGOTTEN:
        return DayDoses(treatment.key, day, count - 1, 1, _REASONS[0])
    if is_not_recorded or not count:
        return DayDoses(treatment.key, day)
    if skips:
        return DayDoses(treatment.key, day, count - 1, 1, reason)
    return DayDoses(treatment.key, day, count)


def _recorded(doses: DayDoses, random: Random) -> DayDoses:
    at = datetime.combine(doses.day, time(6, random.randrange(60)), UTC)
    return replace(doses, recorded_at=at, recorded_on=doses.day)
