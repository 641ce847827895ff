"""The line above a page: its name, and what can be done there; below each other where there is no room for both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout

_LETTERS = 24  # of a sentence in one of its lines, at least


def beside(words: QLabel, *others: QWidget) -> QWidget:
    """A sentence and what stands at its right, or below it where that leaves the sentence too little."""
    made = QWidget()
    columns = Columns(made, 8)
    columns.add(words, 1)
    columns.want_letters(words, _LETTERS)
    for other in others:
        columns.add(other)
    return made


def window_head(title: QWidget, words: QLabel, last: QWidget) -> QWidget:
    """The first line of a window over a page: its name, a sentence and what closes it; the sentence is never a column
    of single words."""
    head, rest = QWidget(), beside(words, last)
    columns = Columns(head, 12)
    columns.add(title)
    columns.add(rest, 1)
    columns.want_whole(rest)
    return head


def page_head(title: QWidget, tools: Sequence[QWidget]) -> QWidget:
    """Lay them out; the tools wrap like words."""
    head, right = QWidget(), QWidget()
    columns, flow = Columns(head, 8), FlowLayout(right)
    for tool in tools:
        flow.addWidget(tool)
    columns.add(title, 1)
    columns.add(right)
    columns.want_whole(title)
    return head
