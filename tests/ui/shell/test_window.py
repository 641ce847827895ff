"""The window around the pages: going about with keys, undo, text size, messages, the turn of the day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.errors import DiaryError
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.kit import messages
from adtracker.ui.learn.page import LearnPage
from adtracker.ui.report.paper_dialog import PaperDialog
from adtracker.ui.shell.help_dialog import HelpDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from tests.ui.conftest import TODAY, Clock
from tests.ui.person import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DIGITS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.mark.usefixtures("demo_journal")
@pytest.mark.parametrize(("digit", "page"), list(zip(DIGITS, PAGES, strict=True)))
def test_each_page_has_a_key(person: Person, window: MainWindow, digit: Qt.Key, page: str) -> None:
    window.show_page(SETTINGS)
    person.press(digit, CONTROL)
    assert window.pages.key == page
    assert window.navigation.button(page).isChecked()
    assert not window.navigation.button(SETTINGS).isChecked()


class Flashes(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


@pytest.mark.usefixtures("demo_journal")
def test_nothing_flashes_up_as_a_window_of_its_own(qapp: QApplication, qtbot: QtBot, context: Context) -> None:
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    window = MainWindow(context.theme, context.preferences, context.texts)
    qtbot.addWidget(window)
    window.open(context)
    for key in (*PAGES, SETTINGS):
        window.show_page(key)
    window.show()
    qapp.removeEventFilter(flashes)
    assert flashes.seen == [repr(window)]


def test_pages_are_built_when_they_are_first_visited(person: Person, window: MainWindow) -> None:
    assert window.pages.count() == 1
    person.click(window.navigation.button("learn"))
    assert window.pages.count() == 2
    person.click(window.navigation.button("today"))
    person.click(window.navigation.button("learn"))
    assert window.pages.count() == 2


def test_arrows_go_through_the_navigation_and_keep_the_keyboard(person: Person, window: MainWindow) -> None:
    window.show_page("learn")
    window.navigation.button("learn").setFocus()
    person.press(Qt.Key.Key_Up, times=4)
    assert window.pages.key == "today"
    assert person.is_at(window.navigation.button("today"))


def test_escape_goes_back(person: Person, window: MainWindow) -> None:
    person.press(Qt.Key.Key_5, CONTROL)
    person.press(Qt.Key.Key_Comma, CONTROL)
    person.press(Qt.Key.Key_Escape)
    assert window.pages.key == "learn"
    person.press(Qt.Key.Key_Escape, times=3)
    assert window.pages.key == "today"


def test_the_disclaimer_is_on_every_page(person: Person, window: MainWindow) -> None:
    for key in ("today", "learn", SETTINGS):
        window.show_page(key)
        assert "talk to a licensed healthcare provider" in person.reads(window)


def test_today_is_one_key_away(person: Person, window: MainWindow) -> None:
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    person.press(Qt.Key.Key_5, CONTROL)
    person.press(Qt.Key.Key_T, CONTROL)
    assert window.pages.key == "today"
    person.type("3")
    context = window.pages.context
    assert context is not None
    assert context.journal.entry(TODAY).itch == 3


def test_undo_and_redo_from_any_page(person: Person, window: MainWindow, journal: Journal) -> None:
    assert not window.commands.undo.isEnabled()
    person.type("7")
    person.press(Qt.Key.Key_5, CONTROL)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.entry(TODAY) == DayEntry(TODAY)
    assert window.messages.text == "Itch 7 is taken back on 29 Nov."
    person.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert journal.entry(TODAY).itch == 7
    assert not window.commands.redo.isEnabled()


def test_a_field_takes_back_its_own_typing_first(person: Person, window: MainWindow, journal: Journal) -> None:
    person.type("7")
    person.press(Qt.Key.Key_5, CONTROL)
    page = window.pages.currentWidget()
    assert isinstance(page, LearnPage)
    person.click(page.search)
    person.type("itch")
    person.press(Qt.Key.Key_Z, CONTROL)
    assert page.search.text() == ""
    assert journal.entry(TODAY).itch == 7
    person.press(Qt.Key.Key_Z, CONTROL)
    assert journal.entry(TODAY).itch is None


def test_the_menu_leads_to_days_on_paper_and_escape_goes_back(person: Person, window: MainWindow) -> None:
    window.commands.paper.trigger()
    dialog = window.findChild(PaperDialog)
    assert dialog is not None
    dialog.reject()
    assert window.pages.key == "report"
    assert window.navigation.button("report").isChecked()
    assert not window.navigation.button("today").isChecked()
    person.press(Qt.Key.Key_Escape)
    assert window.pages.key == "today"


def test_text_grows_and_shrinks_within_bounds(person: Person, window: MainWindow, preferences: Preferences) -> None:
    small = window.navigation.button("today").fontMetrics().height()
    person.press(Qt.Key.Key_Plus, CONTROL, times=12)
    assert preferences.value.text_percent == 200
    assert window.navigation.button("today").fontMetrics().height() > 1.8 * small
    person.press(Qt.Key.Key_Minus, CONTROL)
    assert preferences.value.text_percent == 175
    person.press(Qt.Key.Key_0, CONTROL)
    person.press(Qt.Key.Key_Minus, CONTROL)
    assert preferences.value.text_percent == 100


@pytest.mark.parametrize("percent", [100, 200])
def test_the_window_fits_a_small_screen(window: MainWindow, preferences: Preferences, percent: int) -> None:
    preferences.change(text_percent=percent)
    for key in ("today", "learn", SETTINGS):
        window.show_page(key)
        window.resize(QSize(1024, 700))
        assert window.size() == QSize(1024, 700), key


def test_an_error_is_said_until_it_is_closed(person: Person, context: Context, window: MainWindow) -> None:
    window.show_page("learn")  # Today says by itself what it could not save
    context.events.failed.emit(DiaryError("diary.disk_full", file="mine.diary"))
    assert window.messages.text.startswith("The disk is full")
    context.events.hint.emit("Something less important.")
    assert window.messages.text.startswith("The disk is full")
    person.press(Qt.Key.Key_Escape)
    assert window.messages.text == ""
    assert window.pages.key == "learn"


def test_a_hint_goes_by_itself(
    qtbot: QtBot, context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "HINT_MILLISECONDS", 20)
    context.events.hint.emit("By the way.")
    assert window.messages.text == "By the way."
    qtbot.waitUntil(lambda: window.messages.text == "")


def test_a_new_day_is_noticed_while_the_window_is_open(
    qtbot: QtBot, context: Context, window: MainWindow, now: Clock
) -> None:
    now.set(datetime(2026, 11, 30, 3, 59, tzinfo=UTC))
    window.look_at_clock()
    assert context.today() == TODAY
    now.set(datetime(2026, 11, 30, 4, 0, tzinfo=UTC))
    with qtbot.waitSignal(context.events.day_turned):
        QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))


def test_help_lists_the_keys_and_leads_to_help(person: Person, window: MainWindow) -> None:
    person.press(Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    assert "Ctrl+Z" in {label.text() for label in dialog.findChildren(QLabel)}
    person.click(dialog.urgent)
    page = window.pages.currentWidget()
    assert isinstance(page, LearnPage)
    assert page.key == "help"
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


def test_the_title_says_which_diary_it_is(window: MainWindow, context: Context) -> None:
    assert window.windowTitle() == "mine - adtracker"
    context.writer.save(Profile("Nora"))
    assert window.windowTitle().startswith("Nora")


def test_the_first_window_lies_inside_the_screen_with_its_frame(window: MainWindow) -> None:
    room = window.screen().availableSize()
    assert room.width() < window.width(), "this screen is too small for the usual size"
    window.fit_screen()
    assert room.width() - 20 <= window.width() < room.width()
    assert room.height() - 50 <= window.height() < room.height()


@pytest.mark.parametrize("percent", [150, 200])
def test_the_navigation_grows_at_once_with_the_text(window: MainWindow, preferences: Preferences, percent: int) -> None:
    before = window.navigation.width()
    preferences.change(text_percent=percent)
    QApplication.processEvents()
    assert window.navigation.width() >= window.navigation.sizeHint().width() > before
    brand = window.navigation.findChild(QLabel)
    assert isinstance(brand, QLabel)
    assert brand.width() >= brand.sizeHint().width()
    preferences.change(text_percent=100)
    QApplication.processEvents()
    assert window.navigation.width() == before


def test_size_and_place_are_remembered(
    qtbot: QtBot, window: MainWindow, context: Context, preferences: Preferences
) -> None:
    window.resize(760, 640)
    window.close()
    again = MainWindow(context.theme, preferences, Texts())
    qtbot.addWidget(again)
    again.fit_screen()
    assert again.size() == QSize(760, 640)


def test_tab_stops_in_the_navigation_at_the_page_that_is_open(person: Person, window: MainWindow) -> None:
    window.show_page("learn")
    buttons = window.navigation.findChildren(QPushButton)
    stops = [made for made in buttons if made.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [window.navigation.menu_button, window.navigation.button("learn")]
