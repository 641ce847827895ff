"""A digest of a record: whatever changes a letter or a number of it, other than the diary itself, shows.

It is taken of a canonical form that knows nothing of files or tables. A field that says what it says if nothing is
given is left out, so that one which comes later changes no digest of a record that was stored before it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache, lru_cache
from hashlib import blake2b
from json.encoder import encode_basestring_ascii as _quoted
from operator import attrgetter
from typing import Any

from adtracker.domain.edits.kinds import Record

LENGTH = 16  # bytes


def digest(record: Record) -> bytes:
    """The digest of a record, its key included; the same for two that are equal, whatever their numbers are made of."""
    return blake2b(canonical(record).encode("ascii"), digest_size=LENGTH).digest()


def canonical(record: Record) -> str:
    """A record as one text, which is JSON: the names of its types and fields with what they hold, numbers as floats,
    moments in UTC.

    A field of several values says no order: they stand sorted. All records of a diary go through here at every look
    for damage, so the text is written without a value in between.
    """
    return _said(record)


def _said(value: Any) -> str:
    """The fields of a dataclass that say something, and what it is."""
    begin, fields_of, read = _shape(type(value))  # type: ignore[arg-type]  # a type can be a key
    parts = [begin]
    for (name, default), held in zip(fields_of, read(value), strict=True):
        if held is not default and held != default:
            text = _listed(sorted(map(_plain, held))) if isinstance(held, tuple) else _plain(held)
            parts.append(f"{name}{text}")
    return f"{{{','.join(parts)}}}"


def _plain(value: Any) -> str:
    return _writer(type(value))(value)  # type: ignore[arg-type]  # as above


@cache
def _writer(kind: type[Any]) -> Callable[[Any], str]:
    """How values of a type are written."""
    known = (one for of, one in _WRITERS if issubclass(kind, of))
    return next(known, _said)


@cache
def _chosen(value: Enum) -> str:
    return _plain(value.value)


def _listed(texts: Iterable[str]) -> str:
    return f"[{','.join(texts)}]"


@lru_cache(maxsize=4096)  # a diary has few different ones
def _number(value: float) -> str:
    return repr(float(value) + 0.0)  # no zero below zero: a file keeps none


_WRITERS: Sequence[tuple[type[Any], Callable[[Any], str]]] = (
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


_Shape = tuple[str, tuple[tuple[str, object], ...], Callable[[Any], tuple[Any, ...]]]


@cache
def _shape(kind: Hashable) -> _Shape:
    """How the text of a dataclass begins; its fields by name, as it is written, each with what it says if nothing is
    given; and what reads the values of all of them at once."""
    known = sorted(fields(kind), key=lambda one: one.name)  # type: ignore[arg-type]  # a dataclass
    names = [one.name for one in known]
    read = attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)
    written = tuple((f'"{one.name}":', _default(one)) for one in known)
    return f'"":"{kind.__name__}"', written, read  # type: ignore[attr-defined]  # the same


def _default(one: Field[Any]) -> object:
    return MISSING if one.default is MISSING else one.default
