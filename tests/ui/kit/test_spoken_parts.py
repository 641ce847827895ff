"""Parts that a widget paints itself are objects for a screen reader, as long as the widget is there."""

from __future__ import annotations

import gc
from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.heard.spoken_parts import Part, SpokenParts
from tests.ui.listening import accessible, heard_parts

NAMES = ["first", "second", "third"]


class _Painted(QWidget):
    spoken_role = QAccessible.Role.List

    def __init__(self) -> None:
        super().__init__()
        self.names = list(NAMES)
        self.spoken = SpokenParts(self, lambda: len(self.names), self._part)

    def _part(self, index: int) -> Part:
        return Part(self.names[index], QRect(index * 10, 0, 10, 5), index == 1)


def test_each_part_has_a_name_a_place_and_a_state(qtbot: QtBot) -> None:
    widget = _Painted()
    qtbot.addWidget(widget)
    widget.show()
    whole = accessible(widget)
    assert (whole.role(), heard_parts(widget)) == (QAccessible.Role.List, NAMES)
    second = whole.child(1)
    assert (second.role(), whole.indexOfChild(second)) == (QAccessible.Role.ListItem, 1)
    assert second.rect() == QRect(10, 0, 10, 5).translated(widget.mapToGlobal(QRect().topLeft()))
    assert second.parent().role() is QAccessible.Role.List
    assert [bool(whole.child(index).state().checked) for index in range(3)] == [False, True, False]
    assert whole.child(3) is None
    assert whole.childAt(-5000, 0) is None
    assert whole.focusChild() is None, "the keyboard is elsewhere"


def test_what_changes_or_goes_is_never_what_it_was(qtbot: QtBot) -> None:
    widget = _Painted()
    qtbot.addWidget(widget)
    first, third = (accessible(widget).child(index) for index in (0, 2))
    widget.names = ["changed"]
    assert heard_parts(widget) == ["changed"]
    assert first.text(QAccessible.Text.Name) == "changed"
    assert third.state().invalid
    assert third.text(QAccessible.Text.Name) == ""


def test_parts_outlive_their_widget_without_harm() -> None:
    kept, widgets = [], []
    for _ in range(50):
        widget = _Painted()
        widgets.append(ref(widget))
        kept.append(accessible(widget).child(1))
        QAccessible.uniqueId(kept[-1])
        widget.spoken.go_to(2)
        widget.deleteLater()
        del widget
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [part.isValid() for part in kept] == [False] * 50
    assert {part.rect() for part in kept} == {QRect()}
    assert kept[0].parent() is None
    del kept[:]
    gc.collect()
    assert [widget() for widget in widgets] == [None] * 50, "with them a page and its days would stay after a lock"
