"""The schema in `docs` is that of the code, takes every diary there can be, and refuses what an import refuses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.exchange.dictionary.json_schema import json_schema
from adtracker.exchange.json import diary
from adtracker.exchange.snapshot import Snapshot
from tests.every_kind import NOW, SAMPLES
from tests.exchange.dictionary.schema_check import wrong_with
from tests.exchange.whole import diaries

FILE = Path(__file__).parents[3] / "docs" / "diary.schema.json"
SCHEMA: dict[str, Any] = json.loads(json_schema())


def test_the_file_in_docs_says_what_the_code_does() -> None:
    # After a change: .venv/bin/python packaging/json_schema.py
    assert FILE.read_text(encoding="utf-8") == json_schema()


@pytest.mark.slow
@settings(max_examples=40)
@given(diaries())
def test_every_diary_fits(records: list[Record]) -> None:
    assert wrong_with(json.loads(diary.write(Snapshot(records))), SCHEMA) == []


def test_every_name_that_is_written_is_in_it() -> None:
    typed = SAMPLES[DayEntry]
    assert isinstance(typed, DayEntry)
    read = SAMPLES | {DayEntry: replace(typed, origin=Origin.PAPER)}
    data = json.loads(diary.write(Snapshot(read.values()), NOW))
    assert wrong_with(data, SCHEMA) == []
    assert data.keys() == SCHEMA["properties"].keys()
    for name, records in data.items():
        if isinstance(records, list):
            assert records[0].keys() == SCHEMA["properties"][name]["items"]["properties"].keys(), name


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ({}, ".adtracker"),
        ({"adtracker": 99}, ".adtracker"),
        ({"adtracker": 3, "moods": []}, ".moods"),
        ({"adtracker": 3, "days": [{"itch": 3}]}, ".days[0].date"),
        ({"adtracker": 3, "days": [{"date": "2026-02-30"}]}, ".days[0].date"),
        ({"adtracker": 3, "days": [{"date": "2026-08-02", "itch": 11}]}, ".days[0].itch"),
        ({"adtracker": 3, "days": [{"date": "2026-08-02", "itch": "7"}]}, ".days[0].itch"),
        ({"adtracker": 3, "days": [{"date": "2026-08-02", "signs": ["blue"]}]}, ".days[0].signs[0]"),
        ({"adtracker": 3, "days": [{"date": "2026-08-02", "pain": 3}]}, ".days[0].pain"),
        ({"adtracker": 3, "visits": [{"date": "2026-08-02", "who": "W" * 201}]}, ".visits[0].who"),
        ({"adtracker": 3, "treatments": [{"name": "A", "kind": "spell"}]}, ".treatments[0].kind"),
    ],
)
def test_what_is_no_diary_does_not_fit(broken: dict[str, Any], place: str) -> None:
    assert wrong_with(broken, SCHEMA) == [place]
