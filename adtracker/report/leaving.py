"""What leaves the diary with a report: one rule for what is printed and for the data that go along.

Pages and data are made of the same request, and what was not ticked, or is none of the period's days, is not in it any
more: no part of the report has to think of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from adtracker.domain.common.measure import MEASURES, PLAIN
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.domain.views.event import Surroundings
from adtracker.queries.report import Parts, Request
from adtracker.report.material import Material

NUMBERS, DETAILS, NOTES = "numbers", "details", "notes"
# The fields of a day by what has to be ticked for them; what is in none goes along with any of them.
FIELDS: Mapping[str, Sequence[str]] = {
    NUMBERS: (*(measure.key for measure in PLAIN), "extent", "bad_day"),
    DETAILS: ("woken", "signs", "context", "answers"),
    NOTES: ("note",),
}
ALWAYS = ("day", "recorded_at", "recorded_on", "origin")
_COLUMNS: Mapping[str, Sequence[str]] = {**FIELDS, NUMBERS: (*(measure.key for measure in MEASURES), "bad_day")}


@dataclass(frozen=True, slots=True)
class DayData:
    """The days that go along as a table, with the own questions answered on them.

    `without` are the columns that the table does not have, `left_out` what has to be ticked for them.
    """

    entries: tuple[DayEntry, ...]
    questions: tuple[Question, ...]
    without: tuple[str, ...]
    left_out: tuple[str, ...]


def leaving(request: Request) -> Request:
    """A request without what its parts do not have. What leaves once leaves the same a second time."""
    parts = request.parts
    return replace(
        request,
        entries=_days(request.entries, parts),
        course=_course(request.course, parts),
        earlier=[one if parts.treatments else replace(one, treatment="") for one in request.earlier],
        around=_around(request.around, parts),
        questions=request.questions if parts.details else (),
        triggers=request.triggers if parts.details else (),
        pictures=request.pictures if parts.photos else {},
        tried=request.tried if parts.tried else (),
    )


def day_data(material: Material, parts: Parts) -> DayData | None:
    """The days of the period as data; None where none are wanted or there is nothing to say of a day."""
    left_out = _left_out(parts)
    if not (parts.data or parts.fhir) or not material.days or len(left_out) == len(FIELDS):
        return None
    without = tuple(chain.from_iterable(_COLUMNS[one] for one in left_out))
    return DayData(tuple(material.days.values()), material.questions, without, left_out)


def _left_out(parts: Parts) -> tuple[str, ...]:
    ticked = {NUMBERS: parts.summary or parts.weekly_table, DETAILS: parts.details, NOTES: parts.notes}
    return tuple(one for one, is_ticked in ticked.items() if not is_ticked)


def _days(entries: Sequence[DayEntry], parts: Parts) -> Sequence[DayEntry]:
    """The days, with no answer in the fields that are left out."""
    names = tuple(chain.from_iterable(FIELDS[one] for one in _left_out(parts)))
    if not names:
        return entries
    return [replace(entry, **_nothing_in(names, DayEntry(entry.day))) for entry in entries]


def _nothing_in(names: Sequence[str], blank: DayEntry) -> Mapping[str, Any]:
    return {name: getattr(blank, name) for name in names}


def _course(course: Course | None, parts: Parts) -> Course | None:
    """Weeks are counted from its start; what it is called is a treatment's name."""
    return course if course is None or parts.treatments else replace(course, treatment="")


def _around(around: Surroundings, parts: Parts) -> Surroundings:
    """Of what surrounds the days, the kinds that are ticked, and no others."""
    return Surroundings(
        visits=around.visits if parts.happened else (),
        side_effects=around.side_effects if parts.happened else (),
        breaks=[replace(one, words="") for one in around.breaks] if parts.summary else (),
        readings=around.readings if parts.happened else (),
        treatments=around.treatments if parts.treatments else (),
        doses=around.doses if parts.treatments else (),
        photos=around.photos if parts.photos else (),
        recalls=around.recalls if parts.summary or parts.weekly_table else (),
    )
