"""Undo and Redo in a window of its own: what a person sees change there, they can take back there."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

# What the window's actions are called, to be found.
UNDO, REDO = "undo", "redo"


def add_undo_actions(dialog: QWidget) -> None:
    """Have the keys of the program's window for both work in a dialog over it too."""
    window = dialog
    while (below := window.parentWidget()) is not None:
        window = below.window()
    dialog.addActions([action for action in window.findChildren(QAction) if action.objectName() in (UNDO, REDO)])
