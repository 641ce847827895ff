"""The data dictionary beside exported tables names every table, every column, and no cell says anything else."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from adtracker.domain.common.record_field import Field
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.exchange.csv.day_table import COLUMNS
from adtracker.exchange.csv.tables import NAMES
from adtracker.exchange.csv.treatments import DOSE_COLUMNS, PLAN_COLUMNS
from adtracker.exchange.dictionary.columns import DAYS, TABLES, column_of
from adtracker.exchange.export import CSV, write_export
from adtracker.exchange.snapshot import Snapshot
from tests.every_kind import SAMPLES
from tests.exchange.whole import diaries

_READ: Mapping[str, Callable[[str], Any]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "string": str,
    "number": float,
    "integer": int,
    "boolean": lambda cell: {"yes": True, "no": False}[cell],
    "object": json.loads,
}


def _exported(records: list[Record], folder: Path) -> tuple[dict[str, Any], Path]:
    file = folder / "days.csv"
    write_export(Snapshot(records), CSV, file, folder / "my.diary")
    return json.loads((folder / "days-datapackage.json").read_text(encoding="utf-8")), folder


def _rows(resource: dict[str, Any], folder: Path) -> list[list[str]]:
    with (folder / resource["path"]).open(encoding=resource["encoding"], newline="") as source:
        return list(csv.reader(source))


def _fits(cell: str, field: dict[str, Any]) -> bool:
    """Whether a cell is what its field says."""
    limits = field.get("constraints", {})
    if cell == "":
        return not limits.get("required")
    value = _READ[field["type"]](cell)
    if "minimum" in limits or "maximum" in limits:
        return bool(limits.get("minimum", value) <= value <= limits.get("maximum", value))
    return value in limits.get("enum", [value])


@settings(max_examples=25)
@given(diaries())
def test_every_table_is_as_the_dictionary_says(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name:
        package, folder = _exported(records, Path(name))
        files = {file.relative_to(folder).as_posix() for file in folder.rglob("*.csv")}
        assert {one["path"] for one in package["resources"]} == files
        for resource in package["resources"]:
            header, *rows = _rows(resource, folder)
            fields = resource["schema"]["fields"]
            assert [field["name"] for field in fields] == header
            assert all(_fits(cell, field) for row in rows for cell, field in zip(row, fields, strict=True))


def test_every_kind_has_its_table_in_it(tmp_path: Path) -> None:
    package, _ = _exported([*SAMPLES.values()], tmp_path)
    assert {one["name"].replace("-", "_") for one in package["resources"]} == {"days", *NAMES}
    header, *_ = _rows(package["resources"][0], tmp_path)
    assert "answer: Mood" in header  # of a question that is not there
    assert [field["name"] for field in package["resources"][0]["schema"]["fields"]] == header


def test_columns_stand_in_the_order_of_the_tables() -> None:
    assert TABLES.keys() == set(NAMES)
    assert [one.name for one in DAYS] == list(COLUMNS)
    assert [one.name for one in TABLES["treatments"]] == list(PLAN_COLUMNS)
    assert [one.name for one in TABLES["doses"]] == list(DOSE_COLUMNS)


def test_a_number_says_its_unit_its_range_and_which_way_is_better(tmp_path: Path) -> None:
    steps = Question("steps", "Steps a day", AnswerKind.COUNT, Better.HIGHER, "steps")
    swam = Question("swam", "Did I swim?", AnswerKind.YES_NO, Better.NEITHER, position=1)
    package, _ = _exported([steps, swam], tmp_path)
    fields = {field["name"]: field for field in package["resources"][0]["schema"]["fields"]}
    assert fields["extent_percent"] == {
        "name": "extent_percent",
        "type": "number",
        "unit": "%",
        "better": "lower",
        "constraints": {"minimum": 0, "maximum": 100},
    }
    assert fields["sleep_quality"]["better"] == "higher"
    assert fields["answer: steps"] == {
        "name": "answer: steps",
        "type": "integer",
        "title": "Steps a day",
        "unit": "steps",
        "better": "higher",
        "constraints": {"minimum": 0, "maximum": 1_000_000},
    }
    assert (fields["answer: swam"]["type"], fields["answer: swam"]["trueValues"]) == ("boolean", ["yes"])
    assert package["resources"][0]["schema"]["missingValues"] == [""]


def test_a_cell_that_is_not_what_the_dictionary_says_is_noticed() -> None:
    itch = {"name": "itch", "type": "number", "constraints": {"minimum": 0, "maximum": 10}}
    assert _fits("7.5", itch)
    assert not _fits("11", itch)
    assert not _fits("", {"name": "date", "type": "date", "constraints": {"required": True}})


def test_a_field_of_a_new_kind_has_to_be_told() -> None:
    with pytest.raises(TypeError, match="Field"):
        column_of(Field(name="mood"))
