"""A name that is typed into the line for a new trigger outlives a crash, on the day for which it was begun."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.trigger import Trigger
from adtracker.storage.journal import Journal
from adtracker.ui.records.triggers.card import TriggerCard
from tests.storage.trouble import held_by_another
from tests.ui.conftest import TODAY
from tests.ui.person import Person

FORM = f"trigger/{TODAY.isoformat()}"


@pytest.fixture
def left(request: pytest.FixtureRequest, journal: Journal) -> None:
    """What a window that was killed while somebody typed has left; it is there before the next window opens."""
    journal.keep_draft(FORM, {"name": request.param})


def _wait_until_kept(qtbot: QtBot, journal: Journal, name: str) -> None:
    def is_kept() -> bool:
        draft = journal.draft(FORM)
        return draft is not None and draft.content == {"name": name}

    qtbot.waitUntil(is_kept)


def test_what_is_typed_is_kept_and_goes_once_it_is_added(
    person: Person, card: TriggerCard, journal: Journal, qtbot: QtBot
) -> None:
    person.click(card.add)
    person.type("Chlor")
    _wait_until_kept(qtbot, journal, "Chlor")
    assert journal.triggers() == (), "half a name is no trigger"
    person.type("ine")
    person.press(Qt.Key.Key_Return)
    assert journal.triggers() == (Trigger("Chlorine", "Chlorine"),)
    assert journal.draft(FORM) is None


def test_what_is_given_up_is_not_kept(person: Person, card: TriggerCard, journal: Journal, qtbot: QtBot) -> None:
    person.click(card.add)
    person.type("Chl")
    _wait_until_kept(qtbot, journal, "Chl")
    person.press(Qt.Key.Key_Escape)
    assert journal.draft(FORM) is None


@pytest.mark.parametrize("left", ["Chlor"], indirect=True)
def test_what_was_left_stands_there_again_and_is_added_by_nobody_but_the_person(
    left: None, person: Person, journal: Journal
) -> None:
    parts = person.page.parts
    assert parts.is_open("triggers"), "it is in sight without a search"
    card = parts.triggers.card
    assert (card.field.isVisible(), card.field.text()) == (True, "Chlor")
    person.open_day(TODAY - ONE_DAY)
    assert not card.field.isVisible()
    assert journal.triggers() == ()
    person.open_day(TODAY)
    assert (card.field.isVisible(), card.field.text()) == (True, "Chlor")
    person.click(card.field)
    person.press(Qt.Key.Key_End)
    person.type("ine")
    person.press(Qt.Key.Key_Return)
    assert journal.entry(TODAY).context == ("Chlorine",)
    assert journal.draft(FORM) is None
    assert not card.field.isVisible()


@pytest.mark.parametrize("left", [7, "x" * 500], indirect=True)
def test_what_an_odd_draft_holds_harms_nothing(left: None, person: Person, journal: Journal) -> None:
    card = person.page.parts.triggers.card
    assert len(card.field.text()) <= card.field.maxLength()
    person.click(person.page.itch.number(4))
    assert journal.entry(TODAY).itch == 4


def test_a_name_that_could_not_be_stored_stays_and_is_stored_later(
    person: Person, card: TriggerCard, journal: Journal
) -> None:
    person.click(card.add)
    person.type("Chlorine")
    with held_by_another(journal.path):
        person.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert (card.field.isVisible(), card.field.text()) == (True, "Chlorine")
    assert journal.triggers() == ()
    person.open_day(TODAY - ONE_DAY)
    assert journal.triggers() == (Trigger("Chlorine", "Chlorine"),)
    assert journal.entry(TODAY).context == ("Chlorine",)
