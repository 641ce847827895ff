"""A person before Today, with the card of triggers unfolded."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from adtracker.ui.records.triggers.card import TriggerCard
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.person import Person


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def card(person: Person) -> TriggerCard:
    person.unfold("triggers")
    return person.page.parts.triggers.card
