"""`adtracker start-sheet`: a page for a clinic, made where there is no diary at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from adtracker.domain.intake.clinic_start import Asked, ClinicStart
from adtracker.domain.intake.clinic_text import read_start
from adtracker.domain.records.course import Course
from tests.cli.conftest import Run
from tests.report.samples import read_pdf


def line_in(said: str) -> str:
    return said[said.index("adtracker-start") :]


def test_writes_the_page_and_says_its_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    course = ("--course", "Dupilumab", "--first-day", "2026-12-01", "--weeks", "16")
    asked = ("--numbers", "skin", "itch", "--question", "How sore?", "--yes-no", "Cream?")
    done = run("start-sheet", "-o", file, *course, *asked, "--weekly", "friday", "--visit", "2027-01-14")
    assert (done.code, done.err) == (0, "")
    assert len(read_pdf(file.read_bytes()).pages) == 1
    assert read_start(line_in(done.out)) == ClinicStart(
        ("itch", "skin"),
        5,
        Course(date(2026, 12, 1), "Dupilumab", 16),
        date(2027, 1, 14),
        (Asked("How sore?"), Asked("Cream?", is_yes_no=True)),
    )


def test_says_what_to_write_each_evening_unless_told_otherwise(run: Run, tmp_path: Path) -> None:
    done = run("start-sheet", "-o", tmp_path / "sheet.pdf", "--diary", tmp_path / "none.diary")
    assert read_start(line_in(done.out)) == ClinicStart()
    assert not (tmp_path / "none.diary").exists()


def test_a_course_needs_its_first_day(run: Run, tmp_path: Path) -> None:
    done = run("start-sheet", "-o", tmp_path / "sheet.pdf", "--course", "Dupilumab")
    assert (done.code, done.out) == (2, "")
    assert "--first-day" in done.err
    assert not (tmp_path / "sheet.pdf").exists()


def test_what_a_sheet_cannot_hold_is_said_and_nothing_written(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    long = run("start-sheet", "-o", file, "--question", "x" * 121)
    assert (long.code, long.out) == (1, "")
    assert "at most 120 fit" in long.err
    weeks = run("start-sheet", "-o", file, "--first-day", "2026-12-01", "--weeks", "0")
    assert "1 to 520 weeks" in weeks.err
    assert not file.exists()
