"""What a day can have beside its minimum: folded until used, unfolded by one button, never moving under the pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.sections import DaySections
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.treatments import MOISTURISER, stored


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def parts(person: Person) -> DaySections:
    return person.page.parts


def _buttons(parts: DaySections) -> dict[str, QRect]:
    """Where the buttons are that can be seen."""
    QApplication.processEvents()
    found = {part.key: parts.row.button(part.key) for part in parts.parts}
    return {key: QRect(made.pos(), made.size()) for key, made in found.items() if made.isVisible()}


def test_on_an_empty_day_all_is_folded_and_nothing_built(parts: DaySections) -> None:
    assert set(_buttons(parts)) == {part.key for part in parts.parts}
    assert [part.key for part in parts.parts if part.is_built] == ["note"], "which the page has anyway"
    assert all(made.height() >= 44 for made in _buttons(parts).values())


def test_a_button_unfolds_its_part_and_puts_the_keyboard_there(person: Person, parts: DaySections) -> None:
    before = _buttons(parts)
    for part in parts.parts:
        person.click(parts.row.button(part.key))
        assert part.card.isVisible()
        assert person.is_at(part.card)
        assert _buttons(parts) == before


def test_what_was_unfolded_is_all_in_view(person: Person, parts: DaySections, window: MainWindow) -> None:
    window.resize(1024, 620)
    last = parts.parts[-1]
    person.click(parts.row.button(last.key))
    (area,) = person.page.findChildren(QScrollArea)
    bottom = last.card.mapTo(area.viewport(), last.card.rect().bottomLeft()).y()
    assert 0 < bottom <= area.viewport().height()


def test_the_same_button_or_esc_folds_an_empty_part(person: Person, parts: DaySections) -> None:
    photos = person.page.parts.photos
    person.unfold("photos")
    person.click(parts.row.button("photos"))
    assert not photos.card.isVisible()
    person.press(Qt.Key.Key_Return)
    assert person.is_at(photos.card)
    person.press(Qt.Key.Key_Escape)
    assert not photos.card.isVisible()
    assert person.is_at(parts.row.button("photos"))


def test_a_part_with_something_in_it_stays_unfolded(journal: Journal, qtbot: QtBot, window: MainWindow) -> None:
    stored(journal, MOISTURISER)
    person = Person(qtbot, window)
    person.open_day(TODAY - ONE_DAY)
    card = person.page.parts.treatments.card
    assert card.isVisible()
    assert not person.page.parts.row.button("treatments").isVisible()
    card.add.setFocus()
    person.press(Qt.Key.Key_Escape)
    assert card.isVisible()


def test_another_day_begins_folded(person: Person, parts: DaySections) -> None:
    person.unfold("photos")
    person.open_day(TODAY - ONE_DAY)
    assert not parts.is_open("photos")
    assert not person.page.parts.photos.card.isVisible()
