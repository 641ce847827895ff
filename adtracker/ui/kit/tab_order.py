"""Tab goes through widgets, and a screen reader reads them, as they stand; Qt's own order is that of their making."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def tab_stops(widget: QWidget) -> Sequence[QWidget]:
    """All in a widget that can take the keyboard, as its layouts have it."""
    return tuple(_in_widget(widget))


def follow(stops: Sequence[QWidget]) -> None:
    """Let Tab go from each to the next one; what comes after the first in Qt's order comes after the last."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def read_in_order(widget: QWidget) -> None:
    """Have all in a widget read in the order in which it stands.

    Only what the layouts hold is asked for: Python must know nothing of the parts that Qt makes and deletes by itself.
    """
    for one in _laid(widget):
        one.raise_()  # Qt reads what lies above later
        read_in_order(_content(one))


def _content(widget: QWidget) -> QWidget:
    """What scrolls in it, or itself."""
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    return widget if inside is None else inside


def _laid(widget: QWidget) -> Iterator[QWidget]:
    """What stands directly in a widget; rows and columns are none of their own."""
    layout = widget.layout()
    if layout is not None:
        yield from _widgets(layout)


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)


def _in_widget(widget: QWidget) -> Iterator[QWidget]:
    layout = _content(widget).layout()
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield widget
    elif layout is not None:
        for inner in _widgets(layout):
            yield from _in_widget(inner)
