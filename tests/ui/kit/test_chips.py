"""Chips keep the shape of a pill, and their place, whatever is chosen and however large the text is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.chips import Chips


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_short_word_makes_a_pill_and_no_circle(
    qtbot: QtBot, preferences: Preferences, theme: Theme, percent: int
) -> None:
    preferences.change(text_percent=percent)
    chips = Chips("Range of days", [("4w", "4 weeks"), ("all", "All")])
    qtbot.addWidget(chips)
    chips.setStyleSheet(theme.stylesheet)
    chips.show()
    QApplication.processEvents()
    size = chips.chip("all").size()
    assert size.width() >= 1.3 * size.height()
    before = [chips.chip(key).geometry() for key in ("4w", "all")]
    chips.choose("all")
    chips.chip("all").setFocus()
    QApplication.processEvents()
    assert [chips.chip(key).geometry() for key in ("4w", "all")] == before
