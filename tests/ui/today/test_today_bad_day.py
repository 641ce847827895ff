"""A bad day needs one press and no number: it is an entry, and every step of it can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.storage.journal import Journal
from adtracker.ui.shell.help_dialog import HelpDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.bad_day_chip import BAD_DAY_KEY
from tests.ui.conftest import TODAY
from tests.ui.person import Person

CTRL = Qt.KeyboardModifier.ControlModifier


def test_one_key_marks_the_day_and_the_same_key_takes_it_back(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    person = Person(qtbot, window)
    person.press(Qt.Key.Key_B, CTRL)
    entry = journal.entry(TODAY)
    assert (entry.bad_day, entry.has_no_numbers, entry.recorded_on) == (True, True, TODAY)
    assert person.page.bad_day.isChecked()
    assert person.page.saved.text.startswith("✓ The mark “bad day” saved for Sun 29 Nov, 20:15")
    assert person.page.header.strip.button(TODAY).accessibleName() == ("Sunday 29 November, today, bad day, no numbers")
    person.press(Qt.Key.Key_B, CTRL)
    assert journal.entries() == ()
    assert not person.page.bad_day.isChecked()
    assert person.page.header.strip.button(TODAY).accessibleName() == "Sunday 29 November, today, not recorded"


def test_undo_takes_the_mark_back_and_redo_gives_it_again(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    person = Person(qtbot, window)
    person.click(person.page.bad_day)
    assert journal.entry(TODAY).bad_day
    person.press(Qt.Key.Key_Z, CTRL)
    assert journal.entries() == ()
    assert not person.page.bad_day.isChecked()
    assert person.page.saved.text.endswith("The mark “bad day” is taken back on 29 Nov.")
    person.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert journal.entry(TODAY).bad_day


def test_a_day_that_is_marked_can_have_numbers_all_the_same(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    person = Person(qtbot, window)
    person.click(person.page.bad_day)
    person.page.take_focus()
    person.type("9")
    entry = journal.entry(TODAY)
    assert (entry.bad_day, entry.itch, entry.has_no_numbers) == (True, 9, False)
    assert person.page.header.strip.button(TODAY).accessibleName() == "Sunday 29 November, today"


def test_on_an_older_day_that_is_open_it_marks_that_day(qtbot: QtBot, window: MainWindow, journal: Journal) -> None:
    person = Person(qtbot, window)
    person.open_day(TODAY - ONE_DAY)
    assert not person.page.bad_day.isChecked()
    person.press(Qt.Key.Key_B, CTRL)
    assert [(entry.day, entry.bad_day) for entry in journal.entries()] == [(TODAY - ONE_DAY, True)]


def test_from_another_page_it_is_today_that_is_marked_and_shown(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    person = Person(qtbot, window)
    person.open_day(TODAY - ONE_DAY)
    window.show_page("history")
    person.press(Qt.Key.Key_B, CTRL)
    assert person.page.day == TODAY
    assert [entry.day for entry in journal.entries()] == [TODAY]


def test_the_key_stands_in_the_help_and_in_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    action = window.commands.bad_day
    assert action in window.commands.menu.actions()
    assert (action.shortcut().toString(), action.isEnabled()) == (BAD_DAY_KEY, True)
    assert not action.autoRepeat()
    window.commands.help.trigger()
    dialog = next(found for found in window.findChildren(HelpDialog) if found.isVisible())
    assert any(keys == BAD_DAY_KEY for keys, _ in dialog._rows())
    dialog.close()


def test_a_marked_day_stays_what_it_was_when_it_is_looked_at(
    qtbot: QtBot, window: MainWindow, journal: Journal
) -> None:
    journal.save(DayEntry(TODAY - ONE_DAY, bad_day=True, note="Never mind"))
    person = Person(qtbot, window)
    person.open_day(TODAY - ONE_DAY)
    assert person.page.bad_day.isChecked()
    person.open_day(TODAY)
    assert not person.page.bad_day.isChecked()
