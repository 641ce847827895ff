"""Writes any mix of records and says what changed: saving, undo, redo and import all end here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry
from adtracker.domain.edits import Change, Edit, Record
from adtracker.domain.period import Period
from adtracker.domain.profile import Profile
from adtracker.storage.shelves.courses import Courses
from adtracker.storage.shelves.days import Days
from adtracker.storage.shelves.person import Person
from adtracker.storage.shelves.shelf import Shelf

DAYS, COURSES, PERSON = Days(), Courses(), Person()
EVER = Period(date.min, date.max)
_SHELVES: Mapping[type[Record], Shelf[Any]] = {DayEntry: DAYS, Course: COURSES, Profile: PERSON}


def stored(connection: Connection, record: Record) -> Record | None:
    """What is stored under a record's key."""
    found: Sequence[Record] = _SHELVES[type(record)].find(connection, [record])
    return found[0] if found else None


def current(connection: Connection, wanted: Iterable[Change]) -> list[Change]:
    """The same changes, with what is stored now as their `before`; of several to one record the last counts."""
    last = {_identity(change.record): change for change in wanted}
    found: dict[tuple[object, ...], Record] = {
        (kind, shelf.key(record)): record
        for kind, shelf in _SHELVES.items()
        if (like := [change.record for change in last.values() if isinstance(change.record, kind)])
        for record in shelf.find(connection, like)
    }
    return [Change(found.get(key), change.after) for key, change in last.items()]


def _identity(record: Record) -> tuple[object, ...]:
    """What tells records of all kinds apart; two new ones, which have no key yet, are two."""
    key = _SHELVES[type(record)].key(record)
    return (type(record), key) if key is not None else (type(record), key, id(record))


def apply(connection: Connection, changes: Iterable[Change]) -> Edit:
    """Make changes whose `before` is what is stored; those that change nothing are left out of the edit.

    Records come out as they are stored: a new course with its key.
    """
    real = [change for change in changes if change.before != change.after]
    return Edit(tuple(done for kind in _SHELVES for done in _apply(connection, kind, real)))


def _apply(connection: Connection, kind: type[Record], changes: Sequence[Change]) -> list[Change]:
    shelf = _SHELVES[kind]
    mine = [change for change in changes if isinstance(change.record, kind)]
    gone = [change for change in mine if change.after is None]
    kept = [change for change in mine if change.after is not None]
    if gone:
        shelf.drop(connection, [change.before for change in gone])
    if not kept:
        return gone
    after = shelf.put(connection, [change.after for change in kept])
    return gone + [Change(change.before, record) for change, record in zip(kept, after, strict=True)]
