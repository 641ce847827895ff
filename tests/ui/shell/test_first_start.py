"""The first start: the welcome, the diary it makes, and where it makes it."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.profile import Profile
from adtracker.domain.treatments.schedule import Every, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.settings import Settings
from adtracker.storage.journal import Journal
from adtracker.ui.kit.basics import Card
from adtracker.ui.settings.protection.protect_dialog import ProtectDialog
from adtracker.ui.shell.welcome_page import WelcomePage
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import TODAY, Clock
from tests.ui.protector import PATIENCE, choose_password, finish, names_in, press
from tests.ui.recorder import in_front
from tests.ui.starting import Started, start


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary_path: Path, now: Clock) -> Started:
    return start(qtbot, qapp, diary_path, Settings(theme="light"), now)


@pytest.fixture
def welcome(started: Started) -> WelcomePage:
    assert isinstance(started.shown, WelcomePage)
    return started.shown


def test_the_welcome_says_what_this_is_and_what_it_is_not(started: Started, welcome: WelcomePage) -> None:
    words = started.person.reads(welcome)
    assert "atopic dermatitis" in words
    assert "licensed healthcare provider" in words
    assert "stays on this computer" in words
    assert not started.window.navigation.button("today").isEnabled()


def test_nothing_is_written_before_the_welcome_is_left(welcome: WelcomePage, diary_path: Path) -> None:
    assert not diary_path.parent.exists()


def test_answers_are_in_the_new_diary(started: Started, welcome: WelcomePage, diary_path: Path) -> None:
    person = started.person
    person.type("A. B.")
    person.press(Qt.Key.Key_Tab)
    person.type("1988")
    person.click(welcome.has_course.chip("yes"))
    person.click(welcome.course.treatment)
    person.type("Dupilumab")
    welcome.course.start.show_day(date(2026, 11, 3))
    person.click(welcome.start)
    assert isinstance(started.shown, TodayPage)
    journal = started.context.journal
    assert journal.path == diary_path
    assert journal.profile() == Profile("A. B.", 1988)
    assert [(course.start, course.treatment, course.weeks) for course in journal.courses()] == [
        (date(2026, 11, 3), "Dupilumab", 24)
    ]
    assert stat.S_IMODE(diary_path.stat().st_mode) == 0o600
    assert stat.S_IMODE(diary_path.parent.stat().st_mode) == 0o700


def test_who_wants_to_write_once_a_week_begins_with_the_last_seven_days(
    started: Started, welcome: WelcomePage, diary_path: Path
) -> None:
    assert welcome.rhythm.rhythm.key == "daily"
    started.person.click(welcome.rhythm.rhythm.chip("weekly"))
    started.person.take(welcome.rhythm.weekday, "Sa")
    started.person.click(welcome.start)
    assert isinstance(started.shown, TodayPage)
    assert started.context.journal.profile() == Profile(weekly_on=6)
    assert started.shown.weekly.shows_week


def test_the_treatment_that_was_named_is_there_to_be_ticked_and_changed(
    started: Started, welcome: WelcomePage, qtbot: QtBot
) -> None:
    person = started.person
    person.click(welcome.has_course.chip("yes"))
    person.click(welcome.course.treatment)
    person.type("Dupilumab")
    welcome.course.start.show_day(TODAY)
    person.click(welcome.use.kind.chip("injection"))
    person.click(welcome.use.rhythm.chip("two_weeks"))
    person.click(welcome.start)
    journal = started.context.journal
    plan = Plan(TODAY, Every(2, Unit.WEEKS, TODAY))
    assert journal.treatments() == (Treatment("Dupilumab", Kind.INJECTION, (plan,), key=1),)
    assert isinstance(started.shown, TodayPage)
    parts = started.shown.parts
    qtbot.waitUntil(lambda: parts.is_seen)
    (row,) = parts.treatments.card.rows
    assert row.words == "due today"
    person.click(row.taken)
    assert [(doses.treatment, doses.taken) for doses in journal.doses(Period(TODAY, TODAY))] == [(1, 1)]
    person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert row.words == "due today"


@pytest.mark.parametrize("name", ["", "  ", "Cream"])
def test_what_is_not_said_of_a_treatment_is_not_made_up(started: Started, welcome: WelcomePage, name: str) -> None:
    person = started.person
    person.click(welcome.has_course.chip("yes"))
    person.click(welcome.course.treatment)
    person.type(name)
    person.click(welcome.start)
    found = started.context.journal.treatments()
    assert [one.name for one in found] == ([name] if name.strip() else [])
    for one in found:
        assert (one.kind, [plan.schedule for plan in one.plans]) == (Kind.OTHER, [WhenNeeded()])


def test_nothing_moves_to_the_side_when_more_is_asked(started: Started, welcome: WelcomePage) -> None:
    started.window.resize(1280, 600)
    QApplication.processEvents()
    chip = welcome.has_course.chip("yes")
    bar = welcome.findChildren(QScrollArea)[0].verticalScrollBar()
    while bar.isVisible():  # as high as it takes to ask without the course
        started.window.resize(1280, started.window.height() + 40)
        QApplication.processEvents()
    before = chip.mapTo(welcome, QPoint()).x()
    started.person.click(chip)
    QApplication.processEvents()
    assert bar.isVisible()
    assert chip.mapTo(welcome, QPoint()).x() == before
    card = welcome.findChildren(Card)[0]
    assert card.mapTo(welcome, QPoint()).x() == (welcome.width() - card.width()) // 2, "in the middle of the window"


def test_what_was_said_at_the_start_is_not_undone_by_accident(started: Started, welcome: WelcomePage) -> None:
    started.person.type("A. B.")
    started.person.press(Qt.Key.Key_Return)
    started.person.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert started.context.journal.profile().name == "A. B."


def test_escape_skips_all_questions(started: Started, welcome: WelcomePage) -> None:
    started.person.type("not said in the end")
    started.person.press(Qt.Key.Key_Escape)
    assert isinstance(started.shown, TodayPage)
    assert started.context.journal.profile() == Profile()
    assert started.context.journal.course() is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("born", "“born” is not a number."), ("1850", "from 1896 to 2026"), ("2027", "from 1896 to 2026")],
)
def test_a_wrong_year_is_said_beside_it_and_nothing_is_made(
    started: Started, welcome: WelcomePage, diary_path: Path, typed: str, sentence: str
) -> None:
    started.person.click(welcome.person.birth)
    started.person.type(typed)
    started.person.press(Qt.Key.Key_Return)
    assert sentence in welcome.person.problem("birth_year")
    assert started.person.is_at(welcome.person.birth)
    assert not diary_path.exists()


def test_another_place_leaves_no_file_at_the_first(
    started: Started, welcome: WelcomePage, diary_path: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "stick" / "mine.diary"
    elsewhere.parent.mkdir()
    started.person.click(welcome.other_place)
    started.pick(elsewhere)
    assert str(elsewhere) in started.person.reads(welcome)
    started.person.click(welcome.start)
    assert started.context.journal.path == elsewhere
    assert not diary_path.exists()
    assert started.preferences.value.diary == str(elsewhere)


def test_the_place_of_this_one_start_is_not_remembered(started: Started, welcome: WelcomePage) -> None:
    started.person.press(Qt.Key.Key_Escape)
    assert started.preferences.value.diary is None


def test_a_diary_that_is_there_is_opened_as_it_is(started: Started, welcome: WelcomePage, tmp_path: Path) -> None:
    there = tmp_path / "old.diary"
    old = Journal.open(there, lambda: TODAY)
    old.save(Profile("Old", 1970))
    old.save(Course(date(2026, 1, 1), "Cream"))
    old.close()
    started.person.type("New")
    started.person.click(welcome.other_place)
    started.pick(there)
    assert "already" in started.person.reads(welcome)
    assert not welcome.person.isVisible()
    started.person.click(welcome.start)
    assert started.context.journal.profile() == Profile("Old", 1970)
    assert len(started.context.journal.courses()) == 1


def test_a_folder_that_cannot_be_written_keeps_the_answers(
    started: Started, welcome: WelcomePage, tmp_path: Path
) -> None:
    started.person.type("A. B.")
    welcome.show_place(Path("/proc/nobody/mine.diary"))
    started.person.click(welcome.start)
    assert started.shown is welcome
    assert "cannot be made" in started.window.messages.text
    assert welcome.person.name.text() == "A. B."


def test_a_chosen_diary_that_is_gone_is_not_made_anew(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    gone = tmp_path / "stick" / "mine.diary"
    started = start(qtbot, qapp, gone, Settings(diary=str(gone)), now)
    assert "There is no diary" in started.person.reads(started.shown)
    assert not gone.exists()


def test_the_usual_place_is_forgotten_again_when_it_is_chosen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Clock
) -> None:
    usual, other = paths.default_diary(), tmp_path / "other.diary"
    for place in (usual, other):
        Journal.open(place, lambda: TODAY).close()
    started = start(qtbot, qapp, other, Settings(diary=str(other)), now)
    started.opener.choose()
    started.pick(usual)
    assert started.context.journal.path == usual
    assert started.preferences.value.diary is None


def test_a_first_day_that_was_refused_begins_no_diary(started: Started, welcome: WelcomePage, diary_path: Path) -> None:
    person, start_day = started.person, welcome.course.start
    person.click(welcome.has_course.chip("yes"))
    person.click(start_day)
    start_day.selectAll()
    person.type("31 Feb")
    person.click(welcome.start)
    assert not diary_path.exists()
    assert (start_day.text(), start_day.hasFocus()) == ("31 Feb", True)
    assert start_day.wanted() in person.reads(welcome)
    person.type("3 Nov 2026")
    person.click(welcome.start)
    assert [course.start for course in started.context.journal.courses()] == [date(2026, 11, 3)]


def test_no_password_is_the_quiet_choice(started: Started, welcome: WelcomePage) -> None:
    assert welcome.password.key == "no"
    assert "nobody can open it, not even we" in started.person.reads(welcome)
    started.person.press(Qt.Key.Key_Escape)
    assert started.context.journal.key is None


def _begin_protected(started: Started, welcome: WelcomePage) -> ProtectDialog:
    started.person.click(welcome.person.name)
    started.person.type("Anna")
    started.person.click(welcome.password.chip("yes"))
    started.person.click(welcome.start)
    dialog = started.window.findChild(ProtectDialog)
    assert dialog is not None
    return in_front(dialog)


@pytest.mark.slow
def test_a_diary_can_begin_with_a_password(
    qtbot: QtBot, started: Started, welcome: WelcomePage, diary_path: Path
) -> None:
    dialog = _begin_protected(started, welcome)
    choose_password(dialog)
    assert not diary_path.exists()
    words = finish(dialog)
    qtbot.waitUntil(lambda: started.window.pages.context is not None, timeout=PATIENCE)
    assert started.context.journal.profile().name == "Anna"
    started.opener.close()
    assert names_in(diary_path, words) == ["Anna"]
    assert b"Anna" not in b"".join(file.read_bytes() for file in diary_path.parent.iterdir())


def test_whoever_leaves_the_password_is_at_the_welcome_again(
    qtbot: QtBot, started: Started, welcome: WelcomePage, diary_path: Path
) -> None:
    dialog = _begin_protected(started, welcome)
    choose_password(dialog)
    with qtbot.waitSignal(dialog.rejected):
        press(dialog, Qt.Key.Key_Escape)
    assert started.shown is welcome
    assert welcome.person.name.text() == "Anna"
    assert not list(diary_path.parent.glob("*.diary*"))


@pytest.mark.slow
def test_where_it_cannot_be_encrypted_there_is_no_diary(
    qtbot: QtBot, started: Started, welcome: WelcomePage, diary_path: Path
) -> None:
    diary_path.with_name(f"{diary_path.name}.keys").mkdir(parents=True)
    dialog = _begin_protected(started, welcome)
    choose_password(dialog)
    finish(dialog)
    qtbot.waitUntil(lambda: started.window.messages.text != "", timeout=PATIENCE)
    assert started.shown is welcome
    assert welcome.isEnabled()
    assert welcome.person.name.text() == "Anna"
    assert not diary_path.exists()
