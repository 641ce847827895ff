"""A digest of a record: whatever changes a letter or a number of it, other than the diary itself, shows.

It is taken of a canonical form that knows nothing of files or tables. A field that says what it says if nothing is
given is left out, so that one which comes later changes no digest of a record that was stored before it.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any

from adtracker.domain.edits.kinds import Record

LENGTH = 16  # bytes


def digest(record: Record) -> bytes:
    """The digest of a record, its key included; the same for two that are equal, whatever their numbers are made of."""
    return blake2b(canonical(record).encode("ascii"), digest_size=LENGTH).digest()


def canonical(record: Record) -> str:
    """A record as one text: the names of its types and fields with what they hold, numbers as floats, moments in UTC.

    A field of several values says no order: they stand sorted.
    """
    return _json(_said(record))


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _said(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that say something, and what it is."""
    found: dict[str, Any] = {"": type(value).__name__}
    for name, default in _fields(type(value)):  # type: ignore[arg-type]  # a type can be a key
        held = getattr(value, name)
        if held != default:
            found[name] = sorted(map(_plain, held), key=_json) if isinstance(held, tuple) else _plain(held)
    return found


def _plain(value: Any) -> Any:
    match value:
        case bool() | int() | float():
            plain: Any = float(value) + 0.0  # no zero below zero: a file keeps none
        case Enum():
            plain = value.value
        case datetime():
            plain = value.astimezone(UTC).isoformat()
        case date():
            plain = value.isoformat()
        case tuple() | list():
            plain = [_plain(one) for one in value]
        case Mapping():
            plain = {name: _plain(value[name]) for name in sorted(value)}
        case _:
            plain = value if value is None or isinstance(value, str) else _said(value)
    return plain


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, object], ...]:
    """The fields of a dataclass by name, each with what it says if nothing is given."""
    return tuple(sorted((one.name, _default(one)) for one in fields(kind)))  # type: ignore[arg-type]  # a dataclass


def _default(one: Field[Any]) -> object:
    return MISSING if one.default is MISSING else one.default
