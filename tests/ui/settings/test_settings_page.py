"""Settings: each takes effect at once, and what belongs to the diary can be undone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker import resources
from adtracker.domain.records.course import Course
from adtracker.domain.records.profile import Profile
from adtracker.language import ENGLISH
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.words.language import speak
from tests.ui.conftest import COURSE_START, TODAY, Clock
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def page(window: MainWindow, person: Person) -> SettingsPage:
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def _ground(window: MainWindow) -> str:
    return window.grab().toImage().pixelColor(window.width() - 6, 6).name()


def test_the_theme_is_taken_over_at_once(
    person: Person, page: SettingsPage, window: MainWindow, theme: Theme, preferences: Preferences
) -> None:
    assert _ground(window) == theme.color("ground").name() == "#f7f5f1"
    person.click(page.look.theme.chip("dark"))
    assert preferences.value.theme == "dark"
    assert _ground(window) == theme.color("ground").name() == "#14191d"
    person.click(page.look.theme.chip("contrast"))
    assert preferences.value.theme == "contrast"
    assert _ground(window) == theme.color("ground").name() == "#000000"


def test_text_size_and_typeface(person: Person, page: SettingsPage, preferences: Preferences) -> None:
    before = page.person.name.fontMetrics().height()
    person.click(page.look.text_size.chip("150"))
    assert preferences.value.text_percent == 150
    assert page.person.name.fontMetrics().height() > before
    person.click(page.look.typeface.chip("platform"))
    assert preferences.value.font == "platform"


def test_another_language_is_kept_and_offered_to_be_opened_in(
    person: Person, page: SettingsPage, preferences: Preferences
) -> None:
    assert not page.look.again.isVisible()
    person.click(page.look.language.chip("de"))
    assert preferences.value.language == "de"
    assert page.look.again.isVisible()
    person.click(page.look.language.chip("en"))
    assert preferences.value.language == "en"
    assert not page.look.again.isVisible(), "it is spoken"


def test_keys_for_the_text_size_show_here_too(person: Person, page: SettingsPage) -> None:
    person.press(Qt.Key.Key_Plus, CONTROL)
    assert page.look.text_size.key == "110"


def test_the_day_turns_when_the_person_says(
    person: Person, page: SettingsPage, context: Context, now: Clock, preferences: Preferences
) -> None:
    now.set(now.value.replace(hour=2))
    assert context.gate.today() == TODAY.replace(day=28)
    person.take(page.day_start, "00")
    assert preferences.value.day_start == "00:00"
    assert context.today() == TODAY


def test_how_often_one_writes_travels_with_the_diary_and_can_be_undone(
    person: Person, page: SettingsPage, journal: Journal
) -> None:
    assert page.rhythm.rhythm.key == "daily"
    assert not page.rhythm.weekday.isVisible()
    person.click(page.rhythm.rhythm.chip("weekly"))
    assert journal.profile() == Profile(weekly_on=7)
    person.take(page.rhythm.weekday, "We")
    assert journal.profile() == Profile(weekly_on=3)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert page.rhythm.weekday.currentText() == "Sunday"
    person.click(page.rhythm.rhythm.chip("daily"))
    assert journal.profile() == Profile()


def test_a_name_that_is_half_typed_is_stored_with_the_rhythm(
    person: Person, page: SettingsPage, journal: Journal
) -> None:
    person.click(page.person.name)
    person.type("A. B.")
    person.click(page.rhythm.rhythm.chip("weekly"))
    assert journal.profile() == Profile("A. B.", weekly_on=7)


def test_the_itch_from_which_a_day_counts(person: Person, page: SettingsPage, preferences: Preferences) -> None:
    assert page.itch_from.currentText() == "2"
    person.take(page.itch_from, "3")
    assert preferences.value.itch_counts_from == 3


def test_how_many_days_make_an_average(person: Person, page: SettingsPage, preferences: Preferences) -> None:
    assert page.least_days.currentText() == "4"
    person.take(page.least_days, "5")
    assert preferences.value.minimum_days == 5


def test_who_it_is_goes_into_the_diary_and_back_out(person: Person, page: SettingsPage, journal: Journal) -> None:
    journal.save(Profile(questions="What about week 24?"))
    page.refresh()
    person.click(page.person.name)
    person.type("A. B.")
    person.press(Qt.Key.Key_Tab)
    person.type("1988")
    person.press(Qt.Key.Key_Return)
    assert journal.profile() == Profile("A. B.", 1988, "What about week 24?")
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.profile() == Profile("A. B.", None, "What about week 24?")
    assert page.person.birth.text() == ""


@pytest.mark.parametrize("typed", ["1988-03-14", "14.3.1988"])
def test_a_whole_date_of_birth_and_the_clinics_number_can_be_given(
    person: Person, page: SettingsPage, journal: Journal, typed: str
) -> None:
    person.click(page.person.birth)
    person.type(typed)
    person.press(Qt.Key.Key_Tab)
    person.type("K-1234")
    person.press(Qt.Key.Key_Return)
    assert journal.profile() == Profile("", 1988, "", date(1988, 3, 14), "K-1234")
    assert page.person.birth.text() == "14 March 1988"
    person.click(page.person.birth)
    page.person.birth.selectAll()
    person.type("1989")
    person.press(Qt.Key.Key_Return)
    assert journal.profile() == Profile("", 1989, "", None, "K-1234")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1988-13-40", "Please give a year such as 1988, or a date such as 1988-03-14 or 14.3.1988."),
        ("31.2.1988", "Please give a year such as 1988, or a date such as 1988-03-14 or 14.3.1988."),
        (f"{TODAY.year}-12-31", f"{TODAY.year}-12-31 has not come yet."),
    ],
)
def test_a_date_of_birth_that_cannot_be_is_said_and_not_stored(
    person: Person, page: SettingsPage, journal: Journal, typed: str, said: str
) -> None:
    person.click(page.person.birth)
    QApplication.clipboard().setText(typed)
    person.press(Qt.Key.Key_V, CONTROL)
    person.press(Qt.Key.Key_Tab)
    assert page.person.problem("birth_year") == said
    assert journal.profile() == Profile()


@pytest.mark.parametrize(
    ("code", "said"),
    [("de", "1. September 1988"), ("es", "1 de septiembre de 1988"), ("fr", "1er septembre 1988")],
)
def test_a_date_of_birth_is_shown_as_days_are_written_and_stays_what_it_is(
    page: SettingsPage, code: str, said: str
) -> None:
    profile = Profile("A. B.", 1988, "", date(1988, 9, 1))
    resources.speak(code)
    speak(QLocale(code))
    page.person.show_profile(profile)
    shown, read = page.person.birth.text(), page.person.read(Profile(), TODAY)
    resources.speak(ENGLISH)
    assert (shown, read) == (said, profile)


@pytest.mark.parametrize(
    ("place", "typed", "born"),
    [
        ("en_GB", "3/4/1988", date(1988, 4, 3)),
        ("en_US", "3/4/1988", date(1988, 3, 4)),
        ("en_GB", "14 March 1988", date(1988, 3, 14)),
        ("en_CA", "3/4/1988", None),
    ],
)
def test_a_date_of_birth_is_read_as_the_computer_is_set_to(
    person: Person, page: SettingsPage, journal: Journal, place: str, typed: str, born: date | None
) -> None:
    speak(QLocale(place))
    person.click(page.person.birth)
    QApplication.clipboard().setText(typed)
    person.press(Qt.Key.Key_V, CONTROL)
    person.press(Qt.Key.Key_Tab)
    assert journal.profile().birth_date == born
    both = "“3/4/1988” could be 4 March 1988 or 3 April 1988. Please write the month in letters."
    assert page.person.problem("birth_year") == ("" if born else both)


def test_a_wrong_year_is_said_and_not_stored(person: Person, page: SettingsPage, journal: Journal) -> None:
    person.click(page.person.birth)
    person.type("19x")
    person.press(Qt.Key.Key_Tab)
    assert page.person.problem("birth_year") == "“19x” is not a number."
    assert journal.profile() == Profile()


def test_a_name_is_stored_when_the_page_is_left(person: Person, page: SettingsPage, journal: Journal) -> None:
    person.click(page.person.name)
    person.type("A. B.")
    person.press(Qt.Key.Key_1, CONTROL)
    assert journal.profile().name == "A. B."


def test_a_name_is_stored_when_the_window_is_closed(
    person: Person, page: SettingsPage, journal: Journal, window: MainWindow
) -> None:
    person.click(page.person.name)
    person.type("A. B.")
    window.close()
    assert journal.profile().name == "A. B."


def test_a_course_begins_changes_goes_and_comes_back(
    qtbot: QtBot, person: Person, page: SettingsPage, journal: Journal
) -> None:
    assert "No course is set" in person.reads(page)
    person.click(page.courses.add)
    form = page.courses.entries[0].form
    assert [(course.start, course.weeks) for course in journal.courses()] == [(TODAY, 24)]
    qtbot.waitUntil(form.treatment.isVisible)
    person.click(form.treatment)
    person.type("Dupilumab")
    person.press(Qt.Key.Key_Tab)
    person.pick(form.start, TODAY.replace(day=28))
    assert [(course.treatment, course.start) for course in journal.courses()] == [("Dupilumab", TODAY.replace(day=28))]
    person.give(form.weeks, 16)
    assert journal.courses()[0].weeks == 16
    person.click(page.courses.entries[0].remove)
    assert journal.courses() == ()
    assert "No course is set" in person.reads(page)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert [(course.treatment, course.weeks) for course in journal.courses()] == [("Dupilumab", 16)]
    assert page.courses.entries[0].form.treatment.text() == "Dupilumab"


def test_what_is_typed_after_adding_a_course_is_its_treatment(
    person: Person, page: SettingsPage, window: MainWindow, journal: Journal, context: Context
) -> None:
    context.writer.save(Course(TODAY + timedelta(days=30), "Planned"))  # stands above the new one
    window.resize(window.width(), window.minimumHeight())
    page.courses.add.setFocus()
    person.press(Qt.Key.Key_Space)
    person.type("Dupilumab")
    person.press(Qt.Key.Key_Tab)
    assert [course.treatment for course in journal.courses()] == ["Dupilumab", "Planned"]
    field = page.courses.entries[1].form.treatment
    assert field.visibleRegion().boundingRect() == field.rect(), "all of it is in view"


@pytest.mark.usefixtures("demo_journal")
def test_undo_of_a_course_edit_reaches_the_screen(person: Person, page: SettingsPage, journal: Journal) -> None:
    form = page.courses.entries[0].form
    person.click(form.treatment)
    form.treatment.selectAll()
    person.type("Cream")
    person.press(Qt.Key.Key_Tab)
    course = journal.course()
    assert course is not None
    assert (course.treatment, course.start) == ("Cream", COURSE_START)
    form.start.setFocus()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert form.treatment.text() == "Amlitelimab 250 mg every 4 weeks"


def test_the_newest_course_comes_first(page: SettingsPage, journal: Journal, context: Context) -> None:
    context.writer.save(Course(date(2025, 1, 1), "Old"))
    context.writer.save(Course(date(2026, 1, 1), "New"))
    assert [entry.stored.treatment for entry in page.courses.entries] == ["New", "Old"]


def test_it_says_where_the_diary_is(person: Person, page: SettingsPage, journal: Journal) -> None:
    person.click(page.parts.chip("safety"))
    assert str(journal.path) in person.reads(page)


def test_tab_goes_through_a_course_that_came_later_where_it_stands(
    person: Person, page: SettingsPage, qtbot: QtBot
) -> None:
    person.click(page.courses.add)
    (course,) = page.courses.entries
    qtbot.waitUntil(course.isVisible)
    page.person.number.setFocus()
    met = []
    for _ in range(6):
        person.press(Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    form = course.form
    assert met == [form.treatment, form.start, form.weeks, course.remove, page.courses.add, page.questions]


def test_a_diary_that_cannot_be_read_is_said_and_read_again_when_the_page_is_shown(
    person: Person, window: MainWindow, journal: Journal, diary_path: Path
) -> None:
    journal.save_all([Profile("A. B.", 1988, questions="May I swim?"), Course(COURSE_START, "Dupilumab")])
    away = diary_path.rename(diary_path.with_name("moved.diary"))
    page = window.show_page("settings")
    assert isinstance(page, SettingsPage)
    assert "was moved" in window.messages.text
    person.click(page.person.name)
    person.type("C. D.")
    person.press(Qt.Key.Key_Tab)
    away.rename(diary_path)
    assert journal.profile() == Profile("A. B.", 1988, questions="May I swim?")
    window.show_page("today")
    assert journal.profile() == Profile("C. D.", 1988, questions="May I swim?"), "what was not asked stays as it was"
    window.show_page("settings")
    assert page.person.birth.text() == "1988"
    assert [entry.stored.treatment for entry in page.courses.entries] == ["Dupilumab"]


@pytest.mark.parametrize("key", ["trends", "timeline", "history", "report", "settings"])
def test_a_page_that_could_not_be_read_is_read_when_it_is_shown_again(
    window: MainWindow, person: Person, journal: Journal, diary_path: Path, key: str, demo_journal: Journal
) -> None:
    away = diary_path.rename(diary_path.with_name("moved.diary"))
    page = window.show_page(key)
    empty = person.reads(page)
    away.rename(diary_path)
    window.show_page("learn")
    assert window.show_page(key) is page
    page.context.tasks.wait()
    QApplication.processEvents()
    assert person.reads(page) != empty


def test_what_another_program_wrote_about_the_person_stays(
    person: Person, page: SettingsPage, journal: Journal, context: Context
) -> None:
    person.click(page.person.name)
    person.type("A. B.")
    journal.save(Profile("", 1988))  # an import on the command line, say
    page.mark_stale()
    assert (page.person.name.text(), page.person.birth.text()) == ("A. B.", "1988")
    person.press(Qt.Key.Key_1, CONTROL)
    assert journal.profile() == Profile("A. B.", 1988)
