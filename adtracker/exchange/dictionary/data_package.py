"""The data dictionary of the tables of an export, as a Data Package (https://specs.frictionlessdata.io): which columns
there are, what each holds, its unit, its range, which way is better. An empty cell is "not recorded".
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any

import adtracker
from adtracker.domain.common.record_field import UNLIMITED
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.exchange.codec import Data
from adtracker.exchange.csv.day_table import asked_on
from adtracker.exchange.csv.table_folder import table_folder
from adtracker.exchange.csv.tables import has_rows, write_tables
from adtracker.exchange.dictionary.columns import TABLES, Column, Holds, answer_column, day_columns
from adtracker.exchange.snapshot import Snapshot

_TYPES: dict[Holds, Data] = {
    Holds.DAY: {"type": "date"},
    Holds.MOMENT: {"type": "datetime", "format": "any"},
    Holds.TEXT: {"type": "string"},
    Holds.NUMBER: {"type": "number"},
    Holds.WHOLE: {"type": "integer"},
    Holds.FLAG: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    Holds.LIST: {"type": "string", "description": 'A list: its items are parted by "; ", and none is an empty one.'},
    Holds.OBJECT: {"type": "object"},
}


def package_file(file: Path) -> Path:
    """Where the dictionary of the tables of an export is: beside the table of days, under its name."""
    return file.with_name(f"{file.stem}-datapackage.json")


def write_package(contents: Snapshot, file: Path) -> bytes:
    """The dictionary of the tables that belong to the table of days `file`."""
    asked = asked_on(contents.of(DayEntry), contents.of(Question))
    answers = [answer_column(key, question) for key, question in asked.items()]
    folder = table_folder(file).name
    tables = [name for name, text in write_tables(contents).items() if has_rows(text)]
    package = {
        "profile": "tabular-data-package",
        "name": "skin-diary",
        "made_by": f"adtracker {adtracker.__version__}",
        "resources": [
            _resource("days", file.name, [*day_columns(contents.of(DayEntry)), *answers], ["date"]),
            *(_resource(name, f"{folder}/{name}.csv", TABLES[name]) for name in tables),
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(name: str, path: str, columns: Sequence[Column], key: Sequence[str] = ()) -> Data:
    schema: Data = {"fields": [field(column) for column in columns], "missingValues": [""]}
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "schema": schema | ({"primaryKey": list(key)} if key else {}),
    }


def field(column: Column) -> Data:
    """A column as a field of a table schema; `unit` and `better` are words of our own, which others pass over."""
    told = {"title": column.title, "unit": column.unit, "better": column.better, "constraints": _limits(column)}
    return {"name": column.name, **_TYPES[column.holds], **{name: value for name, value in told.items() if value}}


def _limits(column: Column) -> Data:
    limits: dict[str, Any] = {"required": True} if column.needed else {}
    for name, value in (("minimum", column.low), ("maximum", column.high)):
        if isfinite(value):
            limits[name] = value
    if column.longest < UNLIMITED:
        limits["maxLength"] = column.longest
    if column.among and column.holds is Holds.TEXT:
        limits["enum"] = list(column.among)
    return limits
