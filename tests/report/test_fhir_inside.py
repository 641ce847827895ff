"""The report's PDF as a carrier of data: what it holds in FHIR R4 format can be relied on, and comes back."""

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from adtracker.domain.common.period import Period
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.trigger import Trigger
from adtracker.exchange.csv.day_table import days_file
from adtracker.exchange.fhir.document import write_records
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.reading import read_file
from adtracker.exchange.references import References
from adtracker.queries.report import Parts, Request
from adtracker.report.document import FHIR_NAME, TABLE_NAME, make_document
from tests.exchange.fhir.document_check import problems
from tests.exchange.whole import USUAL, diaries
from tests.press import press
from tests.report.samples import BODY, GLYPHS, TEXTS, TODAY, demo_request, read_pdf
from tests.strategies import REGIONS, SITES

# But for the table of weeks, which is long for days of many years.
EVERYTHING = Parts(weekly_table=False, notes=True, data=False, fhir=True)


def _attached(request: Request) -> dict[str, bytes]:
    _, document = make_document(request, BODY, TEXTS, GLYPHS.covers, days_file, typeset=press, write_fhir=write_records)
    return {name: data for name, (data,) in read_pdf(document).attachments.items()}


def _read(data: bytes) -> ImportResult:
    with TemporaryDirectory() as folder:
        file = Path(folder) / FHIR_NAME
        file.write_bytes(data)
        return read_file(file, TODAY, References(REGIONS, SITES, USUAL))


def _request(records: list[Record]) -> Request:
    """All that a diary has of days, whichever they are."""
    days = [one for one in records if isinstance(one, DayEntry)]
    return replace(
        demo_request(EVERYTHING),
        entries=days,
        profile=next(one for one in records if isinstance(one, Profile)),
        course=None,
        period=Period(min(one.day for one in days), max(one.day for one in days)),
        questions=[one for one in records if isinstance(one, Question)],
        triggers=[one for one in records if isinstance(one, Trigger)],
    )


@settings(max_examples=6)
@given(diaries().filter(lambda records: any(isinstance(one, DayEntry) for one in records)))
def test_every_value_of_every_day_comes_back_from_the_pdf(records: list[Record]) -> None:
    parsed = _read(_attached(_request(records))[FHIR_NAME])
    assert parsed.refused == []
    assert parsed.of(DayEntry) == [one for one in records if isinstance(one, DayEntry)]


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        (Parts(), {TABLE_NAME}),
        (Parts(fhir=True), {TABLE_NAME, FHIR_NAME}),
        (EVERYTHING, {FHIR_NAME}),
        (Parts(data=False), set()),
    ],
)
def test_the_file_holds_what_was_asked_for(parts: Parts, names: set[str]) -> None:
    found = _attached(demo_request(parts))
    assert set(found) == names
    for data in (found[name] for name in names - {TABLE_NAME}):
        assert problems(json.loads(data)) == []
        assert data == _attached(demo_request(parts))[FHIR_NAME]
