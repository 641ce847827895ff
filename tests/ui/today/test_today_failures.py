"""The file cannot be written: what was entered stays on the screen, is called not saved, and can be tried again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from tests.storage.trouble import full_disk, held_by_another
from tests.ui.conftest import TODAY
from tests.ui.person import Person

YESTERDAY = TODAY - ONE_DAY


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def elsewhere(diary_path: Path) -> Path:
    """Where a test moves the diary to, so that nothing can be stored in it."""
    return diary_path.with_name("moved.diary")


def test_answers_stay_on_the_screen_and_are_stored_on_the_next_try(
    person: Person, window: MainWindow, journal: Journal, diary_path: Path, elsewhere: Path
) -> None:
    person.type("2")
    page = person.page
    diary_path.rename(elsewhere)
    person.click(page.itch.number(7))
    person.click(page.sleep.number(3))
    person.click(page.extent.none)
    assert page.itch.number(7).isChecked()
    assert page.sleep.number(3).isChecked()
    assert "0\u00a0%" in person.reads(page.extent)
    assert page.saved.text.startswith("Not saved The diary")
    assert "was moved" in page.saved.text
    assert not window.messages.isVisible(), "one place is enough"
    elsewhere.rename(diary_path)
    assert journal.entry(TODAY).itch == 2
    person.click(page.saved.again_button)
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality) == (7, 3)
    assert entry.extent is not None
    assert "✓ Answers saved for Sun 29 Nov, 20:15" in page.saved.text
    assert not page.saved.again_button.isVisible()


@pytest.mark.slow
def test_another_program_that_holds_the_diary_is_named(person: Person, journal: Journal, diary_path: Path) -> None:
    with held_by_another(diary_path):
        person.type("7")
        assert person.page.itch.value == 7
        assert "Another program is using the diary" in person.page.saved.text
    person.click(person.page.saved.again_button)
    assert journal.entry(TODAY).itch == 7


def test_a_day_that_cannot_be_read_is_not_opened(
    person: Person, journal: Journal, diary_path: Path, elsewhere: Path
) -> None:
    page = person.page
    person.type("7")
    diary_path.rename(elsewhere)
    person.open_day(YESTERDAY)
    assert page.day == TODAY
    assert page.itch.value == 7
    assert page.header.strip.button(TODAY).isChecked()
    assert "was moved" in page.saved.text
    elsewhere.rename(diary_path)
    person.click(page.sleep.number(2))
    assert (journal.entry(TODAY).sleep_quality, journal.entry(YESTERDAY).sleep_quality) == (2, None)


def test_unsaved_answers_wait_for_their_own_day(
    person: Person, window: MainWindow, journal: Journal, context: Context
) -> None:
    page = person.page
    with full_disk():
        person.click(page.itch.number(7))
        assert "The disk" in page.saved.text
        person.open_day(YESTERDAY)
        assert page.day == YESTERDAY
        assert page.itch.value is None
        person.click(page.itch.number(1))
        person.open_day(TODAY)
    assert page.itch.value == 7
    assert "wait to be saved" in page.saved.text
    assert context.writer.save(Profile("A. B."))
    assert "Not saved" in page.saved.text, "that something else was saved does not cover it"
    person.click(page.saved.again_button)
    assert journal.entry(TODAY).itch == 7
    assert "saved for" in page.saved.text
    assert journal.entry(YESTERDAY).itch is None
    window.show_page("learn")
    assert journal.entry(YESTERDAY).itch == 1


def test_leaving_the_day_tries_again(person: Person, journal: Journal) -> None:
    with full_disk():
        person.click(person.page.itch.number(7))
    person.open_day(YESTERDAY)
    assert journal.entry(TODAY).itch == 7


def test_leaving_the_page_while_the_disk_fails_loses_nothing(
    person: Person, window: MainWindow, journal: Journal
) -> None:
    person.click(person.page.note.field)
    person.type("Keep me.")
    with full_disk():
        window.show_page("learn")
    assert window.messages.text.startswith("The disk"), "Today is not there to say it"
    window.show_page("today")
    assert person.page.note.field.text() == "Keep me."
    assert "Not saved" in person.page.saved.text
    person.click(person.page.saved.again_button)
    assert journal.entry(TODAY).note == "Keep me."


def test_what_fails_on_another_page_is_not_said_here(person: Person, window: MainWindow, context: Context) -> None:
    window.show_page("learn")
    with full_disk():
        assert not context.writer.save(Profile("A. B."))
    window.show_page("today")
    assert "Not saved" not in person.page.saved.text


@pytest.mark.slow
def test_a_note_that_could_not_be_saved_stays_in_its_field(
    person: Person, journal: Journal, diary_path: Path, elsewhere: Path
) -> None:
    person.click(person.page.note.field)
    diary_path.rename(elsewhere)
    person.type("Keep me.")
    person.wait_until_typed()
    assert person.page.note.field.text() == "Keep me."
    assert "Not saved" in person.page.saved.text
    elsewhere.rename(diary_path)
    person.type(" Please.")
    person.wait_until_typed()
    assert journal.entry(TODAY).note == "Keep me. Please."


def test_a_failed_answer_does_not_hide_what_else_is_stored(
    person: Person, journal: Journal, diary_path: Path, elsewhere: Path
) -> None:
    journal.save(DayEntry(TODAY, note="Stored."))
    person.open_day(YESTERDAY)
    person.open_day(TODAY)
    diary_path.rename(elsewhere)
    person.click(person.page.itch.number(7))
    elsewhere.rename(diary_path)
    person.click(person.page.sleep.number(4))
    entry = journal.entry(TODAY)
    assert (entry.itch, entry.sleep_quality, entry.note) == (7, 4, "Stored.")
