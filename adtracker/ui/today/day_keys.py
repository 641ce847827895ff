"""The keys of Today that need no menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_keys(page: QWidget, acts: Mapping[str, Callable[[], None]]) -> None:
    """Have each key do what stands beside it while the keyboard is on the page."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
