"""Saving the report and the data: what is in the file is what was on the screen, and a sentence says where it is."""

from __future__ import annotations

import json
import os
import re
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import Period
from adtracker.domain.records.visit import Visit
from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from tests.photos.samples import encoded, quarters
from tests.report.samples import read_pdf, text_of
from tests.ui.conftest import TODAY
from tests.ui.reporter import Reporter

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visits(tmp_path: Path) -> Path:
    """A folder for what is saved."""
    folder = tmp_path / "visits"
    folder.mkdir()
    return folder


def _export(reporter: Reporter, form: str) -> None:
    page = reporter.report
    {
        "json": page.export_json,
        "csv": page.export_csv,
        "xlsx": page.export_xlsx,
        "fhir": page.export_fhir,
    }[form].trigger()


@pytest.mark.slow
def test_the_pdf_is_what_was_chosen_and_carries_its_days(reporter: Reporter, visits: Path) -> None:
    reporter.choose_period("4w")
    reporter.write(" May I swim?")
    reporter.click(reporter.report.save)
    file = visits / "visit.pdf"
    assert reporter.save_as(file) == f"✓ Saved as {file}"
    assert reporter.report.outcome.property("kind") == "good"
    document = file.read_bytes()
    text = " ".join(text_of(document).split())
    assert "2 to 29 November 2026" in text
    assert "What happens after week 24? May I swim?" in text
    attached = read_pdf(document).attachments["diary.csv"][0].decode("utf-8-sig").splitlines()
    assert attached[0] == "date,itch,sleep_quality,extent_percent,woken,signs,context,bad_day"
    assert attached[1].startswith("2026-11-02,")
    assert [one.name for one in visits.iterdir()] == ["visit.pdf"]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.slow
def test_only_the_pages_are_saved_if_only_these_are_wanted(reporter: Reporter, visits: Path) -> None:
    form = reporter.report.form
    reporter.click(form.include.notes)
    reporter.click(form.include.only_pages)
    reporter.click(reporter.report.save)
    reporter.save_as(visits / "visit.pdf")
    document = (visits / "visit.pdf").read_bytes()
    assert read_pdf(document).attachments == {}
    assert "also holds its data" not in text_of(document)
    reporter.click(form.include.only_pages)
    reporter.click(reporter.report.save)
    reporter.save_as(visits / "with.pdf")
    document = (visits / "with.pdf").read_bytes()
    assert "note" in read_pdf(document).attachments["diary.csv"][0].decode("utf-8-sig").splitlines()[0].split(",")
    assert re.search(r"This file also holds its data \(\d+ days\)\.", text_of(document))


@pytest.mark.slow
def test_what_was_typed_a_moment_ago_is_in_the_pdf(reporter: Reporter, visits: Path) -> None:
    reporter.click(reporter.report.form.questions.field)
    reporter.press(Qt.Key.Key_End, CONTROL)
    reporter.type(" Now?")
    reporter.press(Qt.Key.Key_S, CONTROL)
    reporter.save_as(visits / "visit.pdf")
    assert "week 24? Now?" in text_of((visits / "visit.pdf").read_bytes())


def test_a_name_without_an_end_gets_one_and_the_next_dialog_begins_there(reporter: Reporter, visits: Path) -> None:
    reporter.click(reporter.report.save)
    assert reporter.save_as(visits / "visit") == f"✓ Saved as {visits / 'visit.pdf'}"
    _export(reporter, "csv")
    assert Path(reporter.dialog().directory().absolutePath()) == visits


def test_the_name_on_offer_has_the_day_and_nothing_of_the_person_and_saving_can_be_given_up(reporter: Reporter) -> None:
    reporter.click(reporter.report.save)
    name = reporter.dialog().findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    assert name.text() == "skin-diary-2026-11-29.pdf"
    QTest.keyClick(reporter.dialog(), Qt.Key.Key_Escape)
    assert not reporter.report.outcome.isVisible()
    assert not reporter.dialog().isVisible()


def test_an_earlier_report_is_written_over_once_that_was_agreed(reporter: Reporter, visits: Path) -> None:
    file = visits / "visit.pdf"
    file.write_bytes(b"earlier")
    reporter.click(reporter.report.save)
    assert reporter.save_as(file).startswith("✓ Saved")
    assert file.read_bytes().startswith(b"%PDF-")


def test_the_diary_itself_is_never_written_over(reporter: Reporter, journal: Journal) -> None:
    before = journal.path.read_bytes()
    reporter.click(reporter.report.save)
    reporter.dialog().setDefaultSuffix("")
    assert "is a diary. It was left as it is" in reporter.save_as(journal.path)
    assert reporter.report.outcome.property("kind") == "caution"
    assert journal.path.read_bytes() == before


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="links need a right on Windows")
def test_where_it_cannot_be_written_it_says_so_and_can_be_tried_again(reporter: Reporter, visits: Path) -> None:
    link = visits / "visit.pdf"
    link.symlink_to(visits / "gone" / "visit.pdf")
    reporter.click(reporter.report.save)
    assert "cannot be written (No such file or directory). Nothing was changed." in reporter.save_as(link)
    reporter.click(reporter.report.save)
    assert reporter.save_as(visits / "other.pdf").startswith("✓ Saved")


