"""Writes any mix of records and says what changed: saving, undo, redo and import all end here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from adtracker.domain.common.period import EVER, ONE_DAY, Period
from adtracker.domain.common.soft_delete import Usage, is_over
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import KINDS, Record, Removed, kind_of
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
    found: dict[tuple[object, ...], Record] = {
        (kind, repository.key(record)): record
        for kind, repository in REPOSITORIES.items()
        if (like := [change.record for change in last.values() if _may_be_there(change.record, kind)])
        for record in repository.find(connection, like)
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
    for kind in reversed(KINDS):
        _drop(connection, kind.of, done)
    numbers = {} if numbers is None else numbers
    for kind in REPOSITORIES:
        done += _put(connection, kind, real, numbers)
    digests.note(connection, done)
    return Edit(tuple(done))


def _drop(connection: Connection, kind: type[Record], gone: Sequence[Change]) -> None:
    if mine := [change.before for change in gone if isinstance(change.before, kind)]:
        REPOSITORIES[kind].drop(connection, mine)


def _put(
    connection: Connection, kind: type[Record], changes: Sequence[Change], numbers: dict[int, int]
) -> list[Change]:
    """Store what is of one kind; `numbers` are those that new treatments got in place of the ones they came with."""
    mine = [change for change in changes if isinstance(change.after, kind)]
    if not mine:
        return []
    after = REPOSITORIES[kind].put(connection, [_pointing(change.record, numbers) for change in mine])
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
