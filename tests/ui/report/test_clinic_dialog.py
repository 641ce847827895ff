"""For my clinic: a sheet for others, made in the window, with nothing of this diary on it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from adtracker.domain.intake.clinic_start import Asked, ClinicStart
from adtracker.domain.intake.clinic_text import read_start
from adtracker.domain.records.course import Course
from adtracker.ui.report.clinic_dialog import ClinicDialog
from tests.report.samples import read_pdf, text_of
from tests.ui.conftest import TODAY
from tests.ui.reporter import Reporter


def opened(reporter: Reporter) -> ClinicDialog:
    reporter.click(reporter.report.clinic)
    dialog = reporter.report.findChild(ClinicDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def start_in(file: Path) -> ClinicStart:
    found = re.search(r"adtracker-start .* end [0-9a-f]{4}", " ".join(text_of(file.read_bytes()).split()))
    assert found is not None
    return read_start(found[0])


@pytest.mark.slow
def test_the_sheet_is_saved_and_says_nothing_of_this_diary(reporter: Reporter, tmp_path: Path) -> None:
    dialog = opened(reporter)
    reporter.click(dialog.save)
    file = tmp_path / "sheet.pdf"
    assert reporter.save_as(file) == f"✓ Saved as {file}"
    assert reporter.report.findChild(ClinicDialog) is None
    words = text_of(file.read_bytes())
    assert start_in(file) == ClinicStart()
    assert len(read_pdf(file.read_bytes()).pages) == 1
    for own in ("A. B.", "1988", "Amlitelimab", "steroid"):
        assert own not in words


@pytest.mark.slow
def test_all_that_was_chosen_is_on_it(reporter: Reporter, tmp_path: Path) -> None:
    dialog = opened(reporter)
    form = dialog.clinic
    reporter.click(form.numbers.chip("skin"))
    reporter.click(form.rhythm.chip("weekly"))
    reporter.click(form.has_course.chip("yes"))
    form.course.treatment.setText("Dupilumab")
    reporter.click(form.has_visit.chip("yes"))
    form.visit.show_day(date(2027, 1, 14))
    reporter.click(form.has_end.chip("yes"))
    form.until.show_day(date(2027, 1, 10))
    form.scaled.setPlainText("How sore?\n\nHow dry?")
    form.yes_no.setPlainText("Cream?")
    reporter.click(dialog.save)
    file = tmp_path / "sheet.pdf"
    reporter.save_as(file)
    asked = (Asked("How sore?"), Asked("How dry?"), Asked("Cream?", is_yes_no=True))
    course = Course(TODAY, "Dupilumab")
    assert start_in(file) == ClinicStart(("itch", "sleep", "skin"), 7, course, date(2027, 1, 14), asked)
    assert "on Sunday, until 10 January 2027" in text_of(file.read_bytes())


@pytest.mark.parametrize("questions", ["\n".join("abcdef"), "x" * 121, "same\nsame"])
def test_what_no_sheet_can_hold_is_said_in_the_form(reporter: Reporter, questions: str) -> None:
    dialog = opened(reporter)
    dialog.clinic.scaled.setPlainText(questions)
    reporter.click(dialog.save)
    assert dialog.problem
    assert dialog.focusWidget() is dialog.clinic.scaled
    assert not reporter.report.findChildren(QFileDialog)


def test_a_sheet_asks_something(reporter: Reporter) -> None:
    dialog = opened(reporter)
    for key in ("itch", "sleep"):
        reporter.click(dialog.clinic.numbers.chip(key))
    reporter.click(dialog.save)
    assert "at least one" in dialog.problem
