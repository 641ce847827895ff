"""What a screen reader finds: the accessible objects of a widget, read in this process."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def accessible(widget: QWidget) -> QAccessibleInterface:
    """The object that stands for a widget."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, f"{widget} cannot be heard"
    return found


def heard_parts(widget: QWidget) -> list[str]:
    """The names of what is inside a widget."""
    whole = accessible(widget)
    return [whole.child(index).text(QAccessible.Text.Name) for index in range(whole.childCount())]


def heard_now(widget: QWidget) -> str:
    """The name of the part of a widget that the keyboard is on, as it is read out."""
    part = accessible(widget).focusChild()
    assert part is not None, "the keyboard is on no part"
    assert part.state().focused
    return part.text(QAccessible.Text.Name)
