"""What is not ticked, or is none of the period's days, leaves with no byte of the file: neither a page nor the data.

A diary has a word of its own in every field that a person can write in. Each report is unpacked whole: what its pages
say, every text and stream of the PDF, every file attached to it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.csv.day_table import columns_of, days_file
from adtracker.exchange.fhir.document import write_records
from adtracker.photos.picture_file import clean_bytes
from adtracker.queries.report import Parts, Request, read_request
from adtracker.report import leaving
from adtracker.report.document import make_document
from adtracker.storage.journal import Journal
from tests.forms import evening
from tests.photos.samples import encoded, quarters
from tests.press import press
from tests.report.samples import BODY, GLYPHS, START, TEXTS, read_pdf, report_of, text_of

if TYPE_CHECKING:
    from pypdf import PdfReader

DAY = timedelta(days=1)
PERIOD = Period(START, START + 27 * DAY)
BEFORE, AFTER = START - 9 * DAY, START + 40 * DAY
EVERYTHING = Parts(notes=True, photos=True, fhir=True)
FORM = replace(evening(), title="Qform")

# What is printed or attached of each part, in the words that are in the diary below.
WORDS: Mapping[str, frozenset[str]] = {
    "notes": frozenset({"Qnote"}),
    "details": frozenset({"Qkey", "Qasked", "Qunit", "Qtick", "Qtrigger"}),
    "treatments": frozenset({"Qcourse", "Qdrug", "Qcream", "Qstrength", "Qdose", "Qloading", "Qreason", "Qskipped"}),
    "happened": frozenset({"Qwho", "Qsaid", "Qeffect", "Qdone", "Qgiver", "Qremark", "Qform"}),
}
ALL_WORDS = frozenset().union(*WORDS.values())
# In the diary, and on no report of these days: other days, what was deleted, and what no page has a place for.
NEVER = frozenset(
    {
        *("Zbefore", "Zafter", "Zkey", "Zasked", "Ztick", "Zwho", "Zsaid", "Zeffect", "Zgiver", "Zgone", "Zphoto"),
        *("Zask", "Zamount", "Zreason"),
    }
)


def _records(drug: int, cream: int) -> list[Any]:
    """A word of its own in every field, on the days of the period and beside it."""
    entries = [
        DayEntry(
            START + number * DAY,
            itch=7.25,
            sleep_quality=3.25,
            extent=Extent(11.25, ExtentMethod.PERCENT),
            note="Qnote",
            woken=True,
            signs=(Sign.DRY,),
            context=("Qtick",),
            answers=(("Qkey", 4.0),),
        )
        for number in range(20)
    ]
    other = DayEntry(BEFORE, itch=9, note="Zbefore", context=("Ztick",), answers=(("Zkey", 1.0),))
    return [
        Profile("A. B."),
        Question("Qkey", "Qasked", AnswerKind.COUNT, unit="Qunit"),
        Question("Zkey", "Zasked", position=1),
        Trigger("Qtick", "Qtrigger"),
        Trigger("Ztick", "Ztick"),
        *entries,
        other,
        replace(other, day=AFTER, note="Zafter"),
        DayDoses(drug, START, 1, amount="Zamount", sites=("thigh_left",)),
        DayDoses(cream, START + 2 * DAY, 0, 1, reason="Qskipped"),
        DayDoses(cream, BEFORE, 0, 1, reason="Zreason"),
        definition_of(FORM, START),
        respond(FORM, START + 6 * DAY, {"dry": "some", "sore": "most"}),
        Visit(START + 5 * DAY, "Qwho", "Qsaid", "Zask"),
        Visit(BEFORE, "Zwho", "Zsaid", "Zask"),
        Visit(AFTER, "Zwho", "Zsaid", "Zask"),
        SideEffect("Qeffect", START + 3 * DAY, START + 4 * DAY, done="Qdone"),
        SideEffect("Zeffect", BEFORE, BEFORE, done="Zeffect"),
        ClinicScore(START + 5 * DAY, "easi", 9.0, "Qgiver", "Qremark"),
        ClinicScore(BEFORE, "easi", 20.0, "Zgiver", "Zgiver"),
    ]


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    file: Path = tmp_path_factory.mktemp("leaving") / "my.diary"
    with closing(Journal.open(file, lambda: AFTER)) as opened:
        opened.save(Course(START, "Qcourse"))
        plans = (Plan(START, Every(4, Unit.WEEKS, START), "Qdose", "Qloading"),)
        opened.save(Treatment("Qdrug", Kind.INJECTION, plans, "Qstrength", START, 7654, 321))
        cream = (Plan(BEFORE, Daily(1)), Plan(START + DAY, Daily(2), reason="Qreason"))
        opened.save(Treatment("Qcream", Kind.CREAM, cream))
        keys = {one.name: one.key or 0 for one in opened.treatments()}
        opened.save_all(_records(keys["Qdrug"], keys["Qcream"]))
        opened.add_photo(clean_bytes(encoded(quarters(), "jpeg")), START + DAY, "nape", "Zphoto")
        opened.save(Visit(START + 8 * DAY, "Zgone", "Zgone"))
        opened.remove(next(one for one in opened.visits() if one.who == "Zgone"))
        yield opened


def _asked(journal: Journal, parts: Parts, period: Period = PERIOD) -> Request:
    return read_request(journal, period, PERIOD.last, parts)


def _made(asked: Request) -> bytes:
    return make_document(asked, BODY, TEXTS, GLYPHS.covers, days_file, typeset=press, write_fhir=write_records)[1]


def _texts(found: Any) -> Iterator[bytes]:
    """Every text and stream in a PDF object, but for the objects it only points at."""
    if hasattr(found, "get_data"):
        yield found.get_data()
    if isinstance(found, dict):
        for name, value in found.items():
            yield from (str(name).encode(), *_texts(value))
    elif isinstance(found, list):
        for value in found:
            yield from _texts(value)
    elif isinstance(found, str):
        yield found.encode("utf-8", "surrogateescape")
    elif isinstance(found, bytes):
        yield found


def _unpacked(document: bytes) -> str:
    """All that a report holds: pages as they are read, objects, streams, attachments."""
    reader: PdfReader = read_pdf(document)
    numbers = range(1, int(reader.trailer["/Size"]))  # type: ignore[call-overload]
    objects = (_texts(reader.get_object(number)) for number in numbers)
    files = (data for several in reader.attachments.values() for data in several)
    parts = [text for found in objects for text in found] + list(files)
    return text_of(document) + "\n" + b"\n".join(parts).decode("utf-8", "replace")


def _words_in(document: bytes) -> frozenset[str]:
    found = _unpacked(document)
    return frozenset(word for word in ALL_WORDS | NEVER if word in found)


def _table(document: bytes) -> list[list[str]]:
    (data,) = read_pdf(document).attachments["diary.csv"]
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_of_what_is_ticked_everything_leaves(journal: Journal) -> None:
    document = _made(_asked(journal, EVERYTHING))
    assert _words_in(document) == ALL_WORDS
    assert sum(len(page.images) for page in read_pdf(document).pages) == 1
    table = _table(document)
    assert table[0] == [*columns_of([]), "answer: Qkey"]
    assert [row[0] for row in table[1:]] == [(START + number * DAY).isoformat() for number in range(20)]


@pytest.mark.parametrize("part", WORDS)
def test_of_what_is_not_ticked_no_byte_leaves(journal: Journal, part: str) -> None:
    document = _made(_asked(journal, replace(EVERYTHING, **{part: False})))
    assert _words_in(document) == ALL_WORDS - WORDS[part]


def test_what_is_left_in_the_box_is_on_no_page_and_stays(journal: Journal) -> None:
    (drug,) = (one for one in journal.treatments() if one.name == "Qdrug")
    document = _unpacked(_made(_asked(journal, EVERYTHING)))
    assert str(drug.doses_left) == "7654"
    assert "7654" not in document
    assert "doses_left" not in document


def test_unless_somebody_ticks_them_notes_and_photos_stay(journal: Journal) -> None:
    document = _made(_asked(journal, Parts()))
    assert _words_in(document) == ALL_WORDS - WORDS["notes"]
    assert sum(len(page.images) for page in read_pdf(document).pages) == 0
    assert "note" not in _table(document)[0]


def test_photos_that_were_read_stay_too_if_they_are_not_ticked(journal: Journal) -> None:
    asked = _asked(journal, EVERYTHING)
    assert asked.pictures
    document = _made(replace(asked, parts=Parts()))
    assert sum(len(page.images) for page in read_pdf(document).pages) == 0


def test_treatments_on_the_page_of_those_tried_do_not_go_along_as_data_if_they_are_not_ticked(journal: Journal) -> None:
    reader = read_pdf(_made(_asked(journal, replace(EVERYTHING, treatments=False, tried=True))))
    assert "Qdrug" in reader.pages[-1].extract_text()
    files = b"".join(data for several in reader.attachments.values() for data in several).decode()
    assert "Qasked" in files
    assert [word for word in WORDS["treatments"] if word in files] == []


def test_without_page_one_and_weeks_no_number_leaves(journal: Journal) -> None:
    document = _made(_asked(journal, replace(EVERYTHING, summary=False, weekly_table=False)))
    assert _table(document)[0] == ["date", "note", "woken", "signs", "context", "answer: Qkey"]
    assert not re.search(r"\b(7|3|11)\.[23]", text_of(document))  # drawing is full of such numbers, words are not
    assert re.search(r"\b(7|3|11)\.[23]", text_of(_made(_asked(journal, EVERYTHING))))


def test_only_the_pages(journal: Journal) -> None:
    asked = _asked(journal, replace(EVERYTHING, data=False, fhir=False))
    document = _made(asked)
    assert read_pdf(document).attachments == {}
    assert report_of(asked).holds == ""
    assert "also holds" not in text_of(document)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (EVERYTHING, "This file also holds its data (20 days)."),
        (Parts(), "This file also holds its data (20 days; notes left out)."),
        (
            Parts(details=False),
            "This file also holds its data (20 days; signs, triggers, own questions, notes left out).",
        ),
        (
            replace(EVERYTHING, summary=False, weekly_table=False),
            "This file also holds its data (20 days; itch, sleep and skin left out).",
        ),
    ],
)
def test_page_one_says_at_its_foot_what_data_the_file_holds(journal: Journal, parts: Parts, said: str) -> None:
    document = _made(_asked(journal, parts))
    first, *others = (" ".join(page.extract_text().split()) for page in read_pdf(document).pages)
    assert said in first
    assert others
    assert not any("also holds" in page for page in others)


@pytest.mark.slow
def test_where_there_is_nothing_to_say_of_a_day_there_are_no_data(journal: Journal) -> None:
    bare = Parts(summary=False, weekly_table=False, details=False)
    empty = Period(BEFORE - 20 * DAY, BEFORE - 15 * DAY)
    for asked in (_asked(journal, bare), _asked(journal, EVERYTHING, empty)):
        assert report_of(asked).data is None
        assert read_pdf(_made(asked)).attachments == {}


def test_days_that_lie_ahead_are_neither_on_the_pages_nor_in_the_data(journal: Journal) -> None:
    document = _made(_asked(journal, EVERYTHING, Period(START, AFTER)))
    assert len(_table(document)) == 1 + 20
    assert "Zafter" not in _unpacked(document)


def test_what_leaves_once_leaves_the_same_a_second_time(journal: Journal) -> None:
    once = leaving.leaving(_asked(journal, Parts(details=False, treatments=False)))
    assert leaving.leaving(once) == once


def test_every_field_of_a_day_belongs_to_a_part() -> None:
    named = [*leaving.ALWAYS, *(name for names in leaving.FIELDS.values() for name in names)]
    assert sorted(named) == sorted(one.name for one in fields(DayEntry))
