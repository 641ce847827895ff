"""A digest of a record: whatever changes a letter or a number of it, other than the diary itself, shows.

It is taken of a canonical form that knows nothing of files or tables. A field that says what it says if nothing is
given is left out, so that one which comes later changes no digest of a record that was stored before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, lru_cache, partial
from hashlib import blake2b
from itertools import repeat
from json.encoder import encode_basestring_ascii as _quoted
from operator import attrgetter
from typing import Any, TypeVar

from adtracker.domain.common.columns import made_once
from adtracker.domain.edits.kinds import Record

LENGTH = 16  # bytes
T = TypeVar("T")
_hashed = partial(blake2b, digest_size=LENGTH)
_Writes = Callable[[Any], str]
_Shape = tuple[str, Sequence[str], Sequence[object], Callable[[Any], tuple[Any, ...]]]


def digest(record: Record) -> bytes:
    """The digest of a record, its key included; the same for two that are equal, whatever their numbers are made of."""
    return _hashed(canonical(record).encode("ascii")).digest()


def digests(records: Sequence[Record]) -> list[bytes]:
    """The digests of some records of one type, in little more than half the time that they take one by one: field by
    field, what many of them hold is written once."""
    if not records:
        return []
    begin, names, defaults, _ = _SHAPES[type(records[0])]
    fields_of = zip(names, defaults, _GETTERS[type(records[0])], strict=True)
    columns = [_column(name, default, list(map(read, records))) for name, default, read in fields_of]
    parts = zip(repeat(begin), *(one for one in columns if one is not None), ["}"] * len(records))
    return [_hashed(text.encode()).digest() for text in map("".join, parts)]


def _column(name: str, default: object, held: Sequence[Any]) -> Sequence[str] | None:
    """What one field of many records adds to the text of each; None if it says nothing in any of them."""
    if not _says(held[0], default) and held.count(held[0]) == len(held):
        return None
    if default is MISSING and set(map(type, held)) == {date}:  # the day of a record: no two hold the same
        return [f'{name}"{day}"' for day in map(date.isoformat, held)]
    texts = made_once(held, lambda one: name + _HELD[type(one)](one) if _says(one, default) else "")
    return texts if any(texts) else None


def _says(held: Any, default: object) -> bool:
    """Whether a field says something other than what it does if nothing is given."""
    return held is not default and (default is None or default is MISSING or bool(held != default))


def canonical(record: Record) -> str:
    """A record as one text, which is JSON: the names of its types and fields with what they hold, numbers as floats,
    moments in UTC.

    A field of several values says no order: they stand sorted. All records of a diary go through here at every look
    for damage, so the text is written without a value in between.
    """
    return _said(record)


def _said(value: Any) -> str:
    """The fields of a dataclass that say something, and what it is."""
    begin, names, defaults, read = _SHAPES[type(value)]
    parts = [
        name + _HELD[type(held)](held)
        for name, default, held in zip(names, defaults, read(value))  # noqa: B905 -- there are as many of each
        if held is not default and (default is None or default is MISSING or held != default)  # `_says`, without a call
    ]
    return begin + "".join(parts) + "}"


def _plain(value: Any) -> str:
    return _WRITER[type(value)](value)


def _sorted(values: Iterable[Any]) -> str:
    return _listed(sorted(map(_plain, values)))


@cache
def _chosen(value: Enum) -> str:
    return _plain(value.value)


def _listed(texts: Iterable[str]) -> str:
    return f"[{','.join(texts)}]"


@lru_cache(maxsize=4096)  # a diary has few different ones
def _number(value: float) -> str:
    return repr(float(value) + 0.0)  # no zero below zero: a file keeps none


_WRITERS: Sequence[tuple[type[Any], _Writes]] = (
    (Enum, _chosen),
    (int, _number),
    (float, _number),
    (str, _quoted),
    (datetime, lambda value: f'"{value.astimezone(UTC).isoformat()}"'),
    (date, lambda value: f'"{value.isoformat()}"'),
    (tuple, lambda value: _listed(map(_plain, value))),
    (list, lambda value: _listed(map(_plain, value))),
    (Mapping, lambda value: f"{{{','.join(f'{_quoted(name)}:{_plain(value[name])}' for name in sorted(value))}}}"),
    (type(None), lambda _value: "null"),
)


def _writer(kind: type[Any]) -> _Writes:
    """How values of a type are written."""
    known = (one for of, one in _WRITERS if issubclass(kind, of))
    return next(known, _said)


def _field_writer(kind: type[Any]) -> _Writes:
    """The same where a field holds them."""
    return _sorted if issubclass(kind, tuple) else _WRITER[kind]


def _fields(kind: type[Any]) -> list[Field[Any]]:
    return sorted(fields(kind), key=lambda one: one.name)


def _getters(kind: type[Any]) -> list[Callable[[Any], Any]]:
    """What reads each of the fields: of many records, one after the other takes half the time of all at once."""
    return [attrgetter(one.name) for one in _fields(kind)]


def _shape(kind: type[Any]) -> _Shape:
    """How the text of a dataclass begins; its fields in the order of their names, as these are written; what each says
    if nothing is given; and what reads all of them at once."""
    known = _fields(kind)
    names = [one.name for one in known]
    read = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
    defaults = [one.default for one in known]
    return f'{{"":"{kind.__name__}"', [f',"{name}":' for name in names], defaults, read


class _ByType(dict[type[Any], T]):
    """What is made of each type, once."""

    def __init__(self, make: Callable[[type[Any]], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, kind: type[Any]) -> T:
        made = self[kind] = self._make(kind)
        return made


_WRITER, _HELD = _ByType(_writer), _ByType(_field_writer)
_SHAPES, _GETTERS = _ByType(_shape), _ByType(_getters)
