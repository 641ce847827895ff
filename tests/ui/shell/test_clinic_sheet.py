"""A diary that begins with the sheet of a clinic: what it would have is seen before, and one edit stores it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.intake.clinic_start import Asked, ClinicStart
from adtracker.domain.intake.clinic_text import write_start
from adtracker.domain.records.course import Course
from adtracker.domain.records.question import AnswerKind
from adtracker.settings import Settings
from adtracker.ui.shell.welcome_page import WelcomePage
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import Clock
from tests.ui.starting import Started, start

COURSE = Course(date(2026, 12, 1), "Dupilumab 300 mg", 16)
SHEET = ClinicStart(
    course=COURSE,
    visit=date(2027, 1, 14),
    asked=(Asked("How sore is your skin?"), Asked("Cream used?", is_yes_no=True)),
)
LINE = write_start(SHEET)


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    return start(qtbot, qapp, diary_path, Settings(theme="light"), now)


@pytest.fixture
def welcome(started: Started) -> WelcomePage:
    assert isinstance(started.shown, WelcomePage)
    return started.shown


def paste(started: Started, welcome: WelcomePage, text: str) -> str:
    """Paste a text where the sheet's line goes; what is then said of it."""
    if welcome.clinic.text.isHidden() or not welcome.clinic.text.isVisible():
        started.person.click(welcome.clinic.has_sheet.chip("yes"))
    assert started.person.is_at(welcome.clinic.text)
    QGuiApplication.clipboard().setText(text)
    started.person.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    started.person.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return "" if welcome.clinic.outcome.isHidden() else welcome.clinic.outcome.text()


def test_what_it_would_have_is_shown_and_nothing_is_stored(
    started: Started, welcome: WelcomePage, diary_path: Path
) -> None:
    said = paste(started, welcome, LINE.replace("; ", ";\n  "))
    for words in (
        "Nothing is stored before",
        "every evening: worst itch, sleep quality",
        "Dupilumab 300 mg, from 1 December 2026 on, 16 weeks",
        "Visit: 14 January 2027",
        "0 to 10: How sore is your skin?",
        "yes or no: Cream used?",
    ):
        assert words in said
    assert not diary_path.exists()


def test_a_course_of_one_week_is_said_in_the_singular(started: Started, welcome: WelcomePage) -> None:
    line = write_start(ClinicStart(course=Course(COURSE.start, COURSE.treatment, 1)))
    assert "on, 1 week. You can change it below." in paste(started, welcome, line)


def test_all_that_it_would_have_is_in_sight(started: Started, welcome: WelcomePage) -> None:
    started.window.resize(1280, 800)
    paste(started, welcome, LINE)
    QApplication.processEvents()
    outcome = welcome.clinic.outcome
    assert outcome.visibleRegion().boundingRect() == outcome.rect()


def test_it_is_stored_in_one_edit_when_the_diary_starts(started: Started, welcome: WelcomePage) -> None:
    started.person.type("A. B.")
    paste(started, welcome, LINE)
    started.person.click(welcome.use.kind.chip("injection"))
    started.person.click(welcome.start)
    assert isinstance(started.shown, TodayPage)
    journal = started.context.journal
    assert journal.profile().name == "A. B."
    (course,) = journal.courses()
    assert (course.start, course.treatment, course.weeks) == (COURSE.start, COURSE.treatment, 16)
    assert [one.name for one in journal.treatments()] == ["Dupilumab 300 mg"]
    assert [one.day for one in journal.visits()] == [date(2027, 1, 14)]
    assert [(one.text, one.kind) for one in journal.questions()] == [
        ("How sore is your skin?", AnswerKind.SCALE),
        ("Cream used?", AnswerKind.YES_NO),
    ]
    assert not started.context.writer.can_undo


def test_how_often_is_taken_over_too(started: Started, welcome: WelcomePage) -> None:
    said = paste(started, welcome, write_start(ClinicStart(weekly_on=5)))
    assert "once a week, on Friday" in said
    started.person.click(welcome.start)
    assert started.context.journal.profile().weekly_on == 5


def test_the_course_can_be_changed_before(started: Started, welcome: WelcomePage) -> None:
    paste(started, welcome, LINE)
    assert welcome.has_course.key == "yes"
    welcome.course.start.show_day(date(2026, 12, 3))
    started.person.click(welcome.start)
    assert [course.start for course in started.context.journal.courses()] == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dear Sir or Madam, please", "begins with “adtracker-start”"),
        (LINE[:-12], "The end of the text is missing"),
        (LINE.replace("2027-01-14", "2027-01-15"), "not as on the sheet"),
        (LINE.replace("start 1", "start 2"), "newer version"),
        (LINE.replace("daily", "dose 5 mg"), "“dose 5 mg”"),
    ],
)
def test_another_text_is_refused_with_its_reason_and_holds_the_start(
    started: Started, welcome: WelcomePage, diary_path: Path, text: str, said: str
) -> None:
    assert said in paste(started, welcome, text)
    assert welcome.clinic.start is None
    started.person.click(welcome.start)
    assert started.shown is welcome
    assert started.person.is_at(welcome.clinic.text)
    assert not diary_path.exists()


def test_nobody_who_types_the_line_is_told_off_before_its_end(started: Started, welcome: WelcomePage) -> None:
    line = write_start(ClinicStart())
    started.person.click(welcome.clinic.has_sheet.chip("yes"))
    for letter in line[:-1]:
        started.person.type(letter)
        assert welcome.clinic.outcome.isHidden()
    started.person.type(line[-1])
    assert "every evening" in welcome.clinic.outcome.text()


def test_a_half_line_is_said_when_it_is_left_and_forgotten_with_the_sheet(
    started: Started, welcome: WelcomePage
) -> None:
    started.person.click(welcome.clinic.has_sheet.chip("yes"))
    started.person.type("adtracker-start 1;")
    started.person.click(welcome.person.name)
    assert "The end of the text is missing" in welcome.clinic.outcome.text()
    started.person.click(welcome.clinic.has_sheet.chip("no"))
    started.person.click(welcome.start)
    assert isinstance(started.shown, TodayPage)
    assert started.context.journal.visits() == ()
