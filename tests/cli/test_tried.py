"""`adtracker tried` writes the treatments of all years, and `report --tried` puts the same page behind the others."""

from datetime import date
from pathlib import Path

import pytest

from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from tests.cli.conftest import Run, open_diary
from tests.report.samples import read_pdf, text_of

REASON = "It burned on my face."


@pytest.fixture
def tried_one(diary: Path) -> Path:
    journal = open_diary(diary)
    plans = (Plan(date(2021, 3, 1), Daily(2), "0.1 %"),)
    journal.save(Treatment("Tacrolimus ointment", Kind.CREAM, plans).stopped_after(date(2021, 8, 31), REASON))
    journal.close()
    return diary


def test_the_sheet_has_what_was_used_before_the_diary(run: Run, tried_one: Path, tmp_path: Path) -> None:
    file = tmp_path / "tried.pdf"
    done = run("tried", "-o", file, "--paper", "us-letter", "--diary", tried_one)
    assert (done.code, done.err) == (0, "")
    assert str(file) in done.out
    document = file.read_bytes()
    text = " ".join(text_of(document).split())
    for words in ("Tacrolimus ointment", "0.1 %, twice a day", "1 Mar 2021", "to 31 Aug 2021 *", REASON):
        assert words in text
    assert round(read_pdf(document).pages[0].mediabox.width) == 612
    assert not read_pdf(document).attachments


def test_the_report_has_it_where_it_is_asked_for(run: Run, tried_one: Path, tmp_path: Path) -> None:
    file = tmp_path / "visit.pdf"
    for words, is_there in (([], False), (["--tried"], True)):
        assert run("report", "-o", file, *words, "--diary", tried_one).code == 0
        assert (REASON in " ".join(text_of(file.read_bytes()).split())) is is_there


def test_a_diary_that_is_not_there_is_said_and_nothing_written(run: Run, tmp_path: Path) -> None:
    done = run("tried", "-o", tmp_path / "tried.pdf", "--diary", tmp_path / "no.diary")
    assert done.code == 1
    assert not (tmp_path / "tried.pdf").exists()
