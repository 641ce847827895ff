"""A place in a language that is read from right to left is where Qt itself would have it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

from adtracker.ui.kit.room.mirrored import mirrored

WHOLE = QRect(7, 11, 300, 40)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(
    "place",
    [QRect(7, 11, 300, 40), QRect(7, 12, 10, 10), QRect(296, 12, 11, 3), QRect(50, 0, 1, 1), QRect(0, 0, 400, 9)],
)
def test_it_is_where_qt_would_have_it(direction: Qt.LayoutDirection, place: QRect) -> None:
    asked = QRect(place)
    assert mirrored(direction, WHOLE, place) == QStyle.visualRect(direction, WHOLE, place)
    assert place == asked, "what was asked for stays as it was"
