"""The tables of kinds that are one row each, made from their fields; what a row must not be beyond them stands here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sql
from sqlalchemy import CheckConstraint, Column, Constraint, ForeignKeyConstraint, Table

from adtracker.domain.common.record_field import Choice, Day, Field, Flag, Number, Pairs, Whole
from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.edits.kinds import KINDS
from adtracker.storage.schema.base import BY_KEY, BY_NUMBER, METADATA, is_day, is_flag, is_json
from adtracker.storage.schema.person import PERSON

_MORE: Mapping[str, Sequence[Constraint]] = {
    "side_effect": (CheckConstraint("last >= first", "order"),),
    "diary_break": (CheckConstraint("last >= first", "order"),),
    "photo": (CheckConstraint("length(digest) = 64", "digest"),),
    "form": (is_json("content", "object"),),
    "filled_form": (ForeignKeyConstraint(["form"], ["form.key"]),),
}


def _table(kind: RecordKind[Any]) -> Table[Any]:
    """Told apart by the record's own key, or by a number that the diary gives."""
    name = kind.table or kind.name
    key = [] if kind.has_own_key else [Column("id", sql.Integer, primary_key=True)]
    fields = [Column(one.name, _type(one), primary_key=one.name == "key", nullable=one.optional) for one in kind.fields]
    checks = [check for one in kind.fields for check in _checks(one)]
    if kind.is_removable:
        fields.append(Column("removed_on", sql.Text))
        checks.append(is_day("removed_on"))
    options = BY_KEY if kind.has_own_key else BY_NUMBER
    return Table(name, METADATA, *key, *fields, *checks, *_MORE.get(name, ()), **options)


def _type(field: Field) -> type[sql.types.TypeEngine[Any]]:
    if isinstance(field, Whole | Flag):
        return sql.Integer
    return sql.REAL if isinstance(field, Number) else sql.Text


def _checks(field: Field) -> Iterator[CheckConstraint]:
    """What the file itself holds against a value; a limit of letters is none of it, for limits grow."""
    name = field.name
    match field:
        case Day():
            yield is_day(name)
        case Flag():
            yield is_flag(name)
        case Pairs():
            yield is_json(name, "object")
        case Number(low=low, high=high) if field.is_bounded:
            yield CheckConstraint(f"{name} BETWEEN {low} AND {high}", name)
        case Choice(among=among):
            values = ", ".join(f"'{one.value}'" for one in among)
            yield CheckConstraint(f"{name} IN ({values})", name)


# By the name of their kind.
ROW_TABLES: Mapping[str, Table[Any]] = {
    kind.name: _table(kind) for kind in KINDS if kind.fields and kind.table != PERSON.name
}
