"""Two cards of the window that brings in, side by side where both have room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.settings.bring_in.rows_card import RowsCard

_LOOK_LINE = 52  # letters: some answers beside each other


def two_cards(left: QWidget, right: QWidget, left_share: int, right_share: int, wanted: int = 0) -> QWidget:
    """Both in a row, with so much of its width each; the right one only where it gets the width that is wanted."""
    made = QWidget()
    columns = Columns(made)
    columns.add(left, left_share)
    columns.add(right, right_share)
    columns.want(right, wanted)
    if isinstance(left, RowsCard):  # a table that scrolls sideways while there is room beside it is hard to read
        columns.prefer_whole(left)
        columns.want_letters(right, _LOOK_LINE)
    return made
