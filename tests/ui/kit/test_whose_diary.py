"""The badge stands where the line begins, and the words beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.diaries.whose_diary import BADGE, WhoseDiary


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_badge_stands_where_the_line_begins(qtbot: QtBot, theme: Theme, direction: Qt.LayoutDirection) -> None:
    made = WhoseDiary(theme)
    qtbot.addWidget(made)
    made.setLayoutDirection(direction)
    made.show_words("Nora's diary", "Nora")
    made.resize(200, 20)
    made.show()
    picture, rim = made.grab().toImage(), 2  # pixels of its disc that no letter covers
    first, last = QPoint(rim, 10), QPoint(199 - rim, 10)
    begins, ends = (first, last) if direction is Qt.LayoutDirection.LeftToRight else (last, first)
    assert theme.px(BADGE) == 16
    assert picture.pixelColor(begins) == theme.color("accent")
    assert picture.pixelColor(ends) != theme.color("accent")
