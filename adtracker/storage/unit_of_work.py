"""Writes any mix of records and says what changed: saving, undo, redo and import all end here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.common.soft_delete import Usage, is_over
from adtracker.domain.edits.ahead import days_of
from adtracker.domain.edits.edit import Change, Edit, Record, Removed
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.storage.repositories.courses import COURSES
from adtracker.storage.repositories.days import Days
from adtracker.storage.repositories.doses import Doses
from adtracker.storage.repositories.events import SIDE_EFFECTS, VISITS
from adtracker.storage.repositories.own import QUESTIONS, TRIGGERS
from adtracker.storage.repositories.person import Person
from adtracker.storage.repositories.photos import PHOTOS
from adtracker.storage.repositories.repository import Repository
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.repositories.scores import CLINIC_SCORES, FILLED_FORMS, FORMS
from adtracker.storage.repositories.treatments import TREATMENTS

DAYS, PERSON, DOSES = Days(), Person(), Doses()
EVER = Period(date.min, date.max)
# What can be deleted and brought back.
_REMOVABLE: dict[type[Record], RowRepository[Any]] = {
    Course: COURSES,
    Treatment: TREATMENTS,
    Photo: PHOTOS,
    Visit: VISITS,
    SideEffect: SIDE_EFFECTS,
    ClinicScore: CLINIC_SCORES,
    Response: FILLED_FORMS,
}
# In this order they are stored, in the opposite order taken out: doses point at their treatment, answers at their form.
_SHELVES: dict[type[Record], Repository[Any]] = {
    Profile: PERSON,
    Trigger: TRIGGERS,
    Question: QUESTIONS,
    Definition: FORMS,
    DayEntry: DAYS,
    **_REMOVABLE,
    DayDoses: DOSES,
}


def everything(connection: Connection) -> list[Record]:
    """All records of all kinds, deleted ones included."""
    shelves: list[RowRepository[Any]] = [TRIGGERS, QUESTIONS, FORMS, *_REMOVABLE.values()]
    few: list[Record] = [record for shelf in shelves for record in shelf.all(connection)]
    return [PERSON.only(connection), *few, *DAYS.between(connection, EVER), *DOSES.between(connection, EVER)]


def removed(connection: Connection) -> tuple[Removed, ...]:
    """All that was deleted and can be brought back."""
    found = (record for shelf in _REMOVABLE.values() for record in shelf.all(connection))
    return tuple(record for record in found if record.removed_on is not None)


def days_ahead(connection: Connection, today: date) -> frozenset[date]:
    """The days after today that something was written down for, deleted records included; visits are only planned."""
    coming = Period(today + ONE_DAY, EVER.last)
    several: list[RowRepository[Any]] = [SIDE_EFFECTS, CLINIC_SCORES, FILLED_FORMS, FORMS]
    found: list[Record] = [record for shelf in several for record in shelf.all(connection)]
    found += [shown for shelf in (DAYS, DOSES, PHOTOS) for shown in shelf.between(connection, coming)]
    return frozenset(day for record in found for day in days_of(record) if day in coming)


def forget(connection: Connection, usage: Usage) -> Edit:
    """Take out what was deleted long ago, with everything that points at it."""
    over = [record for record in removed(connection) if is_over(record, usage)]
    return apply(connection, [change for record in over for change in removal(connection, record)])


def stored(connection: Connection, record: Record) -> Record | None:
    """What is stored under a record's key."""
    found: Sequence[Record] = _SHELVES[type(record)].find(connection, [record])
    return found[0] if found else None


def current(connection: Connection, wanted: Iterable[Change]) -> list[Change]:
    """The same changes, with what is stored now as their `before`; of several to one record the last counts."""
    last = {identity(change.record): change for change in wanted}
    found: dict[tuple[object, ...], Record] = {
        (kind, shelf.key(record)): record
        for kind, shelf in _SHELVES.items()
        if (like := [change.record for change in last.values() if _may_be_there(change.record, kind)])
        for record in shelf.find(connection, like)
    }
    return [Change(found.get(key), change.after) for key, change in last.items()]


def _may_be_there(record: Record, kind: type[Record]) -> bool:
    """Whether a record is of a kind and not one that has yet to get its number, or belongs to such a one."""
    if not isinstance(record, kind):
        return False
    number = record.treatment if isinstance(record, DayDoses) else getattr(record, "key", 0)
    return number is not None and (isinstance(number, str) or number >= 0)


def identity(record: Record) -> tuple[object, ...]:
    """What tells records of all kinds apart; two new ones, which have no key yet, are two."""
    key = _SHELVES[type(record)].key(record)
    return (type(record), key) if key is not None else (type(record), key, id(record))


def removal(connection: Connection, record: Record) -> list[Change]:
    """The changes that take a record out, with everything that points at it."""
    doses = DOSES.of(connection, record.key) if isinstance(record, Treatment) and record.key is not None else ()
    return [Change(one, None) for one in (record, *doses)]


def apply(connection: Connection, changes: Iterable[Change], numbers: dict[int, int] | None = None) -> Edit:
    """Make changes whose `before` is what is stored; those that change nothing are left out of the edit.

    Records come out as they are stored: a new course with its key, the doses of a new treatment with the treatment's.
    Where one write is made in several steps, `numbers` are those that the treatments of earlier ones got.
    """
    real = [change for change in changes if change.before != change.after]
    done = [change for change in real if change.after is None]
    for kind in reversed(_SHELVES):
        _drop(connection, kind, done)
    numbers = {} if numbers is None else numbers
    for kind in _SHELVES:
        done += _put(connection, kind, real, numbers)
    return Edit(tuple(done))


def _drop(connection: Connection, kind: type[Record], gone: Sequence[Change]) -> None:
    if mine := [change.before for change in gone if isinstance(change.before, kind)]:
        _SHELVES[kind].drop(connection, mine)


def _put(
    connection: Connection, kind: type[Record], changes: Sequence[Change], numbers: dict[int, int]
) -> list[Change]:
    """Store what is of one kind; `numbers` are those that new treatments got in place of the ones they came with."""
    mine = [change for change in changes if isinstance(change.after, kind)]
    if not mine:
        return []
    after = _SHELVES[kind].put(connection, [_pointing(change.record, numbers) for change in mine])
    pairs = list(zip(mine, after, strict=True))
    numbers |= {
        change.after.key: record.key
        for change, record in pairs
        if isinstance(change.after, Treatment) and change.after.key is not None
    }
    return [Change(change.before, record) for change, record in pairs]


def _pointing(record: Record, numbers: Mapping[int, int]) -> Record:
    """The same record, pointing at its treatment by the number that this has got."""
    if not isinstance(record, DayDoses) or record.treatment not in numbers:
        return record
    return replace(record, treatment=numbers[record.treatment])
