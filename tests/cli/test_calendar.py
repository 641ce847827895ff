"""`adtracker calendar`: a file of what is planned, as another program reads it."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import icalendar
import pytest

from adtracker.domain.records.visit import Visit
from tests.cli.conftest import Done, Run, open_diary


def events(done: Done, file: Path) -> list[Any]:
    assert (done.code, done.err) == (0, "")
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    assert isinstance(calendar, icalendar.Calendar)
    return calendar.events


def test_writes_what_is_planned(run: Run, diary: Path, tmp_path: Path) -> None:
    journal = open_diary(diary)
    journal.save(Visit(date(2999, 1, 14), "Dr. Weber, skin clinic", questions="May I swim?"))
    journal.close()
    file = tmp_path / "mine.ics"
    found = events(run("calendar", "-o", file, "--time", "21:15", "--diary", diary), file)
    assert {str(event["SUMMARY"]) for event in found} >= {"Your diary", "Appointment"}
    assert next(event.start for event in found if isinstance(event.start, datetime)).time() == time(21, 15)
    assert next(event.start for event in found if event["SUMMARY"] == "Appointment") == date(2999, 1, 14)
    for own in (b"Weber", b"skin", b"swim"):
        assert own not in file.read_bytes()


def test_a_later_file_has_the_same_uids(run: Run, diary: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.ics", tmp_path / "second.ics"
    found = [events(run("calendar", "-o", file, "--diary", diary), file) for file in (first, second)]
    assert [event["UID"] for event in found[0]] == [event["UID"] for event in found[1]]


def test_parts_can_be_left_out(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    words = [word for slot in ("entry", "dose", "form", "visit") for word in ("--without", slot)]
    assert events(run("calendar", "-o", file, "--diary", diary, *words), file) == []


@pytest.mark.parametrize("text", ["25:00", "8 pm", "", "20.30"])
def test_another_time_is_refused(run: Run, diary: Path, tmp_path: Path, text: str) -> None:
    done = run("calendar", "-o", tmp_path / "mine.ics", "--time", text, "--diary", diary)
    assert (done.code, done.out) == (2, "")
    assert "such as 20:30" in done.err
    assert not (tmp_path / "mine.ics").exists()
