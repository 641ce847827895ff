"""Tooltips with words that a person wrote, which Qt would take for HTML where they look like it."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget


def plain_tooltip(text: str) -> str:
    """A tooltip that shows a text as it is; empty for none."""
    return f"<qt>{escape(text)}</qt>" if text else ""


def show_name_as_tooltip(widget: QWidget) -> None:
    """Show the name of a widget under the pointer; a screen reader, which has said it, is told nothing more."""
    widget.setToolTip(widget.accessibleName())
    widget.setAccessibleDescription(" ")  # of a widget without any, Qt takes the tooltip for its description
