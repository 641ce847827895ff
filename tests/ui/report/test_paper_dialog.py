"""On paper: a sheet for days to come, from the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adtracker.domain.sheet.planning import SheetWish
from adtracker.domain.sheet.spec import SheetPaper
from adtracker.ui.report.paper_dialog import LARGE, ONE_WEEK, PaperDialog
from adtracker.ui.report.report_form import US_LETTER
from tests.report.samples import read_pdf, text_of
from tests.ui.conftest import TODAY
from tests.ui.reporter import Reporter


def opened(reporter: Reporter) -> PaperDialog:
    reporter.click(reporter.report.paper)
    dialog = reporter.report.findChild(PaperDialog)
    assert dialog is not None
    return dialog


@pytest.mark.slow
def test_a_sheet_is_saved_for_the_next_two_weeks(reporter: Reporter, tmp_path: Path) -> None:
    dialog = opened(reporter)
    reporter.click(dialog.save)
    file = tmp_path / "paper.pdf"
    assert reporter.save_as(file) == f"✓ Saved as {file}"
    assert reporter.report.findChild(PaperDialog) is None
    words = text_of(file.read_bytes())
    assert "29 November 2026 to 12 December 2026" in words
    assert "A. B." in words
    assert len(read_pdf(file.read_bytes()).pages) == 1


def test_what_is_chosen_is_wanted(reporter: Reporter) -> None:
    dialog = opened(reporter)
    wished: list[SheetWish] = []
    dialog.sheet_wanted.disconnect()
    dialog.sheet_wanted.connect(wished.append)
    dialog.sheet.first.show_day(date(2026, 12, 24))
    for chips, key in ((dialog.sheet.days, ONE_WEEK), (dialog.sheet.circles, LARGE), (dialog.sheet.paper, US_LETTER)):
        reporter.click(chips.chip(key))
    reporter.click(dialog.save)
    (wish,) = wished
    assert (wish.first, wish.days, wish.paper, wish.large) == (date(2026, 12, 24), 7, SheetPaper("us-letter"), True)
    assert wish.first > TODAY
