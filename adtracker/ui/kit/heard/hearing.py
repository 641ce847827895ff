"""What a screen reader is told of widgets whose kind alone says too little: painted parts, and headings."""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QStackedWidget, QWidget

from adtracker.ui.kit.basics import Heading
from adtracker.ui.kit.heard.spoken_parts import SpokenWhole

_CALENDAR = "QtPrivate::QCalendarView"  # the days in Qt's calendar; `DayPage` says what they are
_installed: list[object] = []


def install() -> None:
    """From now on, have Qt ask here; to be called once, before a screen reader asks for anything."""
    if not _installed:
        _installed.append(_made)
        QAccessible.installFactory(_made)


class _Heading(QAccessibleWidget):
    """A label that names what stands below it: a screen reader jumps from one to the next."""

    def __init__(self, label: Heading) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = ref(label)  # Qt never gives this up; nothing else is to stay for it

    def text(self, kind: QAccessible.Text) -> str:
        """What stands there, unless it has another name."""
        named = super().text(kind)
        label = self._label()
        return named or (label.text() if kind is QAccessible.Text.Name and label is not None else "")


def _made(kind: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, Heading):
        return _Heading(thing)
    if isinstance(thing, QStackedWidget):  # Qt calls it a layered pane, and each way into a page would begin with that
        return QAccessibleWidget(thing, QAccessible.Role.Client)
    role = QAccessible.Role.List if kind == _CALENDAR else getattr(thing, "spoken_role", None)
    return SpokenWhole(thing, role) if role is not None and isinstance(thing, QWidget) else None
