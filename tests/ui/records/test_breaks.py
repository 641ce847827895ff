"""Breaks are found from History and from the settings, added, changed and deleted, by keys and clicks."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.storage.journal import Journal
from adtracker.ui.history.page import HistoryPage
from adtracker.ui.records.breaks.form import BreakForm
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.person import Person, come_back
from tests.ui.recorder import in_front

SEA = DiaryBreak(TODAY - timedelta(days=9), TODAY - timedelta(days=3), BreakReason.HOLIDAY, "By the sea")


def test_a_break_is_added_from_history(qtbot: QtBot, window: MainWindow, demo_journal: Journal) -> None:
    person = Person(qtbot, window)
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    person.click(page.breaks)
    listed = page.break_dialogs.list
    assert listed is not None
    person.click(listed.add)
    dialog = in_front(page.break_dialogs.form)
    form = dialog.form
    assert isinstance(form, BreakForm)
    assert (form.first.day, form.last.day) == (TODAY - timedelta(days=1), TODAY - timedelta(days=1))
    person.pick(form.first, SEA.first)
    person.pick(form.last, SEA.last)
    person.click(form.reason.chip("ill"))
    person.click(dialog.save)
    (kept,) = demo_journal.breaks()
    assert (kept.first, kept.last, kept.reason) == (SEA.first, SEA.last, BreakReason.ILL)
    assert listed.table.model().rowCount() == 1


def test_an_overlapping_break_stays_in_its_form_and_it_is_said_why(
    qtbot: QtBot, window: MainWindow, demo_journal: Journal
) -> None:
    demo_journal.save(SEA)
    person = Person(qtbot, window)
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    page.break_dialogs.add()
    dialog = in_front(page.break_dialogs.form)
    form = dialog.form
    assert isinstance(form, BreakForm)
    person.pick(form.first, SEA.last)
    person.click(dialog.save)
    assert dialog.isVisible()
    assert "There is a break from 2026-11-20 to 2026-11-26 already." in person.reads(dialog)
    assert len(demo_journal.breaks()) == 1
    dialog.reject()


def test_a_break_is_deleted_from_the_settings_and_comes_back_with_undo(
    qtbot: QtBot, window: MainWindow, demo_journal: Journal
) -> None:
    demo_journal.save(SEA)
    person = Person(qtbot, window)
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    person.click(page.breaks)
    page.break_dialogs.show(demo_journal.breaks()[0])
    dialog = in_front(page.break_dialogs.form)
    assert dialog.delete is not None
    person.click(dialog.delete)
    assert demo_journal.breaks() == ()
    listed = page.break_dialogs.list
    assert listed is not None
    assert listed.table.model().rowCount() == 0
    listed.reject()
    come_back(window)
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.words for one in demo_journal.breaks()] == ["By the sea"]
