"""Writes any mix of records and says what changed: saving, undo, redo and import all end here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from adtracker.domain.common.period import EVER, ONE_DAY, Period
from adtracker.domain.common.soft_delete import Usage, is_over
from adtracker.domain.edits.edit import Change, Edit, by_type
from adtracker.domain.edits.kinds import KINDS, Record, Removed, kind_of
from adtracker.domain.records.day import DayEntry
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.storage import digests
from adtracker.storage.repositories.all_repositories import DOSES, REMOVABLE, REPOSITORIES


def everything(connection: Connection) -> list[Record]:
    """All records of all kinds, deleted ones included."""
    return [record for repository in REPOSITORIES.values() for record in repository.all(connection)]


def removed(connection: Connection) -> tuple[Removed, ...]:
    """All that was deleted and can be brought back."""
    return tuple(record for repository in REMOVABLE for record in repository.removed(connection))


def days_ahead(connection: Connection, today: date) -> frozenset[date]:
    """The days after today that something was written down for, deleted records included; visits are only planned."""
    coming = Period(today + ONE_DAY, EVER.last)
    kinds = (kind for kind in KINDS if kind.is_dated)
    found = (record for kind in kinds for record in REPOSITORIES[kind.of].between(connection, coming))
    return frozenset(day for record in found for day in kind_of(record).days(record) if day in coming)


def forget(connection: Connection, usage: Usage) -> Edit:
    """Take out what was deleted long ago, with everything that points at it."""
    over = [record for record in removed(connection) if is_over(record, usage)]
    return apply(connection, [change for record in over for change in removal(connection, record)])


def stored(connection: Connection, record: Record) -> Record | None:
    """What is stored under a record's key."""
    found: Sequence[Record] = REPOSITORIES[type(record)].find(connection, [record])
    return found[0] if found else None


def current(connection: Connection, wanted: Iterable[Change]) -> list[Change]:
    """The same changes, with what is stored now as their `before`; of several to one record the last counts."""
    last = {identity(change.record): change for change in wanted}
    grouped = by_type(last.values())
    found: dict[tuple[object, ...], Record] = {
        (kind, repository.key(record)): record
        for kind, repository in REPOSITORIES.items()
        if (like := _that_may_be_there(kind, [change.record for change in grouped.get(kind, ())]))
        for record in repository.find(connection, like)
    }
    return [
        change if change.before is (now := found.get(key)) else Change(now, change.after)
        for key, change in last.items()
    ]


def _that_may_be_there(kind: type[Record], records: Sequence[Record]) -> Sequence[Record]:
    """Those of one kind that the diary may have; of days it may be any."""
    return records if kind is DayEntry else list(filter(_may_be_there, records))


def _may_be_there(record: Record) -> bool:
    """Whether a record is not one that has yet to get its number, or belongs to such a one."""
    number = record.treatment if isinstance(record, DayDoses) else getattr(record, "key", 0)
    return number is not None and (isinstance(number, str) or number >= 0)


def identity(record: Record) -> tuple[object, ...]:
    """What tells records of all kinds apart; two new ones, which have no key yet, are two."""
    key = REPOSITORIES[type(record)].key(record)
    return (type(record), key) if key is not None else (type(record), key, id(record))


def removal(connection: Connection, record: Record) -> list[Change]:
    """The changes that take a record out, with everything that points at it."""
    doses = DOSES.of(connection, record.key) if isinstance(record, Treatment) and record.key is not None else ()
    return [Change(one, None) for one in (record, *doses)]


def apply(connection: Connection, changes: Iterable[Change], numbers: dict[int, int] | None = None) -> Edit:
    """Make changes whose `before` is what is stored; those that change nothing are left out of the edit.

    Records come out as they are stored: a new course with its key, the doses of a new treatment with the treatment's.
    A record that is no longer what was stored is not written over: that raises UnreadableRowError. Where one write is
    made in several steps, `numbers` are those that the treatments of earlier ones got.
    """
    real = [change for change in changes if change.before != change.after]
    digests.check_before(connection, real)
    done = [change for change in real if change.after is None]
    gone, kept = by_type(done), by_type(change for change in real if change.after is not None)
    for kind in reversed(KINDS):
        if kind.of in gone:
            REPOSITORIES[kind.of].drop(connection, [change.record for change in gone[kind.of]])
    numbers = {} if numbers is None else numbers
    for of in REPOSITORIES:
        done += _put(connection, of, kept.get(of, ()), numbers)
    digests.note(connection, done)
    return Edit(tuple(done))


def _put(connection: Connection, kind: type[Record], mine: Sequence[Change], numbers: dict[int, int]) -> list[Change]:
    """Store what is of one kind; `numbers` are those that new treatments got in place of the ones they came with."""
    if not mine:
        return []
    wanted = [change.record for change in mine]
    if kind is DayDoses:
        wanted = [_pointing(record, numbers) for record in wanted]
    after = REPOSITORIES[kind].put(connection, wanted)
    pairs = zip(mine, after, strict=True)
    done = [change if change.after is record else Change(change.before, record) for change, record in pairs]
    if kind is Treatment:
        keys = (
            (getattr(came, "key", None), getattr(one, "key", None)) for came, one in zip(wanted, after, strict=True)
        )
        numbers |= {came: one for came, one in keys if came is not None and one is not None}
    return done


def _pointing(record: Record, numbers: Mapping[int, int]) -> Record:
    """The same record, pointing at its treatment by the number that this has got."""
    if not isinstance(record, DayDoses) or record.treatment not in numbers:
        return record
    return replace(record, treatment=numbers[record.treatment])
