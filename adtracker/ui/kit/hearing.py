"""What a screen reader is told of widgets whose kind alone says too little: painted parts, and headings."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel

from adtracker.ui.kit.spoken_parts import SpokenParts, SpokenWhole

_HEADINGS = ("title", "heading")
_installed: list[object] = []


def install() -> None:
    """From now on, have Qt ask here; to be called once, before a screen reader asks for anything."""
    if not _installed:
        _installed.append(_made)
        QAccessible.installFactory(_made)


class _Heading(QAccessibleWidget):
    """A label that names what stands below it: a screen reader jumps from one to the next."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        """What stands there, unless it has another name."""
        named = super().text(kind)
        return named or (self._label.text() if kind is QAccessible.Text.Name else "")


def _made(_kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    parts = getattr(thing, "spoken", None)
    if isinstance(parts, SpokenParts):
        return SpokenWhole(parts)
    if isinstance(thing, QLabel) and thing.property("kind") in _HEADINGS and thing.buddy() is None:
        return _Heading(thing)
    return None
