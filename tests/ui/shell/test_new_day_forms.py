"""Forms, Settings and files when a new day begins, and days whose night is an hour shorter or longer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from adtracker.domain.records.profile import Profile
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from tests.photos.samples import encoded
from tests.ui.conftest import TODAY, Clock
from tests.ui.evening import TOMORROW, export, fill_day, unfold_all
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def person(qtbot: QtBot, context: Context, window: MainWindow) -> Person:
    fill_day(context)
    person = unfold_all(Person(qtbot, window))
    for part in ("happenings", "scores"):
        person.unfold(part)
    return person


def _visit(person: Person) -> None:
    person.click(person.page.parts.happenings.card.add_visit)


def _side_effect(person: Person) -> None:
    person.click(person.page.parts.happenings.card.add_side_effect)


def _score(person: Person) -> None:
    person.click(person.page.parts.scores.card.add_score)


def _treatment(person: Person) -> None:
    person.click(person.page.parts.treatments.card.add)


def _form(window: MainWindow) -> FormDialog:
    """The form that is open."""
    (form,) = (form for form in window.findChildren(FormDialog) if form.isVisible())
    return form


@pytest.mark.parametrize("ask", [_visit, _side_effect, _score, _treatment], ids=lambda ask: ask.__name__.strip("_"))
def test_a_form_begins_with_the_day_it_is(
    person: Person, window: MainWindow, now: Clock, ask: Callable[[Person], None]
) -> None:
    now.pass_days(1)
    ask(person)
    day = _form(window).findChildren(DayField)[0]
    assert day.day == TOMORROW
    assert person.page.day == TOMORROW


def test_a_form_that_stood_open_overnight_asks_to_look_at_its_day(
    person: Person, window: MainWindow, journal: Journal, now: Clock
) -> None:
    _visit(person)
    form = _form(window)
    now.pass_days(1)
    form.save.click()
    assert journal.visits() == ()
    assert form.problem == "A new day has begun: Monday 30 November. Look at the day here, then save again."
    form.save.click()
    assert [visit.day for visit in journal.visits()] == [TODAY]


@pytest.fixture
def settings(person: Person, window: MainWindow) -> SettingsPage:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_settings_add_no_course_in_the_morning_with_the_first_click(
    person: Person, settings: SettingsPage, window: MainWindow, journal: Journal, now: Clock
) -> None:
    before = export(journal)
    now.pass_days(1)
    person.click(settings.courses.add)
    assert export(journal) == before
    assert window.messages.text == "A new day has begun: Monday 30 November"
    person.click(settings.courses.add)
    assert [course.start for course in journal.courses()][-1] == TOMORROW


def test_a_name_that_is_typed_in_settings_is_lost_in_no_night(
    person: Person, settings: SettingsPage, journal: Journal, now: Clock
) -> None:
    person.click(settings.person.name)
    person.type("A. B.")
    person.press(Qt.Key.Key_Tab)
    person.click(settings.courses.entries[0].form.treatment)
    person.type("Blue")
    assert journal.courses()[0].treatment == ""
    now.pass_days(1)
    person.press(Qt.Key.Key_1, CONTROL)
    assert journal.profile() == Profile("A. B.")
    assert journal.courses()[0].treatment == "Blue"
    assert person.page.day == TOMORROW


def test_a_file_that_is_chosen_in_the_morning_is_no_photo_of_the_evening(
    person: Person, window: MainWindow, context: Context, journal: Journal, now: Clock, tmp_path: Path
) -> None:
    picture = tmp_path / "skin.png"
    picture.write_bytes(encoded(Image.new("RGB", (30, 20), (90, 90, 80)), "png"))
    person.unfold("photos")
    person.click(person.page.parts.photos.card.add)
    (dialog,) = person.page.findChildren(QFileDialog)
    now.pass_days(1)
    dialog.filesSelected.emit([str(picture)])
    dialog.close()
    context.tasks.wait()
    QApplication.processEvents()
    assert journal.photos() == ()
    assert person.page.day == TOMORROW
    assert "A new day has begun" in person.page.saved.text


NIGHTS = {
    "an hour longer": (
        datetime(2026, 10, 24, 22, 0, tzinfo=BERLIN),
        [
            datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=0),
            datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1),
            datetime(2026, 10, 25, 3, 59, tzinfo=BERLIN),
        ],
        datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN),
    ),
    "an hour shorter": (
        datetime(2026, 3, 28, 22, 0, tzinfo=BERLIN),
        [datetime(2026, 3, 29, 1, 59, tzinfo=BERLIN), datetime(2026, 3, 29, 3, 59, tzinfo=BERLIN)],
        datetime(2026, 3, 29, 4, 0, tzinfo=BERLIN),
    ),
}


@pytest.mark.parametrize("night", NIGHTS)
def test_when_the_clocks_change_a_day_still_begins_at_four(
    qtbot: QtBot, request: pytest.FixtureRequest, journal: Journal, now: Clock, night: str
) -> None:
    evening, still, morning = NIGHTS[night]
    now.set(evening)
    person = Person(qtbot, request.getfixturevalue("window"))
    for number, moment in enumerate(still, 3):
        now.set(moment)
        person.click(person.page.itch.number(number))
        assert journal.entry(evening.date()).itch == number
    now.set(morning)
    person.click(person.page.itch.number(9))
    assert journal.entry(evening.date()).itch == 2 + len(still)
    assert journal.entry(morning.date()).is_empty
    assert person.page.day == morning.date()
    person.type("4")
    assert journal.entry(morning.date()).itch == 4
