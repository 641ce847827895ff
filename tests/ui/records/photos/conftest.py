"""A person before a day whose photos are unfolded."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from adtracker.ui.records.photos.card import PhotoCard
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.person import Person
from tests.ui.records.photos.photographs import Wait


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    """Who looks at the window."""
    return Person(qtbot, window)


@pytest.fixture
def card(person: Person) -> PhotoCard:
    """The card with the photos of the day."""
    person.unfold("photos")
    return person.page.parts.photos.card


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    """Waits until something holds."""
    return qtbot.waitUntil
