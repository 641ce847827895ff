"""Every export ever written stays readable: files of each version and format give what was in the diary then."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Every, Stopped, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.fhir import document
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.reading import read_file
from adtracker.exchange.references import References
from adtracker.exchange.snapshot import Snapshot
from tests.exchange.whole import USUAL, tabled, without_keys
from tests.forms import evening
from tests.strategies import REGIONS, SITES

FROZEN = Path(__file__).with_name("frozen")
KNOWN = References(REGIONS, SITES, USUAL)
DAY, LATER = date(2026, 8, 1), date(2026, 8, 3)
NOTE = '=1+1, "quoted"\nsecond line'
SHARE = Extent(12.5, ExtentMethod.PERCENT)
FIRST = DayEntry(DAY, 7, 3.5, SHARE, NOTE, datetime(2026, 8, 2, 6, 15, tzinfo=UTC), date(2026, 8, 2))
PLANS = (
    Plan(DAY, Every(4, Unit.WEEKS, DAY), "250 mg", "500 mg"),
    Plan(date(2026, 9, 1), Stopped(), reason="Cleared"),
)

# What was in the diary when its format had nothing else.
ONE: Sequence[Record] = (
    Profile("A. B.", 1988, "May I swim?"),
    Course(DAY, "Amlitelimab"),
    FIRST,
    DayEntry(LATER, itch=0),
)
TWO: Sequence[Record] = (
    *ONE,
    Treatment("Amlitelimab", Kind.INJECTION, PLANS, key=-1),
    DayDoses(-1, DAY, 1, sites=("thigh_left",)),
    DayDoses(-1, date(2026, 8, 29), 0, 1, "Forgot"),
    Photo(DAY, "0" * 64, 30, 20, "nape"),
)
THREE: Sequence[Record] = (
    *TWO,
    Trigger("cat hair", "Cats"),
    Question("steps", "Steps today", AnswerKind.COUNT, Better.HIGHER, "steps"),
    Visit(LATER, "Dr. Weber", "Well", "May I swim?"),
    SideEffect("Headache", DAY, LATER, Severity.MILD, "Rested"),
    ClinicScore(LATER, "poem", 12, "Dr. Weber", "Before breakfast"),
    definition_of(evening(), DAY),
    respond(evening(), LATER, {"dry": "some", "sore": "most"}),
    DayEntry(
        date(2026, 8, 4), woken=True, signs=(Sign.DRY,), context=("cat hair", "stress"), answers=(("steps", 4000.0),)
    ),
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("json-1.json", ONE),
        ("json-2.json", TWO),
        ("json-3.json", THREE),
        ("json-4.json", THREE),
        ("csv-1.csv", tabled([one for one in ONE if isinstance(one, DayEntry)])),
        ("csv-2.csv", tabled(THREE)),
        ("fhir-1.fhir.json", THREE),
    ],
)
def test_what_was_once_written_is_read(name: str, expected: Sequence[Record]) -> None:
    parsed = read_file(FROZEN / name, date(2026, 11, 29), KNOWN)
    assert parsed.refused == []
    found = [record for section in CODECS for record in parsed.of(section.kind)]
    assert without_keys(Snapshot(found)) == without_keys(Snapshot(expected))


def test_every_version_has_its_file() -> None:
    names = {file.name for file in FROZEN.iterdir()}
    assert {f"json-{number}.json" for number in range(1, json_diary.VERSION + 1)} <= names
    assert {f"fhir-{number}.fhir.json" for number in range(1, int(document.VERSION) + 1)} <= names
