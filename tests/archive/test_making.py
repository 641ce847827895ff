"""An archive holds all of a diary in every form, says how it is read, and is there whole or not at all."""

import csv
import json
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from PIL import Image

from adtracker import cli
from adtracker.archive.making import MadeArchive, make_archive
from adtracker.archive.years import Press
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.errors import ExchangeError
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.csv.day_table import COLUMNS
from adtracker.photos.picture_file import clean_bytes
from adtracker.resources import Texts
from adtracker.storage.copies.archive_note import ArchiveNote, archive_note, note_archive
from adtracker.storage.copies.making import own_folder
from adtracker.storage.journal import Journal
from tests.archive.reading import PageReader, unpack
from tests.every_kind import SAMPLES
from tests.exchange.whole import diaries, saying_something, without_keys
from tests.photos.samples import BLUE, RED, encoded
from tests.press import press
from tests.report.samples import text_of
from tests.storage.samples import NOW, TODAY, open_journal
from tests.storage.trouble import full_disk

PRESS = Press(Texts(), typeset=press)
EVIL = '<script>alert("{itch}")</script> & <b>=1+1</b>'


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    """An empty diary."""
    with closing(open_journal(tmp_path / "my.diary")) as opened:
        yield opened


def _make(journal: Journal, file: Path) -> MadeArchive:
    made = make_archive(journal, file, NOW, TODAY, PRESS)
    assert made is not None
    return made


def _photo(journal: Journal, colour: tuple[int, int, int], day: date, note: str = "") -> Photo:
    picture = clean_bytes(encoded(Image.new("RGB", (30, 20), colour), "jpeg"))
    photo = journal.add_photo(picture, day, "nape", note).changes[0].after
    assert isinstance(photo, Photo)
    return photo


def _content(file: Path) -> tuple[dict[str, list[Any]], dict[str, bytes]]:
    with closing(open_journal(file, create=False)) as journal:
        assert journal.check() == []
        contents = read_snapshot(journal, with_pictures=True)
        return without_keys(contents), dict(contents.pictures)


def _through(diary: Path, folder: Path) -> Path:
    """Make an archive, unpack it, import it into a new diary, and compare; what was unpacked."""
    with closing(open_journal(diary, create=False)) as journal:
        _make(journal, folder / "archive.zip")
    file = unpack(folder / "archive.zip", folder / "unpacked") / "diary.json"
    new = folder / "new.diary"
    assert cli.main(["import", str(file), "--diary", str(new)], lambda: NOW) == 0
    assert _content(new) == _content(diary)
    return file.parent


def test_a_record_of_every_kind_comes_back(tmp_path: Path, journal: Journal) -> None:
    samples = [record for kind, record in SAMPLES.items() if kind not in (Photo, Definition, Response)]
    journal.replay(Edit(tuple(Change(None, record) for record in (*samples, Question("Mood", "Mood")))))
    _photo(journal, RED, TODAY, "after the bath")
    journal.close()
    folder = _through(tmp_path / "my.diary", tmp_path)
    again = tmp_path / "again.json"
    assert cli.main(["export", "--format", "json", "-o", str(again), "--diary", str(tmp_path / "new.diary")]) == 0
    first, second = (json.loads(file.read_text(encoding="utf-8")) for file in (again, folder / "diary.json"))
    assert first.pop("made_at") != second.pop("made_at")  # each says when it was made
    assert first == second


def test_each_part_is_read_with_plain_tools(tmp_path: Path, journal: Journal) -> None:
    journal.save(Question("swim", "Did I swim?", AnswerKind.YES_NO))
    entry = DayEntry(TODAY, itch=7.5, note="=1+1\nslept; in gloves", woken=True)
    journal.save(entry.with_answer("swim", 0))
    photo = _photo(journal, RED, TODAY, "after the bath")
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    with (folder / "diary.csv").open(encoding="utf-8-sig", newline="") as table:
        (row,) = csv.DictReader(table)
    wanted = {"date": "2026-11-22", "itch": "7.5", "sleep_quality": "", "woken": "yes", "answer: swim": "no"}
    assert row.items() >= wanted.items()
    assert row["note"] == "'=1+1\nslept; in gloves"  # no formula for a spreadsheet
    with (folder / "diary-tables" / "photos.csv").open(encoding="utf-8-sig", newline="") as table:
        (named,) = csv.DictReader(table)
    with Image.open(folder / "diary-photos" / named["file"]) as picture:
        assert (picture.format, picture.size) == ("JPEG", (photo.width, photo.height))
    data = json.loads((folder / "diary.json").read_text(encoding="utf-8"))
    assert [day["itch"] for day in data["days"]] == [7.5]
    text = text_of((folder / "report-2026.pdf").read_bytes())
    assert "slept; in gloves" in text
    assert "22 November 2026" in text


