"""What a screen reader finds in the window: headings, one of several, and the name of the page that opened."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.chips import Chip, Chips
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.listening import accessible

PAGES = ["today", "trends", "timeline", "history", "learn", "report", "settings"]


@pytest.mark.parametrize("key", PAGES)
def test_a_page_has_a_name_headings_and_one_of_several(window: MainWindow, qtbot: QtBot, key: str) -> None:
    page = window.show_page(key)
    name = accessible(page).text(QAccessible.Text.Name)
    assert name == window.navigation.button(key).accessibleName()
    titles = [
        label for label in page.findChildren(QLabel) if label.property("kind") in ("title", "heading") and label.text()
    ]
    assert titles
    for label in titles:
        if label.buddy() is None:
            heard = accessible(label)
            assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.Heading, label.text())
    for chips in page.findChildren(Chips):
        for chip in chips.findChildren(Chip):
            heard = accessible(chip)
            assert heard.role() is QAccessible.Role.RadioButton
            assert bool(heard.state().checked) is chip.isChecked()
