"""The first line of a card: its title, and what stands at the right of it, or below where room is short."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.ui.kit.columns import Columns
from adtracker.ui.kit.flow_layout import FlowLayout


def card_head(heading: QWidget, beside: QWidget, corner: int = 0) -> QHBoxLayout:
    """The heading and what stands beside it; `corner` is kept free at the right end."""
    columns = Columns(spacing=8)
    columns.add(heading, 1)
    columns.add(beside)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, corner, 0)
    row.addLayout(columns, 1)
    return row


def actions(*buttons: QWidget) -> QWidget:
    """Buttons from left to right, that go on below each other where room is short."""
    made = QWidget()
    row = FlowLayout(made)
    for button in buttons:
        row.addWidget(button)
    return made
