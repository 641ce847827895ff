"""Records of every kind go out and come back the same, as JSON and as tables, and each kind says all it must."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from adtracker.domain.edits.kinds import Record
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.export import CSV, FHIR, JSON, write_export
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.merge import plan_merge
from adtracker.exchange.reading import read_file
from adtracker.exchange.references import References
from adtracker.exchange.snapshot import Snapshot
from adtracker.resources import Texts
from tests.exchange.whole import USUAL, diaries, saying_something, tabled, without_keys
from tests.strategies import REGIONS, SITES, TODAY

KNOWN = References(REGIONS, SITES, USUAL)
modest = settings(max_examples=40)


def _through(records: Sequence[Record], form: str) -> ImportResult:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"all.{form}"
        write_export(Snapshot(records), form, file, Path(folder) / "my.diary")
        return read_file(file, TODAY, KNOWN)


def _same(parsed: ImportResult, records: Sequence[Record]) -> None:
    assert parsed.refused == []
    assert without_keys(Snapshot(_all(parsed))) == without_keys(Snapshot(saying_something(records)))


def _all(parsed: ImportResult) -> list[Record]:
    return [record for section in CODECS for record in parsed.of(section.kind)]


@pytest.mark.slow
@modest
@given(diaries())
def test_a_whole_diary_comes_back_from_json(records: list[Record]) -> None:
    _same(_through(records, JSON), records)


@pytest.mark.slow
@modest
@given(diaries())
def test_a_whole_diary_comes_back_from_tables_but_for_what_a_day_has_no_column_for(records: list[Record]) -> None:
    _same(_through(records, CSV), tabled(records))


@pytest.mark.slow
@modest
@given(diaries())
def test_a_whole_diary_comes_back_from_fhir(records: list[Record]) -> None:
    _same(_through(records, FHIR), records)


@modest
@given(diaries())
def test_taking_in_what_is_there_changes_nothing(records: list[Record]) -> None:
    here = Snapshot(saying_something(records))
    for form in (JSON, CSV, FHIR):  # a workbook is read as a table from elsewhere is
        found = plan_merge(here, _through(records, form), overwrite=True)
        assert not found.edit
        assert not any(fate.new or fate.completed or fate.different for fate in found.fates.values())


@pytest.mark.parametrize("section", CODECS, ids=lambda section: section.name)
def test_every_kind_has_its_sentences(section: RecordCodec[Any]) -> None:
    texts = Texts().table("cli")["import"]
    if section.name == "profile":
        assert all(f"profile_{fate}" in texts for fate in ("new", "completed", "same", "kept", "replaced"))
    else:
        assert Texts().say(f"records.{section.name}.many")
        assert "x" in Texts().record(section.name, "x", "x", "taken")
