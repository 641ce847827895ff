"""Lines from a phone: pasted, seen as they are read, looked at, put in by one Edit and taken back by one Undo."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from adtracker.domain.intake.lines.line_proposal import Fate
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.exchange.intake.line_examples import line_examples
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.lines.dialog import LinesDialog
from adtracker.ui.settings.lines.help_dialog import LinesHelpDialog
from tests.domain.intake.lines.habits import ORDERS, habits
from tests.domain.intake.lines.habits import TODAY as SUNDAY
from tests.ui.conftest import TODAY, Clock
from tests.ui.settings.bringing import own_data, put_in
from tests.ui.starting import Started, start

__all__ = ["own_data"]
FIRST, SECOND, THIRD = (TODAY - timedelta(days=back) for back in (5, 4, 3))
CHAT = f"""{FIRST} itch 6 sleep 4 note hands sore
itch 5, slept 6
{THIRD} 3 8
bought new cream
"""


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    diary_path.parent.mkdir()
    Journal.open(diary_path, lambda: TODAY).close()
    return start(qtbot, qapp, diary_path, Settings(), now, is_named=True)


@pytest.fixture
def dialog(started: Started) -> LinesDialog:
    started.window.commands.phone.trigger()
    found = started.window.findChild(LinesDialog)
    assert found is not None
    return found


def _pasted(qtbot: QtBot, dialog: LinesDialog, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(dialog.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(dialog.lines))


def test_lines_are_pasted_looked_at_put_in_and_taken_back(qtbot: QtBot, started: Started, dialog: LinesDialog) -> None:
    assert not dialog.go.isEnabled()
    _pasted(qtbot, dialog, CHAT)
    assert dialog.counts.text() == "4 lines. Clear: 2. To look at: 1. Not read: 1."
    rows = [[dialog.table.model().index(row, column).data() for column in (2, 3, 5)] for row in range(4)]
    assert rows == [["6", "4", "clear"], ["5", "6", "which day?"], ["3", "8", "clear"], ["", "", "not read"]]
    started.person.click(dialog.go)
    preview = dialog.findChild(BringInDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.preview is not None and preview.go.isEnabled(), timeout=30_000)
    assert preview.go.text() == "Put 2 days into the diary"
    QApplication.processEvents()
    chips = preview.look.rows[0].chips
    chips.chip(chips.keys[0]).setFocus()
    QTest.keyClick(preview.windowHandle(), Qt.Key.Key_A)
    assert preview.go.text() == "Put 3 days into the diary"
    journal = started.context.journal
    assert journal.entries() == ()  # nothing before the button
    put_in(qtbot, started, preview)
    days = {entry.day: (entry.itch, entry.sleep_quality, entry.note, entry.origin) for entry in journal.entries()}
    assert days == {
        FIRST: (6, 4, "hands sore", Origin.PASTED),
        SECOND: (5, 6, "", Origin.PASTED),
        THIRD: (3, 8, "", Origin.PASTED),
    }
    qtbot.waitUntil(lambda: started.window.findChild(LinesDialog) is None)
    started.window.activateWindow()
    started.person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert journal.entries() == ()


def test_large_letters_do_not_make_a_column_of_single_words_of_the_lines_that_work(
    qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock
) -> None:
    diary_path.parent.mkdir()
    Journal.open(diary_path, lambda: TODAY).close()
    started = start(qtbot, qapp, diary_path, Settings(text_percent=200), now, is_named=True)
    dialog = LinesHelpDialog(started.window, started.context)
    dialog.resize(1000, 600)
    dialog.open()
    QApplication.processEvents()
    shown = [made for made in dialog.findChildren(QLabel) if made.text() in dialog.lines]
    assert len(shown) == 5
    assert min(made.width() / made.fontMetrics().averageCharWidth() for made in shown) > 30


def test_what_says_nothing_of_pasted_lines_takes_no_room(qtbot: QtBot, started: Started, dialog: LinesDialog) -> None:
    _pasted(qtbot, dialog, "itch 5, slept 6")
    started.person.click(dialog.go)
    preview = dialog.findChild(BringInDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: bool(preview.look.rows), timeout=30_000)
    QApplication.processEvents()
    assert not [made for made in preview.found.findChildren(QLabel) if made.isVisible() and not made.text()]
    assert "Day" not in started.person.reads(preview.last).splitlines()  # no heading over no day
    chips = preview.look.rows[0].chips
    chips.chip(chips.keys[0]).setFocus()
    QTest.keyClick(preview.windowHandle(), Qt.Key.Key_A)
    QApplication.processEvents()
    assert "Day" in started.person.reads(preview.last).splitlines()


def test_a_day_that_is_told_twice_offers_what_each_line_says(
    qtbot: QtBot, started: Started, dialog: LinesDialog
) -> None:
    lines = f"{FIRST} itch 6 sleep 4", f"{FIRST} itch 7 sleep 4", f"{FIRST} itch 5"
    _pasted(qtbot, dialog, "\n".join(lines))
    started.person.click(dialog.go)
    preview = dialog.findChild(BringInDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: bool(preview.look.rows), timeout=30_000)
    (row,) = preview.look.rows
    assert [row.chips.chip(key).text() for key in row.chips.keys] == [
        "A: Worst itch: 6, Sleep quality: 4",
        "B: Worst itch: 7, Sleep quality: 4",
        "C: Worst itch: 5, Sleep quality: 4",  # on which the others agree
        "0: leave empty",
    ]
    said = [f"{letter}: “{line}”" for letter, line in zip("ABC", lines, strict=True)]
    qtbot.waitUntil(lambda: all(words in started.person.reads(preview) for words in said))
    row.chips.chip(row.chips.keys[0]).setFocus()
    QTest.keyClick(preview.windowHandle(), Qt.Key.Key_B)
    qtbot.waitUntil(preview.go.isEnabled)
    put_in(qtbot, started, preview)
    assert [(one.itch, one.sleep_quality) for one in started.context.journal.entries()] == [(7, 4)]


def test_own_questions_are_called_as_the_person_calls_them(qtbot: QtBot, started: Started) -> None:
    started.context.journal.save(Question("hands", "Gloves at work", AnswerKind.YES_NO))
    started.window.commands.phone.trigger()
    dialog = started.window.findChild(LinesDialog)
    assert dialog is not None
    _pasted(qtbot, dialog, f"{FIRST} itch 6 gloves at work yes\n")
    assert dialog.table.model().index(0, 4).data() == "Gloves at work: yes"


def test_what_is_written_is_read_while_it_is_written(qtbot: QtBot, dialog: LinesDialog) -> None:
    QTest.keyClicks(dialog.field, "yesterday 7/3")
    qtbot.waitUntil(lambda: [one.fate for one in dialog.lines] == [Fate.CLEAR])
    assert dialog.lines[0].day == TODAY - timedelta(days=1)
    assert dialog.go.isEnabled()
    dialog.field.clear()
    qtbot.waitUntil(lambda: not dialog.lines)
    assert not dialog.go.isEnabled()


def test_a_file_of_text_may_be_dropped_on_the_field_and_nobody_knows_when_it_was_written(
    qtbot: QtBot, dialog: LinesDialog, tmp_path: Path
) -> None:
    file = tmp_path / "me.txt"
    file.write_text("yesterday 7/3\n", encoding="utf-16")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    assert dialog.field.canInsertFromMimeData(mime)
    dialog.field.insertFromMimeData(mime)
    qtbot.waitUntil(lambda: [one.fate for one in dialog.lines] == [Fate.ASKED])
    assert dialog.field.text() == "yesterday 7/3\n"
    file.unlink()
    dialog.field.insertFromMimeData(mime)
    assert "me.txt" in dialog.problem.text()


def test_the_preview_can_be_left_and_the_lines_stay(qtbot: QtBot, started: Started, dialog: LinesDialog) -> None:
    _pasted(qtbot, dialog, CHAT)
    started.person.click(dialog.go)
    preview = dialog.findChild(BringInDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.preview is not None, timeout=30_000)
    preview.reject()
    assert dialog.isVisible()
    assert dialog.field.text() == CHAT
    assert started.context.journal.entry(FIRST) == DayEntry(FIRST)


def _left_and_opened_again(qtbot: QtBot, started: Started, dialog: LinesDialog, *, with_escape: bool) -> LinesDialog:
    if with_escape:
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)
    else:
        started.person.click(dialog.cancel)
    qtbot.waitUntil(lambda: started.window.findChild(LinesDialog) is None)
    started.window.commands.phone.trigger()
    found = started.window.findChild(LinesDialog)
    assert found is not None
    return found


@pytest.mark.parametrize("with_escape", [True, False], ids=["Esc", "Cancel"])
def test_what_was_pasted_is_there_again_however_it_was_left_and_can_be_begun_afresh(
    qtbot: QtBot, started: Started, dialog: LinesDialog, with_escape: bool
) -> None:
    _pasted(qtbot, dialog, CHAT)
    dialog = _left_and_opened_again(qtbot, started, dialog, with_escape=with_escape)
    assert "What you wrote in “Lines from my phone” is kept." in started.window.messages.text
    assert dialog.unfinished.text == "You did not finish this earlier today. It is as you left it."
    assert dialog.field.text() == CHAT
    qtbot.waitUntil(lambda: len(dialog.lines) == 4)
    started.person.click(dialog.unfinished.button)
    assert dialog.field.text() == ""
    dialog = _left_and_opened_again(qtbot, started, dialog, with_escape=with_escape)
    assert (dialog.field.text(), dialog.unfinished.text) == ("", "")


def test_lines_that_were_put_in_are_not_kept_beside_the_diary(
    qtbot: QtBot, started: Started, dialog: LinesDialog
) -> None:
    _pasted(qtbot, dialog, CHAT)
    qtbot.waitUntil(lambda: started.context.journal.draft("lines") is not None)
    started.person.click(dialog.go)
    preview = dialog.findChild(BringInDialog)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.preview is not None and preview.go.isEnabled(), timeout=30_000)
    put_in(qtbot, started, preview)
    qtbot.waitUntil(lambda: started.window.findChild(LinesDialog) is None)
    assert started.context.journal.draft("lines") is None


def test_yesterday_of_a_text_that_was_left_on_another_day_is_asked_about(
    qtbot: QtBot, started: Started, dialog: LinesDialog, now: Clock
) -> None:
    _pasted(qtbot, dialog, "yesterday 7/3")
    assert [one.fate for one in dialog.lines] == [Fate.CLEAR]
    dialog = _left_and_opened_again(qtbot, started, dialog, with_escape=True)
    qtbot.waitUntil(lambda: [one.fate for one in dialog.lines] == [Fate.CLEAR])  # it is still the same day
    started.person.click(dialog.cancel)
    qtbot.waitUntil(lambda: started.window.findChild(LinesDialog) is None)
    now.pass_days(1)
    started.window.commands.phone.trigger()
    found = started.window.findChild(LinesDialog)
    assert found is not None
    qtbot.waitUntil(lambda: [one.fate for one in found.lines] == [Fate.ASKED])
    assert found.unfinished.text.startswith("You did not finish this on ")
    found.field.clear()
    QTest.keyClicks(found.field, "yesterday 7/3")
    qtbot.waitUntil(lambda: [one.day for one in found.lines] == [TODAY] and found.lines[0].fate is Fate.CLEAR)


def test_five_lines_that_work_are_shown_copied_and_carried_by_a_square(
    qtbot: QtBot, started: Started, dialog: LinesDialog
) -> None:
    started.person.click(dialog.help)
    shown = dialog.findChild(LinesHelpDialog)
    assert shown is not None
    assert len(shown.lines) == 5
    assert all(line in started.person.reads(shown) for line in shown.lines)
    started.person.click(shown.copy)
    assert QGuiApplication.clipboard().text() == "\n".join(shown.lines)
    shown.accept()


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("back", range(7))
def test_each_of_the_five_lines_works_on_every_weekday(order: object, back: int) -> None:
    made = habits(order, written=SUNDAY - timedelta(days=back))  # type: ignore[arg-type]
    assert made.written is not None
    lines = line_examples(made.written, made.order, "hands sore")
    assert len(set(lines)) == 5
    for line in lines:
        (one,) = read_lines(line, made)
        assert one.fate is Fate.CLEAR, line
        assert one.day is not None
        assert date(2026, 11, 1) < one.day <= SUNDAY
