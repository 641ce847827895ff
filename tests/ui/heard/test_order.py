"""What stands out of order is found, and can be put in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.tab_order import follow, read_in_order, tab_stops
from tests.ui.heard.order import reading_faults, tab_faults
from tests.ui.listening import accessible

_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


def _window(qtbot: QtBot, way: QBoxLayout.Direction, turn: Qt.LayoutDirection) -> QWidget:
    """Two buttons, of which the second was made first."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayoutDirection(turn)
    second, first = QPushButton("second", window), QPushButton("first", window)
    row = QBoxLayout(way, window)
    row.addWidget(first)
    row.addWidget(second)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.mark.parametrize("turn", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("way", [_DOWN, _ACROSS])
def test_what_is_out_of_order_is_found(qtbot: QtBot, way: QBoxLayout.Direction, turn: Qt.LayoutDirection) -> None:
    window = _window(qtbot, way, turn)
    assert list(reading_faults(accessible(window), mirrored=False))
    read_in_order(window)
    assert not list(reading_faults(accessible(window), mirrored=False))


def test_areas_are_gone_through_whole(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QBoxLayout(_ACROSS, window)
    parts = [_window(qtbot, _DOWN, Qt.LayoutDirection.LeftToRight) for _ in range(2)]
    for part in parts:
        row.addWidget(part)
    window.show()
    qtbot.waitExposed(window)
    left, right = (tab_stops(part) for part in parts)
    follow((left[0], right[0], left[1], right[1]))
    assert [fault for fault in tab_faults(window) if "comes back" in fault]
    follow((*left, *right))
    assert not list(tab_faults(window))
