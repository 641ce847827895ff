"""The first line of a card: its title, and buttons at the right that go on below each other where room is short."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.ui.widgets.basics import label
from adtracker.ui.widgets.flow_layout import FlowLayout


def card_head(title: str, *buttons: QWidget) -> QHBoxLayout:
    """The title and the buttons, from left to right."""
    actions = QWidget()
    flow = FlowLayout(actions)
    for made in buttons:
        flow.addWidget(made)
    row = QHBoxLayout()
    row.addWidget(label(title, "heading"), 1)
    row.addWidget(actions, 0, Qt.AlignmentFlag.AlignRight)
    return row
