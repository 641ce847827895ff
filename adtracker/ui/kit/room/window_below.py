"""The program's window, below all dialogs, and its keys that work in a dialog too."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

# What the window's actions are called, to be found.
UNDO, REDO, HELP = "undo", "redo", "help"


def window_below(widget: QWidget) -> QWidget:
    """The program's window, also where dialogs are between."""
    window = widget.window()
    while (below := window.parentWidget()) is not None:
        window = below.window()
    return window


def take_actions(dialog: QWidget, *names: str) -> None:
    """Have the keys of the window's actions of these names work in a dialog over it too."""
    dialog.addActions([action for action in window_below(dialog).actions() if action.objectName() in names])
