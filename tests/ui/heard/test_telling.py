"""What the window says is heard where the keyboard is, and no key does nothing without a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.lessons.text import parse_text
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.messages import announce
from adtracker.ui.learn.lesson_text import LessonText, paragraph
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.every_form import Hands, open_form
from tests.ui.listening import accessible, heard_now, heard_parts


@pytest.fixture
def two(qtbot: QtBot) -> tuple[QWidget, QLineEdit, QLineEdit]:
    whole, first, second = QWidget(), QLineEdit(), QLineEdit()
    column = QVBoxLayout(whole)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    return whole, first, second


def _heard(widget: QWidget) -> str:
    return accessible(widget).text(QAccessible.Text.Description)


def test_what_is_said_stands_with_the_field_until_the_keyboard_leaves(
    two: tuple[QWidget, QLineEdit, QLineEdit],
) -> None:
    whole, first, second = two
    first.setAccessibleDescription("its own words")
    announce(whole, "Saved at 20:15.")
    announce(whole, "Taken back.")
    assert _heard(first) == "Taken back."
    second.setFocus()
    assert (_heard(first), _heard(second)) == ("its own words", "")


def test_what_is_described_otherwise_meanwhile_stays(two: tuple[QWidget, QLineEdit, QLineEdit]) -> None:
    whole, first, second = two
    announce(whole, "Saved.")
    first.setAccessibleDescription("new words")
    second.setFocus()
    assert _heard(first) == "new words"


def test_a_refused_form_is_heard_at_its_field_until_it_is_right(window: MainWindow, context: Context) -> None:
    dialog = open_form(Hands.over(window, context), lambda hands: hands.question(is_new=True))
    dialog.save.click()
    holder = QApplication.focusWidget()
    assert holder is not None
    assert dialog.form.isAncestorOf(holder)
    assert dialog.problem
    assert _heard(holder) == dialog.problem
    dialog.save.setFocus()
    holder.setFocus()
    assert _heard(holder) == dialog.problem, "it is heard again on the way back"
    QTest.keyClicks(holder, "Steps")
    assert not dialog.problem
    assert _heard(holder) != dialog._problem.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_F4])
def test_alt_and_down_opens_the_calendar(qtbot: QtBot, key: Qt.Key) -> None:
    field = DayField("Day", TODAY)
    qtbot.addWidget(field)
    field.show()
    held = Qt.KeyboardModifier.AltModifier if key is Qt.Key.Key_Down else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(field, key, held)
    assert field.calendar.isVisible()
    field.calendar.hide()


def test_undo_with_nothing_to_undo_says_so(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.messages.text == tr("There is nothing to undo.")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, control | shift)
    assert window.messages.text == tr("There is nothing to do again.")


def test_the_links_of_a_paragraph_are_links_and_others_are_no_stop(qtbot: QtBot, theme: Theme) -> None:
    whole, before, after = QWidget(), QLineEdit(), QLineEdit()
    with_links = LessonText(paragraph(theme, parse_text("The [[skin barrier]] & the [[immune system]] meet.")))
    without = LessonText(paragraph(theme, parse_text("No word of it is explained.")))
    column = QVBoxLayout(whole)
    for one in (before, without, with_links, after):
        column.addWidget(one)
    qtbot.addWidget(whole)
    heard = accessible(with_links)
    assert heard.role() is QAccessible.Role.Paragraph
    assert heard.text(QAccessible.Text.Name) == "The skin barrier & the immune system meet."
    assert heard_parts(with_links) == ["skin barrier", "immune system"]
    assert heard.child(0).role() is QAccessible.Role.Link
    assert heard_parts(without) == []
    whole.show()
    whole.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    for _ in range(2):
        assert _tab(Qt.Key.Key_Tab, with_links) == ["skin barrier", "immune system"]
        assert after.hasFocus()
        assert _tab(Qt.Key.Key_Backtab, with_links) == ["immune system", "skin barrier"]
        assert before.hasFocus()


def _tab(key: Qt.Key, text: LessonText) -> list[str]:
    """The links that the keyboard stops at on its way over a paragraph."""
    links: list[str] = []
    while True:
        holder = QApplication.focusWidget()
        assert holder is not None
        QTest.keyClick(holder, key)
        if not text.hasFocus():
            return links
        links.append(heard_now(text))
        assert len(links) < 5, "it never leaves"
