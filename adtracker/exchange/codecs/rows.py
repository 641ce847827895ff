"""The codec of a kind whose records are its fields, one object or row each, as the kind describes them."""

from __future__ import annotations

from typing import Any

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Choice, Day, Field, Flag, Number, Text, Whole
from adtracker.domain.common.record_kind import RecordKind
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.snapshot import Snapshot


def row_codec(kind: RecordKind[Any], **more: Any) -> RecordCodec[Any]:
    """The codec of a kind that has fields; `more` is what it says beyond them."""

    def write(record: Any, _contents: Snapshot) -> Data:
        return {one.in_files: _plain(one, getattr(record, one.name)) for one in kind.fields}

    def read(fields: FieldReader, parsed: ImportResult) -> Any:
        values = {one.name: _value(kind, one, fields, parsed) for one in kind.fields}
        record = kind.of(**values)
        return record if kind.completed is None else kind.completed(record)

    usual: dict[str, Any] = {
        "columns": tuple(one.in_files for one in kind.fields),
        # A day has one to stand in for it where it could not be read, a name has none.
        "checks_all": not any(one.needed and not isinstance(one, Day) for one in kind.fields),
        "called": {one.in_files: (one.name,) for one in kind.fields},
    }
    if kind.has_own_key:
        usual |= {"twice": _key_twice, "named": _key}
    return RecordCodec(of=kind, write=write, read=read, **(usual | more))


def _plain(field: Field, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(field, Day):
        return value.isoformat()
    return value.value if isinstance(field, Choice) else value


def _value(kind: RecordKind[Any], field: Field, fields: FieldReader, parsed: ImportResult) -> Any:
    """What an object says of a field, and where it says nothing what that means."""
    value = _read(field, fields, parsed)
    if field.needed:
        fields.require(field.in_files, value or None if isinstance(field, Text) else value)
    if value is not None or field.optional:
        return value
    if isinstance(field, Day):
        return parsed.today
    usual = kind.defaults[field.name] if field.blank is None else field.blank
    return _unread(field) if usual is None else usual


def _unread(field: Field) -> Any:
    """What stands for a value that must be there and is not: the record is refused."""
    return next(iter(field.among)) if isinstance(field, Choice) else 0


def _read(field: Field, fields: FieldReader, parsed: ImportResult) -> Any:
    name, words = field.in_files, parsed.known.words
    match field:
        case Day():
            return fields.day(name)
        case Text():
            return words.key(field.words, fields.text(name)) if field.words else fields.text(name)
        case Choice():
            return fields.choice(name, field.among, words.of(field.words))
        case Flag():
            return fields.flag(name)
        case Whole():
            return fields.whole(name)
        case Number():
            return fields.number(name)
        case _:
            raise TypeError(f"{type(field).__name__} needs a codec of its own")


def _key(record: Any) -> str:
    return str(record.key)


def _key_twice(record: Any) -> Problem:
    return Problem("key", "name_taken", {"text": shown(record.key)})