def test_a_save_that_ends_after_the_page_was_left_is_said_all_the_same(
    reporter: Reporter, visits: Path, qtbot: QtBot
) -> None:
    page = reporter.report
    reporter.click(page.save)
    name = reporter.dialog().findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(visits / "visit.pdf"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    reporter.click(reporter.window.navigation.button("learn"))
    assert reporter.window.pages.key == "learn"
    messages = reporter.window.messages
    qtbot.waitUntil(lambda: "Saved as" in messages.text)
    assert (visits / "visit.pdf").exists()
    reporter.click(reporter.window.navigation.button("report"))
    assert not page.outcome.isVisible()


def test_a_save_under_way_is_finished_when_the_window_closes(reporter: Reporter, visits: Path) -> None:
    reporter.click(reporter.report.save)
    name = reporter.dialog().findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(visits / "visit.pdf"))
    QTest.keyClick(name, Qt.Key.Key_Return)
    context = reporter.report.context
    reporter.window.close()
    context.tasks.wait()
    assert (visits / "visit.pdf").read_bytes().startswith(b"%PDF-")


def test_everything_is_exported_as_json_and_the_days_as_a_table(
    reporter: Reporter, journal: Journal, visits: Path
) -> None:
    _export(reporter, "json")
    assert reporter.save_as(visits / "diary.json") == f"✓ Saved as {visits / 'diary.json'}"
    data = json.loads((visits / "diary.json").read_text(encoding="utf-8"))
    assert data["profile"]["name"] == "A. B."
    assert len(data["days"]) == len(journal.entries())
    _export(reporter, "csv")
    assert reporter.save_as(visits / "diary.csv") == f"✓ Saved as {visits / 'diary.csv'}"
    lines = (visits / "diary.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + len(journal.entries())
    _export(reporter, "xlsx")
    assert reporter.save_as(visits / "diary") == f"✓ Saved as {visits / 'diary.xlsx'}"
    assert (visits / "diary.xlsx").read_bytes().startswith(b"PK")
    _export(reporter, "fhir")
    assert reporter.save_as(visits / "fhir.json") == f"✓ Saved as {visits / 'fhir.json'}"
    assert json.loads((visits / "fhir.json").read_text(encoding="utf-8"))["resourceType"] == "Bundle"


def test_photos_are_exported_beside_everything_else(reporter: Reporter, journal: Journal, visits: Path) -> None:
    journal.add_photo(clean_bytes(encoded(quarters(), "heic")), TODAY, "nape")
    _export(reporter, "json")
    reporter.save_as(visits / "diary.json")
    (photo,) = json.loads((visits / "diary.json").read_text(encoding="utf-8"))["photos"]
    (file,) = (visits / "diary-photos").iterdir()
    assert (photo["file"], photo["region"]) == (file.name, "nape")
    assert file.read_bytes() == journal.picture(journal.photos()[0])


def test_the_menu_of_exports_opens_by_the_keyboard(reporter: Reporter) -> None:
    page = reporter.report
    page.export.setFocus()
    QTest.keyClick(page.export, Qt.Key.Key_Down)
    names = [action.text() for action in page.export.menu().actions()]
    assert names == [
        "Everything (JSON)…",
        "A workbook for a spreadsheet (XLSX)…",
        "Tables for a spreadsheet (CSV)…",
        "Everything, in FHIR R4 format…",
    ]


def test_a_saved_report_can_be_opened_and_data_cannot(
    reporter: Reporter, visits: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, file = reporter.report, visits / "visit.pdf"
    shown: list[Path] = []

    def show(url: QUrl) -> bool:
        """What the computer would do; afterwards there is no program for PDFs any more."""
        shown.append(Path(url.toLocalFile()))
        return len(shown) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    assert not page.open_saved.isVisible()
    reporter.click(page.save)
    reporter.save_as(file)
    reporter.click(page.open_saved)
    assert shown == [file]
    assert page.outcome.text().startswith("✓ Saved as")
    reporter.click(page.open_saved)
    assert page.outcome.text().startswith("No program was found")
    _export(reporter, "json")
    reporter.save_as(visits / "diary.json")
    assert not page.open_saved.isVisible()


def test_the_report_is_printed_page_by_page_as_it_is_shown(qtbot: QtBot, reporter: Reporter, tmp_path: Path) -> None:
    reporter.choose_period("4w")
    shown = len(reporter.wait())
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))  # what a printer would get
    page = reporter.report
    page._printer.print_on(page._order, printer)
    qtbot.waitUntil(lambda: page.outcome.text() == "✓ Sent to the printer.")
    assert len(read_pdf((tmp_path / "printed.pdf").read_bytes()).pages) == shown
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    page._printer.print_on(page._order, printer)
    qtbot.waitUntil(lambda: page.outcome.text().startswith("The printer did not take it."))


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", QPageSize.PageSizeId.A4), ("us-letter", QPageSize.PageSizeId.Letter)]
)
def test_the_printer_is_asked_for_with_the_paper_that_was_chosen(
    reporter: Reporter, paper: str, size: QPageSize.PageSizeId
) -> None:
    reporter.click(reporter.report.form.paper.chip(paper))
    reporter.press(Qt.Key.Key_P, CONTROL)
    dialog = reporter.report.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.printer().pageLayout().pageSize().id() == size
    dialog.reject()


def test_a_report_since_the_last_visit_begins_on_its_day(reporter: Reporter, journal: Journal) -> None:
    chip = reporter.report.form.period.chips.chip("visit")
    for visit in journal.visits():
        journal.remove(visit)
    reporter.report.mark_stale()
    reporter.wait()
    assert not chip.isVisible()
    for days_ago in (0, 20, 50):
        journal.save(Visit(TODAY - timedelta(days=days_ago)))
    reporter.report.mark_stale()
    reporter.choose_period("visit")
    assert reporter.report.form.period.period == Period(TODAY - timedelta(days=20), TODAY)
