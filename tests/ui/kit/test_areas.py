"""F6 goes through the large parts of the window, Shift+F6 the other way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.ui.kit.areas import _area
from adtracker.ui.kit.card_columns import Side
from adtracker.ui.learn.page import LearnPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.trends.page import TrendsPage
from tests.ui.person import Person

SHIFT = Qt.KeyboardModifier.ShiftModifier
PAGES = ["today", "trends", "timeline", "history", "learn", "report", "settings"]


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def _here() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_one_key_goes_from_the_sleep_question_to_the_body_map_and_back(person: Person) -> None:
    person.page.sleep.take_focus()
    person.press(Qt.Key.Key_F6)
    assert person.page.parts.columns._around(Side.RIGHT).isAncestorOf(_here())
    person.press(Qt.Key.Key_F6, SHIFT)
    assert person.is_at(person.page.itch), "the part before is entered at its beginning"


@pytest.mark.parametrize("key", PAGES)
def test_round_the_window_each_area_comes_once_in_both_directions(person: Person, window: MainWindow, key: str) -> None:
    window.show_page(key)
    ways = []
    for modifier in (Qt.KeyboardModifier.NoModifier, SHIFT):
        start, seen = _area(_here()), []
        for _ in range(40):
            person.press(Qt.Key.Key_F6, modifier)
            seen.append(_area(_here()))
            if seen[-1] is start:
                break
        assert seen[-1] is start, "it comes round"
        ways.append(seen)
    assert window.navigation in ways[0]
    assert len(set(map(id, ways[0]))) == len(ways[0])
    assert [*ways[0][-2::-1]] == ways[1][:-1]


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_menus_live_on_when_what_the_key_went_through_is_gone(
    person: Person, window: MainWindow, modifier: Qt.KeyboardModifier
) -> None:
    trends, learn = window.show_page("trends"), window.show_page("learn")
    assert isinstance(trends, TrendsPage)
    assert isinstance(learn, LearnPage)
    for _ in range(8):
        person.press(Qt.Key.Key_F6, modifier)
    learn.open_part("scores")  # the lesson before is deleted
    window.navigation.show_backed_up("Last backed up today")  # which its menu says, too
    head = trends.head
    for action in (head.measures, head.compared, head.photos, head.sure):
        assert action.text()
