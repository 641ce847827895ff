"""Files that other programs and people made are brought in: what they are is said, and every number stands right."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod, Origin
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.storage.journal import Journal
from tests.cli.conftest import Run, open_diary

DAY = date(2026, 11, 1)
LATE = date(2026, 11, 28)
GERMAN = """Datum;Juckreiz (0-100);Schlafstörung;Haut %;Schritte;Wetter;Notiz
01.11.2026;65;3;25,5;8123;Regen;Hände wund
28.11.2026;70;4;26;9.002;Sonne;
"""


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recipes are kept in a folder of the test."""
    monkeypatch.setattr("adtracker.paths.data_folder", lambda: tmp_path / "data")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A new diary, which commands use at the same time."""
    opened = open_diary(tmp_path / "new.diary", create=True)
    yield opened
    opened.close()


def _written(folder: Path, content: bytes, name: str = "theirs.csv") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_with_other_names_is_taken_as_it_seems(
    run: Run, journal: Journal, tmp_path: Path, encoding: str
) -> None:
    file = _written(tmp_path, GERMAN.encode(encoding))
    refused = run("import", file, "--diary", journal.path)
    assert refused.code != 0
    assert "--guess" in refused.err
    assert journal.entry(DAY) == DayEntry(DAY)
    done = run("import", file, "--guess", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert "Juckreiz (0-100) → Worst itch, 0 to 100" in done.out
    assert "Schlafstörung → Sleep quality, 0 to 10, turned round" in done.out
    assert "Wetter → Leave out" in done.out
    assert "Days: 2 new" in done.out
    entry = journal.entry(DAY)
    assert entry == DayEntry(
        DAY, 6.5, 7, Extent(25.5, ExtentMethod.PERCENT), "Hände wund", answers=(("Schritte", 8123),), origin=Origin.FILE
    )
    assert dict(journal.entry(date(2026, 11, 28)).answers) == {"Schritte": 9002}
    assert journal.questions() == (
        Question("Schritte", "Schritte", AnswerKind.COUNT, better=journal.questions()[0].better),
    )


def test_to_look_stores_nothing(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _written(tmp_path, GERMAN.encode())
    done = run("import", file, "--look", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert "Between cells: ; semicolon" in done.out
    assert "Decimals: 7,5 comma" in done.out
    assert done.out.splitlines()[-1] == "Nothing was stored."
    assert journal.entry(DAY) == DayEntry(DAY)


def test_a_kept_recipe_takes_the_next_month(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _written(tmp_path, GERMAN.encode())
    assert run("import", file, "--guess", "--keep-as", "itch table", "--diary", journal.path).code == 0
    more = _written(tmp_path, GERMAN.replace(".11.", ".12.").replace("2026", "2025").encode(), "next.csv")
    done = run("import", more, "--recipe", "Itch Table", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert "Taken by the recipe “itch table”." in done.out
    entry = journal.entry(date(2025, 12, 1))
    assert (entry.itch, entry.sleep_quality) == (6.5, 7)
    # known again by its columns, without a word
    again = run("import", more, "--diary", journal.path)
    assert "0 new, 0 completed, 2 the same, 0 different" in again.out


def test_the_same_file_twice_changes_nothing(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _written(tmp_path, GERMAN.encode())
    run("import", file, "--guess", "--diary", journal.path)
    before = journal.path.read_bytes()
    done = run("import", file, "--guess", "--replace", "--diary", journal.path)
    assert "Days: 0 new, 0 completed, 2 the same, 0 different." in done.out
    assert journal.path.read_bytes() == before


def test_an_order_that_nothing_shows_is_asked_for(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _written(tmp_path, b"When;Itching\n1/11/2026;3\n2/11/2026;4\n")
    done = run("import", file, "--guess", "--diary", journal.path)
    assert done.code == 2
    assert "1/11/2026" in done.err
    assert journal.entry(DAY) == DayEntry(DAY)
    done = run("import", file, "--guess", "--dates", "day-first", "--diary", journal.path)
    assert done.code == 0
    assert journal.entry(DAY) == DayEntry(DAY, 3, origin=Origin.FILE)


def test_a_row_that_cannot_be_read_is_named_and_nothing_is_stored(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _written(
        tmp_path, b"When;Itching\n2026-11-01;3\n2026-11-02;12\nlater;4\n2026-11-04;5\n2026-11-05;5\n2026-11-06;5\n"
    )
    done = run("import", file, "--guess", "--diary", journal.path)
    assert done.code == 3
    assert "line 4" in done.err
    assert journal.entry(DAY) == DayEntry(DAY)


def test_a_workbook(run: Run, journal: Journal, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["My itch"])
    sheet.append(["Date", "Worst itch", "Hours of sleep", "Comment"])
    sheet.append([DAY, 4.5, 7.4, "=1+1"])
    sheet["D3"].data_type = "s"
    book.save(tmp_path / "mine.xlsx")
    done = run("import", tmp_path / "mine.xlsx", "--guess", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    entry = journal.entry(DAY)
    assert (entry.itch, entry.sleep_quality, entry.note) == (4.5, None, "=1+1")
    assert dict(entry.answers) == {"Hours of sleep": 7.4}


def test_hours_of_a_device_are_told_apart_and_are_no_sleep_quality(run: Run, journal: Journal, tmp_path: Path) -> None:
    rows = (
        "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed\n"
        '"2026-10-31 11:12PM","2026-11-01 7:11AM","444","30","3","474"\n'
    )
    done = run("import", _written(tmp_path, rows.encode()), "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert "Taken by the recipe “Fitbit sleep”." in done.out
    assert journal.entry(DAY) == DayEntry(
        DAY, answers=(("Hours asleep (Fitbit)", 7.4), ("Times awake (Fitbit)", 3)), origin=Origin.FILE
    )
    assert [one.source for one in journal.questions()] == ["Fitbit", "Fitbit"]


def _health(records: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n]>\n'
    return f"{head}<HealthData>{records}</HealthData>".encode()


def _slept(first: str, last: str, kind: str = "AsleepCore") -> str:
    value = f"HKCategoryValueSleepAnalysis{kind}"
    kind = "HKCategoryTypeIdentifierSleepAnalysis"
    return f'<Record type="{kind}" startDate="{first} +0100" endDate="{last} +0100" value="{value}"/>'


@pytest.mark.parametrize("is_packed", [False, True])
def test_apple_health_gives_the_hours_of_each_night_once(
    run: Run, journal: Journal, tmp_path: Path, *, is_packed: bool
) -> None:
    told = [
        _slept("2026-10-31 22:30:00", "2026-10-31 23:30:00"),
        _slept("2026-10-31 23:00:00", "2026-11-01 03:00:00", "AsleepREM"),
        _slept("2026-10-31 23:00:00", "2026-11-01 03:00:00", "Asleep"),
        _slept("2026-10-31 22:00:00", "2026-11-01 08:00:00", "InBed"),
        _slept("2026-11-01 03:10:00", "2026-11-01 06:04:00"),
    ]
    file = _written(tmp_path, _health("".join(told)), "export.xml")
    if is_packed:
        with zipfile.ZipFile(tmp_path / "export.zip", "w") as packed:
            packed.write(file, "apple_health_export/export.xml")
        file = tmp_path / "export.zip"
    done = run("import", file, "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert journal.entry(DAY) == DayEntry(DAY, answers=(("Hours asleep (Apple Health)", 7.4),), origin=Origin.FILE)


def test_a_text_made_to_grow_without_end_is_refused(run: Run, journal: Journal, tmp_path: Path) -> None:
    entities = '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">'
    bomb = f'<?xml version="1.0"?>\n<!DOCTYPE HealthData [{entities}]>\n<HealthData>&b;</HealthData>'.encode()
    done = run("import", _written(tmp_path, bomb, "export.xml"), "--diary", journal.path)
    assert done.code == 1
    assert "cannot be read to its end" in done.err


def test_our_own_report_gives_its_days(run: Run, diary: Path, journal: Journal, tmp_path: Path) -> None:
    assert run("report", "-o", tmp_path / "visit.pdf", "--notes", "--diary", diary).code == 0
    done = run("import", tmp_path / "visit.pdf", "--guess", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    theirs = open_diary(diary)
    try:
        days = theirs.standing(DayEntry)
    finally:
        theirs.close()
    ours = {entry.day: entry for entry in journal.standing(DayEntry)}
    assert ours
    assert all((ours[one.day].itch, ours[one.day].note) == (one.itch, one.note) for one in days if one.day in ours)


def test_an_archive_gives_the_whole_diary(run: Run, diary: Path, tmp_path: Path) -> None:
    assert run("archive", "-o", tmp_path / "all.zip", "--diary", diary).code == 0
    done = run("import", tmp_path / "all.zip", "--diary", tmp_path / "again.diary")
    assert (done.code, done.err) == (0, "")
    theirs, ours = open_diary(diary), open_diary(tmp_path / "again.diary")
    try:
        assert ours.standing(DayEntry) == theirs.standing(DayEntry)
        assert len(ours.treatments()) == len(theirs.treatments())
    finally:
        theirs.close()
        ours.close()


def test_a_conflict_copy_completes_the_diary_and_stays_as_it_is(run: Run, diary: Path, tmp_path: Path) -> None:
    copy = tmp_path / "my.sync-conflict-20261129.diary"
    shutil.copy(diary, copy)
    theirs = open_diary(copy)
    theirs.save(DayEntry(LATE, itch=3, note="on the laptop"))
    theirs.close()
    before = copy.read_bytes()
    done = run("import", copy, "--diary", diary)
    assert (done.code, done.err) == (0, "")
    ours = open_diary(diary)
    assert (ours.entry(LATE).itch, ours.entry(LATE).note) == (3, "on the laptop")
    ours.close()
    assert copy.read_bytes() == before
    assert sorted(file.name for file in tmp_path.glob("*conflict*")) == [copy.name]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"SQLite format 3\0" + bytes(84), "is a database of another program"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "is an old Office file"),
        (b"<html><body>", "is a web page"),
        (b"%PDF-1.7\n%%EOF", "is a PDF without data in it"),
        (b"PK\3\4 broken", "cannot be opened"),
        (bytes(range(256)), "is not a table"),
    ],
)
def test_what_cannot_be_brought_in_is_named(
    run: Run, journal: Journal, tmp_path: Path, content: bytes, said: str
) -> None:
    done = run("import", _written(tmp_path, content, "thing"), "--diary", journal.path)
    assert (done.code, done.out) == (1, "")
    assert said in done.err


SEVERAL = "Date,Time,Itch\n2026-11-01,08:00,4\n2026-11-01,20:00,8\n2026-11-02,01:30,3\n"


@pytest.mark.parametrize(
    ("words", "itch"),
    [
        (("--several", "worst"), {1: 8}),
        (("--several", "mean"), {1: 5}),
        (("--several", "last"), {1: 3}),
        (("--several", "worst", "--day-starts", "00:00"), {1: 8, 2: 3}),
    ],
)
def test_several_rows_of_one_day_become_what_is_said(
    run: Run, journal: Journal, tmp_path: Path, words: tuple[str, ...], itch: dict[int, float]
) -> None:
    file = _written(tmp_path, SEVERAL.encode())
    refused = run("import", file, "--guess", "--diary", journal.path)
    assert (refused.code, journal.entries()) == (2, ())
    assert "--several worst" in refused.err
    done = run("import", file, "--guess", *words, "--keep-as", "mine", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert {entry.day.day: entry.itch for entry in journal.entries()} == itch
    again = run("import", file, "--recipe", "mine", "--diary", journal.path)  # nothing is asked twice
    assert f"Days: 0 new, 0 completed, {len(itch)} the same" in again.out


def test_to_look_at_several_rows_of_one_day_asks_nothing(run: Run, journal: Journal, tmp_path: Path) -> None:
    done = run("import", _written(tmp_path, SEVERAL.encode()), "--look", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
