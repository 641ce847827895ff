"""Visits and side effects: added, changed, deleted and looked at, by keys and clicks; a record, never a verdict."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.records.visits.dialogs import HappeningDialogs
from adtracker.ui.records.visits.list import HappeningList
from adtracker.ui.records.visits.section import HappeningDesk
from adtracker.ui.records.visits.side_effect_form import SideEffectForm
from adtracker.ui.records.visits.visit_form import VisitForm
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.recorder import Recorder, in_front

CONTROL = Qt.KeyboardModifier.ControlModifier


class Visitor(Recorder[HappeningList]):
    """A person who records visits and side effects."""

    @property
    def desk(self) -> HappeningDesk:
        """That part of Today."""
        return self.page.parts.happenings

    @property
    def dialogs(self) -> HappeningDialogs:
        """The windows for them."""
        return self.desk.dialogs


@pytest.fixture
def person(journal: Journal, qtbot: QtBot, window: MainWindow) -> Visitor:
    return Visitor(qtbot, window)


@pytest.fixture
def again(journal: Journal, person: Visitor) -> Callable[..., None]:
    """Put records into the diary as if they had been there when the window was opened."""

    def put(*records: Visit | SideEffect) -> None:
        for record in records:
            journal.save(record)
        person.page.open_day(TODAY - ONE_DAY)
        person.page.open_day(TODAY)
        QApplication.processEvents()

    return put


def test_until_it_is_wanted_it_is_one_button(person: Visitor) -> None:
    assert not person.desk.is_built
    button = person.page.parts.row.button("happenings")
    assert (button.text(), button.accessibleName()) == ("Visit", "Visit or side effect")


def test_a_visit_is_added_for_the_open_day_changed_and_deleted(
    person: Visitor, journal: Journal, window: MainWindow
) -> None:
    yesterday = TODAY - ONE_DAY
    person.open_day(yesterday)
    person.unfold("happenings")
    assert not person.desk.card.all.isVisible()
    person.click(person.desk.card.add_visit)
    form = person.asked(VisitForm)
    assert not person.form.delete.isVisible()
    person.write(form.who, "Dr. Weber")
    QTest.keyClick(form.who, Qt.Key.Key_Tab)
    assert form.notes.hasFocus()
    QTest.keyClicks(form.notes, "Go on as before.")
    QTest.keyClick(form.notes, Qt.Key.Key_Tab)
    QTest.keyClicks(form.questions, "May I swim?")
    person.click(person.form.save)
    stored = Visit(yesterday, "Dr. Weber", "Go on as before.", "May I swim?", key=1)
    assert journal.visits() == (stored,)
    person.back()
    assert person.desk.card.rows[0].words == "Visit: Dr. Weber\nGo on as before."
    person.click(person.desk.card.rows[0].open)
    person.write(person.asked(VisitForm).notes, "Slowly. ")
    person.click(person.form.save)
    assert journal.visits()[0].notes == "Slowly. Go on as before."
    person.back()
    person.click(person.desk.card.rows[0].open)
    person.click(person.form.delete)
    assert journal.visits() == ()
    assert person.desk.card.rows == []
    assert window.messages.text == "Deleted: visit of 28 November 2026. Ctrl+Z brings it back."
    person.back()
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.visits()[0].notes == "Slowly. Go on as before."
    assert person.page.saved.text.endswith("Undone: visit of 28 November 2026.")


def test_escape_changes_nothing(person: Visitor, journal: Journal) -> None:
    person.unfold("happenings")
    person.click(person.desk.card.add_visit)
    person.write(person.asked(VisitForm).who, "Nobody")
    QTest.keyClick(person.form, Qt.Key.Key_Escape)
    assert journal.visits() == ()
    assert person.dialogs.form is None


def test_in_a_long_text_enter_makes_a_line_and_ctrl_enter_saves(person: Visitor, journal: Journal) -> None:
    person.unfold("happenings")
    person.click(person.desk.card.add_visit)
    form = person.asked(VisitForm)
    person.reach(form.day)
    QTest.keyClicks(form.day, "27.11.2026")  # half typed until the key comes
    QTest.keyClick(form.day, Qt.Key.Key_Tab)
    person.write(form.notes, "Go on.")
    QTest.keyClick(form.notes, Qt.Key.Key_Return)
    QTest.keyClicks(form.notes, "Blood test in spring.")
    assert journal.visits() == ()
    QTest.keyClick(form.notes, Qt.Key.Key_Return, CONTROL)
    assert journal.visits() == (Visit(TODAY - 2 * ONE_DAY, notes="Go on.\nBlood test in spring.", key=1),)
    assert person.dialogs.form is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_saves_what_is_half_typed_and_presses_no_button(
    person: Visitor, journal: Journal, key: Qt.Key
) -> None:
    person.unfold("happenings")
    person.click(person.desk.card.add_visit)
    form = person.asked(VisitForm)
    person.reach(form.day)
    QTest.keyClicks(form.day, "27.11.2026")
    QTest.keyClick(form.day, key, CONTROL)
    assert [visit.day for visit in journal.visits()] == [TODAY - 2 * ONE_DAY]
    person.back()
    person.click(person.desk.card.add_visit)
    person.reach(person.form.cancel)
    QTest.keyClick(person.form.cancel, key, CONTROL)
    assert len(journal.visits()) == 2


def test_a_side_effect_is_said_in_words_and_shown_on_each_of_its_days(person: Visitor, journal: Journal) -> None:
    person.unfold("happenings")
    person.click(person.desk.card.add_side_effect)
    form = person.asked(SideEffectForm)
    assert form.severity.key == "", "nothing is said for the person"
    person.click(person.form.save)
    assert person.form.problem == "Please write something here."
    assert form.what.hasFocus(), "the keyboard is where something is missing"
    person.write(form.what, "Sore arm")
    person.pick(form.first, TODAY - 4 * ONE_DAY)
    assert not form.last.isVisible()
    person.click(form.severity.chip("moderate"))
    person.click(person.form.save)
    effect = SideEffect("Sore arm", TODAY - 4 * ONE_DAY, None, Severity.MODERATE, key=1)
    assert journal.side_effects() == (effect,)
    person.back()
    words = "Side effect: Sore arm\nmoderate · since 25 November 2026, goes on"
    assert person.desk.card.rows[0].words == words
    person.open_day(TODAY - 4 * ONE_DAY)
    assert person.desk.card.rows[0].words == words
    person.open_day(TODAY - 5 * ONE_DAY)
    assert not person.page.parts.is_open("happenings")


def test_its_end_is_given_later_and_cannot_lie_before_its_first_day(
    person: Visitor, journal: Journal, again: Callable[..., None]
) -> None:
    again(SideEffect("Sore arm", TODAY - 2 * ONE_DAY, done="Cooled it"))
    person.click(person.desk.card.rows[0].open)
    form = person.asked(SideEffectForm)
    person.click(form.goes_on, QPoint(12, form.goes_on.height() // 2))
    person.pick(form.last, TODAY - 3 * ONE_DAY)
    person.click(person.form.save)
    assert person.form.problem == "The last day cannot lie before the first."
    assert person.is_at(form.last)
    person.pick(form.last, TODAY - ONE_DAY)
    person.click(person.form.save)
    assert journal.side_effects()[0].last == TODAY - ONE_DAY
    assert journal.side_effects()[0].severity is None
    person.back()
    person.open_day(TODAY - ONE_DAY)
    assert person.desk.card.rows[0].words == "Side effect: Sore arm\n27 to 28 November 2026 · Cooled it"


def test_while_one_lasts_the_page_on_getting_help_is_one_click_away(
    person: Visitor, again: Callable[..., None], window: MainWindow
) -> None:
    again(SideEffect("Sore eyes", TODAY))
    person.click(person.desk.card.help)
    assert window.pages.key == "learn"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "Next visit tomorrow, Mon 30 Nov: Dr. Weber"),
        (12, "Next visit in 12 days, Fri 11 Dec: Dr. Weber"),
        (90, None),
    ],
)
def test_a_visit_to_come_is_told_in_the_two_weeks_before(
    person: Visitor, again: Callable[..., None], days: int, words: str | None
) -> None:
    again(Visit(TODAY + timedelta(days=days), "Dr. Weber"))
    assert person.page.parts.is_open("happenings") is (words is not None)
    if words is not None:
        assert person.desk.card.next.text() == words
        person.open_day(TODAY - ONE_DAY)
        assert not person.desk.card.next.isVisible(), "what is to come is counted from today"


def test_all_of_them_by_keyboard(person: Visitor, journal: Journal, again: Callable[..., None]) -> None:
    again(Visit(TODAY - 40 * ONE_DAY, "Dr. Weber"), SideEffect("Sore arm", TODAY - 9 * ONE_DAY, TODAY - 8 * ONE_DAY))
    person.unfold("happenings")
    person.click(person.desk.card.all)
    table = person.list.table
    model = table.model()
    shown = [[model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())]
    assert shown == [["Fri 20 Nov 2026", "Side effect: Sore arm"], ["Tue 20 Oct 2026", "Visit: Dr. Weber"]]
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    form = person.asked(VisitForm)
    form.who.setFocus()
    QTest.keyClick(form.who, Qt.Key.Key_End)
    QTest.keyClicks(form.who, " and team")
    QTest.keyClick(form.who, Qt.Key.Key_Return)
    assert journal.visits()[0].who == "Dr. Weber and team"
    assert model.index(1, 1).data() == "Visit: Dr. Weber and team"
    QTest.keyClick(person.list, Qt.Key.Key_Escape)
    assert person.dialogs.list is None


@pytest.mark.parametrize(("who", "is_long"), [("Dr. Weber", False), ("Dr. Weber " * 15, True)])
def test_long_details_get_the_room_that_names_leave(
    person: Visitor, journal: Journal, preferences: Preferences, window: MainWindow, who: str, *, is_long: bool
) -> None:
    window.resize(1280, 800)
    preferences.change(text_percent=150)
    journal.save(Visit(TODAY, who.strip(), "We talked about the injections. " * 4))
    person.unfold("happenings")
    person.dialogs.show_all()
    table = person.list.table
    names, details = table.columnWidth(1), table.columnWidth(2)
    if is_long:
        assert abs(names - details) <= 1
    else:
        words = table.fontMetrics().horizontalAdvance("Visit: Dr. Weber")
        assert words < names < details / 2


def test_the_last_words_of_long_details_are_drawn_at_every_width(
    person: Visitor, journal: Journal, window: MainWindow
) -> None:
    window.resize(1280, 800)
    for back, last in enumerate(("1000", "2000", "3000")):  # digits are equally wide
        journal.save(Visit(TODAY - back * ONE_DAY, "Dr. Weber", f"We looked at the skin, and it was {last}"))
    person.unfold("happenings")
    person.dialogs.show_all()
    table = person.list.table
    for wide in range(460, 560, 2):
        person.list.resize(wide, 640)
        QApplication.processEvents()
        cells = [table.visualRect(table.model().index(row, 2)) for row in (1, 2)]
        one, other = (table.viewport().grab(cell.adjusted(0, 2, 0, -2)).toImage() for cell in cells)
        assert one.size() == other.size()
        assert one != other, f"{wide}: dots stand in place of what differs"


def test_the_list_opens_with_a_click_and_adds(person: Visitor, journal: Journal, window: MainWindow) -> None:
    journal.save(Visit(TODAY - ONE_DAY, "Dr. Weber"))
    settings = window.show_page("settings")
    assert isinstance(settings, SettingsPage)
    person.click(settings.happenings)
    found = in_front(settings.happening_dialogs.list)
    person.click(found.table.viewport(), found.table.visualRect(found.table.model().index(0, 1)).center())
    person.click(in_front(settings.happening_dialogs.form).delete)
    assert journal.visits() == ()
    assert not found.table.isVisible()
    person.click(found.add_visit)
    QTest.keyClick(in_front(settings.happening_dialogs.form).save, Qt.Key.Key_Return)
    assert [visit.day for visit in journal.visits()] == [TODAY]


def test_what_is_deleted_from_the_list_is_taken_back_there_or_brought_back(person: Visitor, journal: Journal) -> None:
    journal.save(Visit(TODAY - ONE_DAY, "Dr. Weber"))
    person.unfold("happenings")
    person.dialogs.show_all()
    shown = person.list
    assert not shown.removed.isVisible(), "nothing was ever deleted"
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    person.click(person.form.delete)
    assert (journal.visits(), shown.removed.isVisible()) == ((), True)
    assert person.list.sentence == "Deleted: visit of 28 November 2026. Ctrl+Z brings it back."
    QTest.keyClick(shown.windowHandle(), Qt.Key.Key_Z, CONTROL)
    assert (len(journal.visits()), shown.table.isVisible(), shown.removed.isVisible()) == (1, True, False)
    assert shown.sentence == "Undone: visit of 28 November 2026."
    QTest.keyClick(shown.windowHandle(), Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert (journal.visits(), shown.sentence) == ((), "Done again: visit of 28 November 2026.")
    person.click(shown.removed)
    deleted = in_front(person.dialogs.deleted.dialog)
    person.click(deleted.rows[0].back)
    assert (len(journal.visits()), deleted.sentence) == (1, "Brought back: visit of 28 November 2026.")
    QTest.keyClick(deleted.windowHandle(), Qt.Key.Key_Z, CONTROL)
    assert (journal.visits(), len(deleted.rows)) == ((), 1)


def test_a_visit_of_another_day_than_the_open_one_says_where_it_went(
    person: Visitor, journal: Journal, window: MainWindow
) -> None:
    person.unfold("happenings")
    person.click(person.desk.card.add_visit)
    person.write(person.asked(VisitForm).who, "Dr. Weber")
    person.click(person.form.save)
    assert window.messages.text == "", "it stands on the open day"
    person.back()
    person.click(person.desk.card.rows[0].open)
    form = person.asked(VisitForm)
    person.reach(form.day)
    QTest.keyClicks(form.day, "12.10.2026")
    QTest.keyClick(form.day, Qt.Key.Key_Return, CONTROL)
    assert [visit.day for visit in journal.visits()] == [date(2026, 10, 12)]
    assert window.messages.text == "Saved: visit of 12 October 2026."


def test_a_text_that_does_not_fit_is_refused_with_a_sentence(person: Visitor, journal: Journal) -> None:
    person.unfold("happenings")
    person.click(person.desk.card.add_visit)
    form = person.asked(VisitForm)
    QApplication.clipboard().setText("x" * 10_001)
    form.notes.setFocus()
    QTest.keyClick(form.notes, Qt.Key.Key_V, CONTROL)
    assert form.notes.text() == ""
    assert "at most 10000 fit" in person.form.problem
    form.questions.setPlainText("y" * 10_001)
    person.click(person.form.save)
    assert "This text has 10001 characters" in person.form.problem
    assert journal.visits() == ()


def test_every_control_has_a_name_and_room_for_a_finger(
    person: Visitor, context: Context, again: Callable[..., None]
) -> None:
    again(SideEffect("Sore arm", TODAY), Visit(TODAY, "Dr. Weber"))
    person.click(person.desk.card.rows[0].open)
    for part in (person.desk.card, person.form):
        buttons = [made for made in part.findChildren(QAbstractButton) if made.isVisible()]
        assert all(made.accessibleName() or made.text() for made in buttons)
        assert all(made.height() >= 32 for made in buttons if made.property("kind") != "link")