@pytest.mark.slow
@settings(max_examples=6)
@given(diaries(lambda entry: entry if entry.extent is None else DayEntry(entry.day, itch=3, note=entry.note)))
def test_any_diary_comes_back(records: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(open_journal(folder / "a.diary")) as journal:
            journal.replay(Edit(tuple(Change(None, record) for record in saying_something(records))))
        _through(folder / "a.diary", folder)


def test_each_year_has_its_days_and_its_report_with_the_course_of_then(tmp_path: Path, journal: Journal) -> None:
    journal.save(Course(date(2024, 3, 1), "Dupilumab"))
    journal.save(Course(date(2026, 8, 2), "Amlitelimab"))
    journal.save_all([DayEntry(date(year, 5, day), itch=4) for year in (2024, 2026) for day in (1, 2, 3)])
    journal.save(Visit(date(2025, 6, 1), "Dr. Weber"))
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    names = sorted(file.name for file in folder.iterdir())
    assert [name for name in names if name.startswith("report")] == ["report-2024.pdf", "report-2026.pdf"]
    assert [name for name in names if name.startswith("days")] == ["days-2024.html", "days-2025.html", "days-2026.html"]
    assert "Dr. Weber" in PageReader(folder / "days-2025.html").text
    assert (folder / "report-2024.pdf").read_bytes()[:5] == b"%PDF-"


def test_a_year_that_was_kept_once_a_week_has_its_page_and_report_too(tmp_path: Path, journal: Journal) -> None:
    journal.save(Recall(date(2025, 6, 1), 8, sleep_quality=5.5, extent_percent=12.5))
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    words = PageReader(folder / "days-2025.html").text
    assert [said for said in ("Worst itch, recalled", "12.5 %", "Average itch") if said in words] == [
        "Worst itch, recalled",
        "12.5 %",
    ]
    assert "Weeks as recalled" in text_of((folder / "report-2025.pdf").read_bytes())
    table = (folder / "diary-tables" / "recalled_weeks.csv").read_text(encoding="utf-8-sig")
    assert table.splitlines()[1] == "2025-06-01,8,,5.5,12.5"


def test_the_treatments_tried_stand_once_in_the_report_of_the_last_year(tmp_path: Path, journal: Journal) -> None:
    journal.save_all([DayEntry(date(year, 5, 1), itch=4) for year in (2024, 2026)])
    plan = Plan(date(2019, 1, 1), Daily(1), known=Known.YEAR)
    journal.save(Treatment("Urea", Kind.MOISTURISER, (plan,)).stopped_after(date(2020, 3, 1), "Sold out."))
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    found = ["Sold out." in text_of((folder / f"report-{year}.pdf").read_bytes()) for year in (2024, 2026)]
    assert found == [False, True]


def test_the_days_are_told_in_words_with_all_that_was_written(tmp_path: Path, journal: Journal) -> None:
    journal.save(Question("swim", "Did I swim?", AnswerKind.YES_NO))
    journal.save(Trigger("wool", "Scratchy wool"))
    entry = DayEntry(TODAY, itch=0, note="slept in gloves", woken=False, signs=(), context=("wool", "stress"))
    journal.save(entry.with_answer("swim", 1))
    journal.save(SideEffect("Sore arm", TODAY - timedelta(days=3), TODAY, Severity.MILD, "cold pack"))
    photo = _photo(journal, BLUE, TODAY, "before")
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    page = PageReader(folder / f"days-{TODAY.year}.html")
    wanted = (
        "slept in gloves",
        "Scratchy wool, Stress",
        "none of these",
        "Did I swim?yes",
        "Itch kept awake or wokeno",
    )
    assert [words for words in wanted if words not in page.text] == []
    assert "Worst itch0" in page.text
    assert "Sleep quality" not in page.text  # missing is not zero
    assert all(words in page.text for words in ("Sore arm (19 November 2026 to 22 November 2026)", "mild", "cold pack"))
    assert "Photo, Back of neck. before" in page.text
    assert f"diary-photos/{TODAY.isoformat()}-{photo.digest[:16]}.jpg" in page.names


def test_pages_name_files_of_the_archive_alone_and_what_was_written_is_text(tmp_path: Path, journal: Journal) -> None:
    journal.save(Question(EVIL, EVIL))
    journal.save(Trigger("x", EVIL[:60]))
    journal.save(DayEntry(TODAY, note=EVIL, context=("x",), answers=((EVIL, 3.0),)))
    journal.save(Visit(TODAY, EVIL, EVIL, EVIL))
    _photo(journal, RED, TODAY, EVIL)
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    for file in folder.glob("*.html"):
        page = PageReader(file)
        assert page.tags.isdisjoint({"script", "b", "link", "iframe"})
        assert EVIL in page.text
        assert [name for name in page.names if not (folder / name).exists()] == []
        assert "://" not in file.read_text(encoding="utf-8")


def test_the_page_about_it_names_every_file_column_and_word(tmp_path: Path, journal: Journal) -> None:
    journal.save(Question("steps", "How many steps?", AnswerKind.COUNT))
    journal.save(DayEntry(TODAY, itch=3))
    journal.save(Visit(TODAY, "Dr. Weber"))
    _photo(journal, RED, TODAY)
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    text = PageReader(folder / "read-me-first.html").text
    files = [file.name for file in folder.iterdir() if file.name != "read-me-first.html"]
    tables = [file.stem for file in (folder / "diary-tables").iterdir()]
    regions = {row["region"] for row in json.loads((folder / "diary.json").read_text(encoding="utf-8"))["photos"]}
    for word in (*files, *tables, *COLUMNS, *regions, "answer: steps", "flaking", "dry_air"):
        assert word in text, word
    assert "It has 1 day: 22 November 2026. It has 1 photo." in text


def test_a_picture_that_is_gone_or_damaged_is_counted_and_its_words_stay(tmp_path: Path, journal: Journal) -> None:
    _photo(journal, RED, TODAY, "left")
    _photo(journal, BLUE, TODAY, "gone")
    journal.photo_file.unlink()
    journal.close()
    with closing(open_journal(tmp_path / "my.diary", create=False)) as opened:
        made = _make(opened, tmp_path / "a.zip")
    assert (made.photos, made.lacking) == (0, 2)
    folder = unpack(made.file, tmp_path / "x")
    assert not (folder / "diary-photos").exists()
    assert "The pictures of 2 photos were not there" in PageReader(folder / "read-me-first.html").text
    assert "gone" in (folder / "diary.json").read_text(encoding="utf-8")


def test_what_was_deleted_is_not_in_it(tmp_path: Path, journal: Journal) -> None:
    for record in (Visit(TODAY, "Dr. Secret"), SideEffect("secret", TODAY)):
        stored = journal.save(record).changes[0].after
        assert isinstance(stored, Visit | SideEffect)
        journal.remove(stored)
    journal.remove(_photo(journal, RED, TODAY, "secret"))
    folder = unpack(_make(journal, tmp_path / "a.zip").file, tmp_path / "x")
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert not any(b"ecret" in file.read_bytes() for file in files)
    assert not (folder / "diary-photos").exists()


def test_a_diary_without_days_has_an_archive(tmp_path: Path, journal: Journal) -> None:
    made = _make(journal, tmp_path / "a.zip")
    assert made.file.stat().st_mode & 0o077 == 0
    assert "It has no days yet." in PageReader(unpack(made.file, tmp_path / "x") / "read-me-first.html").text


@pytest.mark.parametrize("pieces", [0, 1, 4])
def test_stopped_it_leaves_what_was_there(tmp_path: Path, journal: Journal, pieces: int) -> None:
    journal.save(DayEntry(TODAY, itch=3))
    file = tmp_path / "out" / "a.zip"
    file.parent.mkdir()
    file.write_bytes(b"last year's")
    left = iter(range(pieces))
    assert make_archive(journal, file, NOW, TODAY, PRESS, _ends(left)) is None
    assert file.read_bytes() == b"last year's"
    assert list(file.parent.iterdir()) == [file]


def _ends(left: Any) -> Callable[[float], bool]:
    return lambda _share: next(left, None) is not None


def test_it_is_told_how_much_is_done(tmp_path: Path, journal: Journal) -> None:
    journal.save_all([DayEntry(date(year, 5, 1), itch=4) for year in range(2018, 2027)])
    for day in (1, 2, 3):
        _photo(journal, (day, day, day), date(2026, 5, day))
    told: list[float] = []

    def goes_on(share: float) -> bool:
        told.append(share)
        return True

    make_archive(journal, tmp_path / "a.zip", NOW, TODAY, PRESS, goes_on)
    assert told == sorted(told)
    assert told[0] == 0
    assert 0.75 < told[-1] <= 1


def test_a_full_disk_and_a_diary_in_the_way_leave_all_as_it_was(tmp_path: Path, journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=3))
    before, out = journal.path.read_bytes(), tmp_path / "out"
    out.mkdir()
    with full_disk(), pytest.raises(ExchangeError) as caught:
        _make(journal, out / "a.zip")
    assert caught.value.key == "exchange.cannot_write"
    with pytest.raises(ExchangeError) as caught:
        _make(journal, journal.path)
    assert caught.value.key == "exchange.is_a_diary"
    for name in ("gone/a.zip", "\0.zip"):
        with pytest.raises(ExchangeError) as caught:
            _make(journal, out / name)
        assert caught.value.key == "exchange.cannot_write"
    assert journal.path.read_bytes() == before
    assert list(out.iterdir()) == []


def test_it_is_noted_that_one_was_made_and_a_damaged_note_is_none(tmp_path: Path, journal: Journal) -> None:
    folder = own_folder(journal.path)
    assert archive_note(folder) == ArchiveNote()
    note_archive(folder, ArchiveNote(put_off=TODAY + timedelta(days=1)))
    _make(journal, tmp_path / "a.zip")
    assert archive_note(folder) == ArchiveNote(TODAY, TODAY + timedelta(days=1))
    (note,) = folder.place.iterdir()
    for harm in (b"", b"[]", b"{}", b'{"made": 1, "put_off": null}', b"\xff", b"[" * 100_000):
        note.write_bytes(harm)
        assert archive_note(folder) == ArchiveNote()
