"""`adtracker sheet`: days to fill in by hand."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.report.samples import read_pdf, text_of


def test_two_weeks_from_today_on_one_page(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    done = run("sheet", "-o", file, "--diary", diary)
    assert (done.code, done.err) == (0, "")
    assert str(file) in done.out
    words = " ".join(text_of(file.read_bytes()).split())
    assert "14 days on paper" in words
    assert "29 November 2026 to 12 December 2026" in words
    assert "A. B.\u2019s diary" in words
    assert "Sleep" in words


def test_what_has_no_room_goes_on_to_another_page(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    done = run("sheet", "-o", file, "--large", "--from", "2026-12-01", "--paper", "us-letter", "--diary", diary)
    assert done.code == 0
    assert "2 sheets" in done.out
    document = read_pdf(file.read_bytes())
    assert len(document.pages) == 2
    assert float(document.pages[0].mediabox.width) == 612


def test_more_days_than_a_sheet_has_are_refused(run: Run, diary: Path, tmp_path: Path) -> None:
    done = run("sheet", "-o", tmp_path / "sheet.pdf", "--days", "15", "--diary", diary)
    assert (done.code, done.out) == (1, "")
    assert "1 to 14 days" in done.err
    assert not (tmp_path / "sheet.pdf").exists()
