"""The JSON Schema of the diary as JSON: what a file has to look like that another program writes or reads.

It stands in `docs/diary.schema.json`. What a schema cannot say, such as that a course has one start, an import says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import isfinite
from typing import Any

from adtracker.domain.common.measure import PLAIN
from adtracker.domain.common.record_field import UNLIMITED
from adtracker.domain.records.body import AgeColumn, Grade
from adtracker.domain.records.day import ExtentMethod
from adtracker.exchange.codec import Data
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.days import DAYS
from adtracker.exchange.codecs.person import PROFILE
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS
from adtracker.exchange.dictionary import columns
from adtracker.exchange.dictionary.columns import Column, Holds
from adtracker.exchange.json.diary import MADE_AT, MADE_BY, MARK, VERSION

_TYPES: dict[Holds, Data] = {
    Holds.DAY: {"type": "string", "format": "date"},
    Holds.MOMENT: {"type": "string", "format": "date-time"},
    Holds.TEXT: {"type": "string"},
    Holds.NUMBER: {"type": "number"},
    Holds.WHOLE: {"type": "integer"},
    Holds.FLAG: {"type": "boolean"},
    Holds.LIST: {"type": "array", "items": {"type": "string"}},
    Holds.OBJECT: {"type": "object"},
}


def json_schema() -> str:
    """The schema as JSON text."""
    kinds = {section.name: _kind(section.name) for section in CODECS if section not in (PROFILE, DOSES)}
    lists = {name: {"type": "array", "items": kind} for name, kind in kinds.items()}
    profile = {"anyOf": [_kind(PROFILE.name), {"type": "null"}]}
    made = {MADE_BY: _TYPES[Holds.TEXT], MADE_AT: _TYPES[Holds.MOMENT]}
    properties = {MARK: {"type": "integer", "minimum": 1, "maximum": VERSION}, **made, PROFILE.name: profile, **lists}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A skin diary of adtracker",
        **_object(properties, [MARK]),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _kind(name: str) -> Data:
    if name == DAYS.name:
        return _day()
    return _treatment() if name == TREATMENTS.name else _plain(columns.TABLES[name])


def _object(properties: Data, needed: Iterable[str]) -> Data:
    """A name that is not known would be lost, so there is none."""
    return {"type": "object", "properties": properties, "required": list(needed), "additionalProperties": False}


def _plain(found: Sequence[Column], more: Data | None = None, needed: Sequence[str] = ()) -> Data:
    properties = {one.name: value(one) for one in found} | (more or {})
    return _object(properties, [*(one.name for one in found if one.needed), *needed])


def value(column: Column) -> Data:
    """What stands under the name of a column."""
    found: dict[str, Any] = dict(_TYPES[column.holds])
    if column.optional:
        found["type"] = [found["type"], "null"]
    if column.unit or column.better:
        facts = (column.unit and f"in {column.unit}", column.better and f"{column.better} is better")
        found["description"] = ", ".join(filter(None, facts))
    for name, limit in (("minimum", column.low), ("maximum", column.high)):
        if isfinite(limit):
            found[name] = limit
    if column.holds is Holds.TEXT and column.longest < UNLIMITED:
        found["maxLength"] = column.longest
    if column.among and column.holds is Holds.LIST:
        found["items"] = {"enum": list(column.among)}
    elif column.among:
        found["enum"] = [*column.among, *([None] if column.optional else [])]
    return found


def _day() -> Data:
    numbers = [columns.measure_column(measure, measure.key) for measure in PLAIN]
    plain = [columns.DATE_COLUMN, *numbers, columns.NOTE, *columns.CHIPS, *columns.RECORDED]
    extent = {"anyOf": [_extent(), {"type": "null"}]}
    answers = {"type": "object", "additionalProperties": {"type": ["number", "null"]}}
    return _plain(plain, {"extent": extent, "answers": answers})


def _extent() -> Data:
    share = Column("percent", Holds.NUMBER, needed=True, low=0, high=100, unit="%", better="lower")
    plain = [
        share,
        Column("method", Holds.TEXT, needed=True, among=columns.words(ExtentMethod)),
        Column("age_column", Holds.TEXT, optional=True, among=columns.words(AgeColumn)),
        Column("palms", Holds.NUMBER, optional=True, low=0, high=100),
    ]
    return _plain(plain, {"grades": {"type": "object", "additionalProperties": {"enum": list(columns.words(Grade))}}})


def _treatment() -> Data:
    schedule = _plain(
        [
            Column("type", Holds.TEXT, needed=True, among=columns.TYPES),
            *(replace(one, optional=False) for one in columns.SCHEDULE),
        ]
    )
    plan = _plain([columns.FROM, *columns.PLAN], {"schedule": schedule}, ["schedule"])
    more = {"plans": {"type": "array", "items": plan}, DOSES.name: {"type": "array", "items": _plain(columns.DOSE)}}
    return _plain((*columns.NAMED, *columns.STOCK), more)
