"""Tab goes through widgets in the order in which they stand; Qt's own order is the one in which they were made."""

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


def _in_widget(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield widget
    elif isinstance(widget, QScrollArea) and (inside := widget.widget()) is not None:
        yield from _in_widget(inside)
    elif layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _in_widget(widget)
        elif inner is not None:
            yield from _in_layout(inner)
