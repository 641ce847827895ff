"""The inbox in the window: a real folder that the world fills, looked at, brought in, moved aside, and known again."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.progress import unwatched
from adtracker.domain.records.day import DayEntry
from adtracker.domain.sheet.reading import ReadSheet
from adtracker.domain.sheet.spec import SheetSpec
from adtracker.exchange.intake.sheet_found import SheetsRead
from adtracker.inbox.looking import Look, look_into
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.bring_in.readers import Readers
from adtracker.ui.settings.inbox.dialog import InboxDialog
from adtracker.ui.settings.inbox.photos_dialog import SkinPhotosDialog
from adtracker.ui.settings.inbox.sorting import What, sort_files
from adtracker.ui.settings.page import SettingsPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.settings.bringing import own_data
from tests.ui.starting import Started, start

__all__ = ["own_data"]
WRITTEN = datetime(2026, 11, 20, 12).astimezone().timestamp()
DAY = date(2026, 11, 26)
SHEET = ReadSheet(SheetSpec("ABCD", "EFGH", DAY, 14, ()), ())
REPORT = (
    b"%PDF-1.7\n1 0 obj <</Type /EmbeddedFile /Subtype /application#2Fjson /Length 2>> stream\n{}\nendstream endobj"
)
TABLE = "date,itch\n2026-11-26,4\n"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "box"
    folder.mkdir()
    return folder


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock, box: Path) -> Started:
    diary_path.parent.mkdir()
    journal = Journal.open(diary_path, lambda: TODAY)
    journal.save(DayEntry(TODAY, itch=2))
    journal.close()
    return start(qtbot, qapp, diary_path, Settings(inbox=str(box)), now, is_named=True)


def _put(folder: Path, name: str, content: bytes) -> Path:
    """A file that lies there from one moment to the next, written long ago, whenever the folder is looked at."""
    file = folder.parent / name
    file.write_bytes(content)
    os.utime(file, (WRITTEN, WRITTEN))
    return file.rename(folder / name)


def _skin(folder: Path, name: str, colour: str) -> Path:
    file = folder / name
    Image.new("RGB", (64, 48), colour).save(file, "JPEG")
    os.utime(file, (WRITTEN, WRITTEN))
    return file


def _list(qtbot: QtBot, started: Started, count: int) -> InboxDialog:
    """The list of the files, as opened from the settings."""
    page = started.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.open_part("safety")
    page.safety.inbox.files.click()
    dialog = started.window.findChild(InboxDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: [row.isVisible() for row in dialog.rows] == count * [True], timeout=30_000)
    QApplication.processEvents()
    return dialog


def test_a_table_is_found_brought_in_moved_aside_and_known_again(qtbot: QtBot, started: Started, box: Path) -> None:
    _put(box, "days.csv", TABLE.encode())
    dialog = _list(qtbot, started, 1)
    assert dialog.rows[0].name.text() == "days.csv"
    started.person.click(dialog.rows[0].open)
    preview = dialog.findChild(BringInDialog)
    assert preview is not None
    qtbot.waitUntil(preview.go.isEnabled, timeout=30_000)
    assert (box / "days.csv").is_file()  # nothing before the button
    with qtbot.waitSignal(preview.accepted):
        started.person.click(preview.go)
    assert started.context.journal.entry(DAY).itch == 4
    qtbot.waitUntil((box / "taken" / "days.csv").is_file)
    qtbot.waitUntil(lambda: dialog.rows == [])
    _put(box, "once more.csv", TABLE.encode())
    started.context.events.look_inbox.emit()
    qtbot.waitUntil(lambda: len(dialog.rows) == 1)
    assert "taken before" in dialog.rows[0].about.text()
    dialog.reject()


def test_another_look_that_finds_the_same_leaves_the_rows_under_the_pointer(
    qtbot: QtBot, started: Started, box: Path
) -> None:
    _put(box, "days.csv", TABLE.encode())
    dialog = _list(qtbot, started, 1)
    shown = list(dialog.rows)
    for _ in range(2):  # the first may be what the window did by itself
        started.context.events.look_inbox.emit()
        qtbot.wait(250)  # looked into, then sorted
    assert dialog.rows == shown
    _put(box, "more.csv", TABLE.encode())
    started.context.events.look_inbox.emit()
    qtbot.waitUntil(lambda: [row.name.text() for row in dialog.rows] == ["days.csv", "more.csv"])
    dialog.reject()


def test_what_waits_says_why_and_is_ready_once_it_is_whole(qtbot: QtBot, started: Started, box: Path) -> None:
    _put(box, "empty.csv", b"")
    _put(box, "half.csv.part", b"date,it")
    _put(box, ".sheet.jpg.icloud", b"stand-in")
    (box / "album").mkdir()
    dialog = _list(qtbot, started, 4)
    said = {row.name.text(): row.about.text() for row in dialog.rows}
    assert said["empty.csv"].startswith("Empty so far.")
    assert said["half.csv.part"].startswith("Half of a copy")
    assert said[".sheet.jpg.icloud"].startswith("Not on this computer yet.")
    assert said["album"].startswith("A folder.")
    assert not any(row.open.isVisible() for row in dialog.rows)
    _put(box, "empty.csv", TABLE.encode())
    (box / "half.csv.part").rename(box / "half.csv")
    started.context.events.look_inbox.emit()
    qtbot.waitUntil(lambda: any(row.open.isVisible() for row in dialog.rows))
    assert sorted(row.name.text() for row in dialog.rows if row.open.isVisible()) == ["empty.csv", "half.csv"]
    dialog.reject()


def test_a_scan_is_told_to_be_a_sheet_and_a_report_is_not(started: Started, box: Path) -> None:
    scan, report = _put(box, "scan.pdf", b"%PDF-1.4 a scan"), _put(box, "report.pdf", REPORT)
    found = look_into(box, lambda _: (), WRITTEN + 60).items
    readers = Readers(sheets=lambda file: SheetsRead((SHEET,)) if file in (scan, report) else SheetsRead())
    assert [one.what for one in sort_files(found, readers, {}, unwatched)] == [What.FILE, What.SHEET]
    dialog = InboxDialog(started.window, started.context, Look(box), readers, is_inbox=True)
    dialog.show_look(Look(box, found))
    assert dialog.state.text().startswith("The files are being looked at")
    dialog.reject()


def test_the_same_lines_under_two_names_are_two_files_wherever_it_is_said(
    qtbot: QtBot, started: Started, box: Path
) -> None:
    hints: list[str] = []
    started.context.events.hint.connect(hints.append)
    for name in ("me.txt", "me again.txt"):
        _put(box, name, b"28.11. itch 6")
    page = started.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.open_part("safety")
    with qtbot.waitSignal(started.context.events.inbox_looked):
        started.window.incoming.look()
    assert hints == ["2 new files wait in your inbox. Settings, Safety shows them."]
    assert page.safety.inbox.state.text() == "2 new files."


def test_photos_ask_for_place_and_day_together(qtbot: QtBot, started: Started, box: Path) -> None:
    _skin(box, "arm.jpg", "#c08070")
    _skin(box, "neck.jpg", "#d09080")
    _put(box, "broken.jpg", b"\xff\xd8\xff and no more")
    dialog = _list(qtbot, started, 3)
    assert dialog.photos.text() == "Add 2 photos…"
    for stop in (dialog.close_button, *(row.aside for row in dialog.rows), dialog.photos):
        assert started.person.is_at(stop)
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Tab)
    started.person.click(dialog.photos)
    photos = dialog.findChild(SkinPhotosDialog)
    assert photos is not None
    qtbot.waitUntil(lambda: len(photos.rows) == 2, timeout=30_000)
    QApplication.processEvents()
    assert photos.go.text() == "Put 2 photos into the diary"
    assert [row.day.day for row in photos.rows] == [date(2026, 11, 20)] * 2
    photos.rows[0].place.choose("nape")
    photos.rows[1].want.setFocus()
    QTest.keyClick(photos.windowHandle(), Qt.Key.Key_Space)
    assert photos.go.text() == "Put 1 photo into the diary"
    with qtbot.waitSignal(photos.accepted):
        started.person.click(photos.go)
    (photo,) = started.context.journal.photos()
    assert (photo.day, photo.region) == (date(2026, 11, 20), "nape")
    qtbot.waitUntil((box / "taken" / "arm.jpg").is_file)
    assert (box / "neck.jpg").is_file()
    dialog.reject()
    started.window.activateWindow()
    started.person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert started.context.journal.photos() == ()


def test_a_file_is_set_aside_without_being_brought_in(qtbot: QtBot, started: Started, box: Path) -> None:
    _put(box, "letter.docx", b"PK\3\4 not at all")
    dialog = _list(qtbot, started, 1)
    assert not dialog.rows[0].open.isVisible()
    started.person.click(dialog.rows[0].aside)
    qtbot.waitUntil((box / "taken" / "letter.docx").is_file)
    dialog.reject()


def test_who_comes_to_the_window_is_told_once(qtbot: QtBot, started: Started, box: Path) -> None:
    hints: list[str] = []
    started.context.events.hint.connect(hints.append)
    _put(box, "days.csv", TABLE.encode())
    with qtbot.waitSignal(started.context.events.inbox_looked):
        started.window.incoming.look()
    assert hints == ["1 new file waits in your inbox. Settings, Safety shows it."]
    with qtbot.waitSignal(started.context.events.inbox_looked):
        started.window.incoming.look()
    assert len(hints) == 1


def test_a_stick_that_is_pulled_out_is_said(qtbot: QtBot, started: Started, box: Path) -> None:
    page = started.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    page.open_part("safety")
    box.rmdir()
    page.safety.inbox.look.click()
    qtbot.waitUntil(lambda: "stick that is not plugged in" in page.safety.inbox.state.text())
    started.person.click(page.safety.inbox.forget)
    assert started.context.preferences.value.inbox == ""
    assert not page.safety.inbox.files.isVisible()


def test_a_folder_that_can_only_be_read_is_said_and_so_are_files_that_are_too_many(
    qtbot: QtBot, started: Started, box: Path
) -> None:
    _put(box, "days.csv", TABLE.encode())
    look = look_into(box, lambda _: (), started.context.now().timestamp())
    shown = replace(look, is_read_only=True, more=9_900)
    dialog = InboxDialog(started.window, started.context, shown, Readers(), is_inbox=True)
    dialog.open()
    qtbot.waitUntil(lambda: len(dialog.rows) == 1)
    assert dialog.state.text() == (
        "9900 more files follow when some of these are taken. "
        "The folder can only be read: taken files stay in it, and are not taken twice."
    )
    dialog.reject()
