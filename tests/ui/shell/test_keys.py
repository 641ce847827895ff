"""Each key does one thing: where two that are in force share it, Qt takes neither."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.day import DayEntry
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from tests.ui.conftest import TODAY

Own = tuple[str, QWidget, Qt.ShortcutContext]


def _keys(window: MainWindow) -> list[Own]:
    """Every key that is in force, as often as it is, with the widget it belongs to."""
    made: list[QAction | QShortcut] = [*window.findChildren(QAction), *window.findChildren(QShortcut)]
    return [own for one in made if one.isEnabled() for own in _own(one, window)]


def _own(made: QAction | QShortcut, window: MainWindow) -> list[Own]:
    parent = made.parent()
    owner = parent if isinstance(parent, QWidget) else window
    if isinstance(made, QAction):
        keys, context = made.shortcuts(), made.shortcutContext()
    else:
        keys, context = made.keys(), made.context()
    return [(key.toString(), owner, context) for key in keys if not key.isEmpty()]


def _can_meet(one: Own, other: Own) -> bool:
    """Whether both can be meant at once: two of different pages cannot, for only one of them has the keyboard."""
    if Qt.ShortcutContext.WindowShortcut in (one[2], other[2]):
        return True
    return one[1] is other[1] or one[1].isAncestorOf(other[1]) or other[1].isAncestorOf(one[1])


@pytest.mark.usefixtures("demo_journal")
def test_no_key_stands_twice_on_any_page(window: MainWindow, context: Context) -> None:
    assert context.writer.save(DayEntry(TODAY, itch=3))
    assert context.writer.save(DayEntry(TODAY, itch=4))
    assert context.writer.undo()  # so that both undo and redo are in force
    for page in (*PAGES, SETTINGS):
        window.show_page(page)
    found = _keys(window)
    assert {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+T", "Ctrl+S", "Alt+Left", "F1"} <= {key for key, *_ in found}
    twice = [one[0] for one, other in combinations(found, 2) if one[0] == other[0] and _can_meet(one, other)]
    assert twice == []


def test_an_own_key_that_is_the_desktops_too_stands_once(window: MainWindow) -> None:
    """As Ctrl+Shift+Z is on most desktops, but not on the one of the tests; Ctrl++ is here too."""
    assert QKeySequence("Ctrl++") == QKeySequence(QKeySequence.StandardKey.ZoomIn)
    action = window.commands._action("Again", "Ctrl++", QKeySequence.StandardKey.ZoomIn, "Ctrl+#")
    assert [key.toString() for key in action.shortcuts()] == ["Ctrl++", "Ctrl+#"]
