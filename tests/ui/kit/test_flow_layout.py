"""Rows that wrap, fill their width, and stand even."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.room.flow_layout import FlowLayout


class Fixed(QWidget):
    """A part that likes one size."""

    def sizeHint(self) -> QSize:
        """44 by 44."""
        return QSize(44, 44)


def _shown(qtbot: QtBot, count: int, width: int, *, fill: bool = False, even: bool = False) -> list[QWidget]:
    around = QWidget()
    qtbot.addWidget(around)
    layout = FlowLayout(around, 4, fill=fill, even=even)
    parts: list[QWidget] = [Fixed() for _ in range(count)]
    for part in parts:
        layout.addWidget(part)
    around.resize(width, 400)
    around.show()
    qtbot.waitExposed(around)
    layout.activate()
    return [around, *parts]


def _rows(parts: list[QWidget]) -> list[int]:
    tops = [part.y() for part in parts]
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(("width", "rows"), [(524, [11]), (523, [6, 5]), (300, [6, 5]), (200, [4, 4, 3])])
def test_eleven_that_are_alike_stand_in_even_rows(qtbot: QtBot, width: int, rows: list[int]) -> None:
    around, *parts = _shown(qtbot, 11, width, even=True)
    assert _rows(parts) == rows
    assert len({part.width() for part in parts}) == 1
    assert max(part.geometry().right() for part in parts) < width
    assert around.heightForWidth(width) == len(rows) * 48 - 4


def test_a_row_that_is_filled_ends_with_the_width(qtbot: QtBot) -> None:
    _, *parts = _shown(qtbot, 3, 100, fill=True)
    assert [(part.x(), part.width()) for part in parts] == [(0, 48), (52, 48), (0, 100)]


def test_else_all_have_the_size_they_like(qtbot: QtBot) -> None:
    _, *parts = _shown(qtbot, 3, 100)
    assert {part.width() for part in parts} == {44}
