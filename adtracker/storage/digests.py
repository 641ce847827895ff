"""Keeps the digest of each record beside it, and tells which record is not what was stored.

A record is compared before it is written over or taken out, too: what damage made of it never gets a digest of its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, bindparam, delete, func, select

from adtracker.domain.edits.digest import digest
from adtracker.domain.edits.edit import Change
from adtracker.domain.edits.kinds import KINDS, Record, kind_of
from adtracker.domain.edits.parts import blank
from adtracker.domain.records.profile import Profile
from adtracker.storage.failures import UnreadableRowError
from adtracker.storage.repositories.all_repositories import REPOSITORIES
from adtracker.storage.repositories.repository import upsert
from adtracker.storage.schema import DIGEST

T = TypeVar("T")
_AT_ONCE = 5000  # a statement can ask for no more than some ten thousand keys
_IS_KIND = DIGEST.c.kind == bindparam("of_kind")
_PUT = upsert(DIGEST)
_DROP = delete(DIGEST).where(_IS_KIND, DIGEST.c.key == bindparam("of_key"))
_FIND = select(DIGEST.c.key, DIGEST.c.digest).where(_IS_KIND, DIGEST.c.key.in_(bindparam("keys", expanding=True)))
_KEYS = select(DIGEST.c.key).where(_IS_KIND).order_by(DIGEST.c.key)
_COUNT = select(func.count()).select_from(DIGEST).where(_IS_KIND)
_ALL = select(DIGEST.c.key, DIGEST.c.digest).where(_IS_KIND)


def note(connection: Connection, done: Iterable[Change]) -> None:
    """Keep the digests of what was stored, and let go of those of what was taken out."""
    changes = list(done)
    gone = [
        {"of_kind": kind_of(change.record).name, "of_key": key_text(change.record)}
        for change in changes
        if change.after is None
    ]
    kept = [_values(change.after) for change in changes if change.after is not None]
    if gone:
        connection.execute(_DROP, gone)
    if kept:
        connection.execute(_PUT, kept)


def check_before(connection: Connection, changes: Sequence[Change]) -> None:
    """Raise UnreadableRowError if what is about to be changed is not what was stored."""
    for kind in KINDS:
        mine = [change for change in changes if isinstance(change.record, kind.of) and _has_key(change.record)]
        for some in _pieces(mine):
            stored = _stored(connection, kind.name, [key_text(change.record) for change in some])
            if not all(_fits(change.before, stored.get(key_text(change.record))) for change in some):
                raise UnreadableRowError(kind.name)


def changed(connection: Connection, records: Sequence[Record]) -> Iterator[Record]:
    """Those of some records of one kind that are not what was stored."""
    for some in _pieces(records):
        stored = _stored(connection, kind_of(some[0]).name, list(map(key_text, some)))
        yield from (record for record in some if not _fits(record, stored.get(key_text(record))))


def keys(connection: Connection, kind: str) -> Sequence[str]:
    """The keys of all records of a kind that were stored, as text."""
    return connection.execute(_KEYS, {"of_kind": kind}).scalars().all()


def count(connection: Connection, kind: str) -> int:
    """How many records of a kind were stored."""
    return connection.execute(_COUNT, {"of_kind": kind}).scalar_one()


def settle(connection: Connection) -> None:
    """Give those records a digest that have none, after a step that made them or changed what they say.

    Raises UnreadableRowError if a record that has one is not what was stored, or is no longer there.
    """
    for kind in KINDS:
        found = {key_text(record): record for record in REPOSITORIES[kind.of].all(connection)}
        stored = _pairs(connection.execute(_ALL, {"of_kind": kind.name}))
        if not stored.keys() <= found.keys() or any(not _fits(found[key], kept) for key, kept in stored.items()):
            raise UnreadableRowError(kind.name)
        new = [record for key, record in found.items() if key not in stored and record != Profile()]
        if new:
            connection.execute(_PUT, list(map(_values, new)))


def key_text(record: Record) -> str:
    """The key of a record as one text, which tells it from others of its kind."""
    return text_of_key(REPOSITORIES[type(record)].key(record))


def text_of_key(key: Hashable) -> str:
    """The same, for a key; the parts of one of several stand in their order."""
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _values(record: Record) -> dict[str, object]:
    return {"kind": kind_of(record).name, "key": key_text(record), "digest": digest(record)}


def _has_key(record: Record) -> bool:
    """Whether the diary may know it: a new one has no number, or one below zero."""
    key = REPOSITORIES[type(record)].key(record)
    number = key[0] if isinstance(key, tuple) else key
    return number is not None and not (isinstance(number, int) and number < 0)


def _stored(connection: Connection, kind: str, of: Sequence[str]) -> Mapping[str, bytes]:
    return _pairs(connection.execute(_FIND, {"of_kind": kind, "keys": of}))


def _pairs(rows: CursorResult[Any]) -> Mapping[str, bytes]:
    return {row["key"]: row["digest"] for row in rows.mappings()}


def _fits(record: Record | None, stored: bytes | None) -> bool:
    """Whether a record is what was stored; where nothing was, there is none, or a profile that says nothing."""
    if stored is None:
        return record is None or (isinstance(record, Profile) and record == blank(record))
    return record is not None and digest(record) == stored


def _pieces(all_of: Sequence[T]) -> Iterator[Sequence[T]]:
    for begin in range(0, len(all_of), _AT_ONCE):
        yield all_of[begin : begin + _AT_ONCE]
