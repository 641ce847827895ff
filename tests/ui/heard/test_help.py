"""F1 opens the same help on every page and over every window; the way to it stands at one place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.help_dialog import HelpDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import Navigation
from tests.ui.every_form import Hands
from tests.ui.every_place import Places, fill

pytestmark = pytest.mark.slow


@pytest.fixture
def places(qtbot: QtBot, journal: Journal, context: Context) -> Iterator[Places]:
    fill(journal)
    window = MainWindow(context.theme, context.preferences, context.texts)
    qtbot.addWidget(window)
    window.open(context)
    window.show()
    qtbot.waitExposed(window)
    yield Places(Hands.over(window, context))
    context.tasks.wait()


def test_help_is_one_key_away_everywhere_and_the_pages_stand_as_everywhere(places: Places) -> None:
    orders: set[tuple[str, ...]] = set()
    faults: list[str] = []
    for name, widget in places.all():
        window = widget.window()
        window.activateWindow()
        places.settle()
        faults += [f"{name}: {fault}" for fault in _help_faults(window, places)]
        if window is places.window and places.window.navigation.isVisible():
            orders.add(_pages(places.window))
    assert not faults, "\n".join(faults)
    assert len(orders) == 1, "the pages stand in another order"


def _help_faults(window: QWidget, places: Places) -> Iterator[str]:
    before = _helps(places)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F1)
    places.settle()
    opened = [one for one in _helps(places) if one not in before]
    if isinstance(window, HelpDialog):
        if opened:
            yield "help over help"
    elif len(opened) != 1:
        yield f"F1 opens {len(opened)} helps"
    elif not opened[0].isActiveWindow():
        yield "help stands behind"
    for one in opened:
        one.close_button.click()
    places.settle()
    if not window.isVisible():
        yield "gone with the help"


def _helps(places: Places) -> list[HelpDialog]:
    return [one for one in places.window.findChildren(HelpDialog) if one.isVisible()]


def _pages(window: MainWindow) -> tuple[str, ...]:
    (column,) = window.findChildren(Navigation)
    return tuple(one.accessibleName() for one in column.findChildren(QAbstractButton))
