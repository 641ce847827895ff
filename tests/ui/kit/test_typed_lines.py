"""Lines without a Save button: what is typed into them is stored in a pause, and nobody's cursor is moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from adtracker.domain.records.course import Course
from adtracker.domain.records.photo import CleanPhoto
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.photos.dialog import PhotoDialog
from adtracker.ui.records.photos.dialogs import PhotoDialogs
from adtracker.ui.records.questions.row import CountRow
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.recorder import in_front
from tests.ui.treatments import INJECTION, Patient, stored


class Writing(Patient):
    """A person who types into lines all over the program."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        super().__init__(qtbot, window)
        self.window = window


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Writing:
    return Writing(qtbot, window)


Line = Callable[[Writing, Context], QLineEdit]
Kept = Callable[[Journal], object]


def _settings(person: Writing) -> SettingsPage:
    page = person.window.show_page("settings")
    assert isinstance(page, SettingsPage)
    return page


def _photo(person: Writing, context: Context) -> QLineEdit:
    context.journal.add_photo(CleanPhoto(b"large", 4, 3, b"small", "ab" * 32), TODAY)
    dialogs = PhotoDialogs(context, person.window)
    dialogs.show_photo(context.journal.photos()[0])
    dialog = in_front(person.window.findChild(PhotoDialog))
    return dialog.note


def _course(person: Writing, context: Context) -> QLineEdit:
    context.journal.save(Course(TODAY))
    return _settings(person).courses.entries[0].form.treatment


def _treatment(person: Writing, context: Context) -> QLineEdit:
    person.dialogs.show(stored(context.journal, INJECTION))
    name = person.details.about.name
    name.selectAll()
    return name


LINES: dict[str, tuple[Line, Kept]] = {
    "name": (lambda person, _: _settings(person).person.name, lambda journal: journal.profile().name),
    "course": (_course, lambda journal: journal.courses()[0].treatment),
    "treatment": (_treatment, lambda journal: journal.treatments()[0].name),
    "photo": (_photo, lambda journal: journal.photos()[0].note),
}


@pytest.mark.slow
@pytest.mark.parametrize(("line", "kept"), LINES.values(), ids=LINES.keys())
def test_a_line_is_stored_in_a_pause_and_goes_on_where_it_was(
    person: Writing, context: Context, qtbot: QtBot, line: Line, kept: Kept
) -> None:
    field = line(person, context)
    field.setFocus()
    QTest.keyClicks(field, "Blue ")
    qtbot.waitUntil(lambda: str(kept(context.journal)).strip() == "Blue")
    QTest.keyClicks(field, "cream")
    field.cursorBackward(False, 5)
    QTest.keyClicks(field, "sky ")
    qtbot.waitUntil(lambda: kept(context.journal) == "Blue sky cream")
    assert (field.text(), field.cursorPosition()) == ("Blue sky cream", len("Blue sky "))
    assert field.hasFocus()


@pytest.mark.slow
def test_half_a_year_is_no_mistake_yet(person: Writing, journal: Journal, qtbot: QtBot) -> None:
    form = _settings(person).person
    form.birth.setFocus()
    QTest.keyClicks(form.birth, "19")
    qtbot.wait(1000)
    assert form.problem("birth_year") == ""
    QTest.keyClicks(form.birth, "88")
    qtbot.waitUntil(lambda: journal.profile().birth_year == 1988)
    assert form.birth.text() == "1988"


@pytest.mark.slow
def test_a_number_is_stored_in_a_pause(person: Writing, journal: Journal, qtbot: QtBot) -> None:
    journal.save(Question("steps", "Steps", AnswerKind.COUNT))
    person.page.mark_stale()
    person.unfold("questions")
    row = person.page.parts.questions.card.rows[0]
    assert isinstance(row, CountRow)
    row.take_focus()
    QTest.keyClicks(row.field, "8")
    qtbot.waitUntil(lambda: journal.entry(TODAY).answers == (("steps", 8.0),))
    QTest.keyClicks(row.field, "400")
    qtbot.waitUntil(lambda: journal.entry(TODAY).answers == (("steps", 8400.0),))
    QApplication.processEvents()
    assert row.field.text() == "8400"
