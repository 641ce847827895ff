"""Keeps the digest of each record beside it, and tells which record is not what was stored.

A record is compared before it is written over or taken out, too: what damage made of it never gets a digest of its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, bindparam, delete, func, select, true
from sqlalchemy.dialects.sqlite import Insert, insert

from adtracker.domain.common.period import Period
from adtracker.domain.edits.digest import LENGTH, digest, digests
from adtracker.domain.edits.edit import Change, by_type
from adtracker.domain.edits.kinds import KINDS, Record, kind_of
from adtracker.domain.edits.parts import blank
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import DAY
from adtracker.storage.failures import UnreadableRowError
from adtracker.storage.repositories.all_repositories import REPOSITORIES
from adtracker.storage.repositories.repository import each, ends, listed
from adtracker.storage.schema import DIGEST

_IS_KIND = DIGEST.c.kind == bindparam("of_kind")
_DROP = delete(DIGEST).where(_IS_KIND, DIGEST.c.key.in_(each("keys")))
_FIND = select(DIGEST.c.key, DIGEST.c.digest).where(_IS_KIND, DIGEST.c.key.in_(each("keys")))
_BETWEEN = (
    select(DIGEST.c.key)
    .where(DIGEST.c.kind == DAY.name, DIGEST.c.key.between(bindparam("first"), bindparam("last")))
    .limit(1)
)
_KEYS = select(DIGEST.c.key).where(_IS_KIND).order_by(DIGEST.c.key)
_COUNT = select(func.count()).select_from(DIGEST).where(_IS_KIND)
_ALL = select(DIGEST.c.key, DIGEST.c.digest).where(_IS_KIND)


def _put() -> Insert:
    """Keep the digests, one after the other, of the keys in a list of JSON, in place of those that the keys had."""
    given = func.json_each(bindparam("keys")).table_valued("key", "value").c
    its_own = func.substr(bindparam("digests"), LENGTH * given.key + 1, LENGTH)
    rows = select(bindparam("of_kind"), given.value, its_own).where(true())
    statement = insert(DIGEST).from_select([DIGEST.c.kind, DIGEST.c.key, DIGEST.c.digest], rows)
    key = [DIGEST.c.kind, DIGEST.c.key]
    return statement.on_conflict_do_update(index_elements=key, set_={"digest": statement.excluded.digest})


_PUT = _put()


def note(connection: Connection, done: Iterable[Change]) -> None:
    """Keep the digests of what was stored, and let go of those of what was taken out."""
    changes = list(done)
    for gone in by_type(change for change in changes if change.after is None).values():
        texts = listed(key_text(change.record) for change in gone)
        connection.execute(_DROP, {"of_kind": kind_of(gone[0].record).name, "keys": texts})
    for kept in by_type(change for change in changes if change.after is not None).values():
        _keep(connection, [change.record for change in kept])


def check_before(connection: Connection, changes: Sequence[Change]) -> None:
    """Raise UnreadableRowError if what is about to be changed is not what was stored."""
    grouped = by_type(changes)
    for kind in KINDS:
        mine = grouped.get(kind.of, ())
        if kind is DAY and _are_new(connection, [one.record for one in mine]):
            mine = [one for one in mine if one.before is not None]  # there should be none
        texts = _known_keys(kind.of, [one.record for one in mine])
        stored = _stored(connection, kind.name, [key for key in texts if key is not None])
        before = ((key, one.before) for key, one in zip(texts, mine, strict=True) if key is not None)
        if not all(_fits(one, stored.get(key)) for key, one in before if one is not None or key in stored):
            raise UnreadableRowError(kind.name)


def changed(connection: Connection, records: Sequence[Record]) -> Iterator[Record]:
    """Those of some records of one kind that are not what was stored."""
    keyed = [(key_text(record), record) for record in records]
    stored = _stored(connection, kind_of(records[0]).name, [key for key, _ in keyed]) if keyed else {}
    yield from (record for key, record in keyed if not _fits(record, stored.get(key)))


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
            _keep(connection, new)


def key_text(record: Record) -> str:
    """The key of a record as one text, which tells it from others of its kind."""
    return text_of_key(REPOSITORIES[type(record)].key(record))


def text_of_key(key: Hashable) -> str:
    """The same, for a key; the parts of one of several stand in their order."""
    return " ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _keep(connection: Connection, records: Sequence[Record]) -> None:
    """Keep the digests of some records of one kind."""
    texts = _texts(list(map(REPOSITORIES[type(records[0])].key, records)))
    written = b"".join(digests(records))
    connection.execute(_PUT, {"of_kind": kind_of(records[0]).name, "keys": listed(texts), "digests": written})


def _texts(keys: Sequence[Hashable]) -> Sequence[str]:
    """The keys of records of one kind as texts."""
    return list(map(text_of_key if keys and isinstance(keys[0], tuple) else str, keys))


def _known_keys(kind: type[Record], records: Sequence[Record]) -> Sequence[str | None]:
    """The keys of records of one kind that the diary may know; None for the others."""
    keys = list(map(REPOSITORIES[kind].key, records))
    return _texts(keys) if kind is DayEntry else list(map(_known_key, keys))


def _are_new(connection: Connection, days: Sequence[Any]) -> bool:
    """Whether no day between the first and the last of some was stored: then it need not be asked of each."""
    keys = [one.day for one in days]
    return not keys or connection.execute(_BETWEEN, ends(Period(min(keys), max(keys)))).first() is None


def _known_key(key: Hashable) -> str | None:
    """A key that the diary may know; None for that of a new record, which has no number, or one below zero."""
    number = key[0] if isinstance(key, tuple) else key
    return None if number is None or (isinstance(number, int) and number < 0) else text_of_key(key)


def _stored(connection: Connection, kind: str, of: Sequence[str]) -> Mapping[str, bytes]:
    return _pairs(connection.execute(_FIND, {"of_kind": kind, "keys": listed(of)})) if of else {}


def _pairs(rows: CursorResult[Any]) -> Mapping[str, bytes]:
    return {row["key"]: row["digest"] for row in rows.mappings()}


def _fits(record: Record | None, stored: bytes | None) -> bool:
    """Whether a record is what was stored; where nothing was, there is none, or a profile that says nothing."""
    if stored is None:
        return record is None or (isinstance(record, Profile) and record == blank(record))
    return record is not None and digest(record) == stored
