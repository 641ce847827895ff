"""Somebody comes back after a lapse: three ways, by keys and clicks, with the clock moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.question import Question
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.coming_back.card import ComingBackCard
from adtracker.ui.today.page import TodayPage
from tests.ui.conftest import TODAY, Clock

CTRL = Qt.KeyboardModifier.ControlModifier


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.fixture
def lapse(journal: Journal) -> None:
    """The last entry is eight days old: seven days are empty."""
    journal.save_all([DayEntry(_ago(back), itch=5, sleep_quality=6) for back in (8, 9, 10)])


class Returned:
    """Somebody before the window on the card."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.window = window
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QApplication.processEvents()

    @property
    def page(self) -> TodayPage:
        page = self.window.pages.page
        assert isinstance(page, TodayPage)
        return page

    @property
    def card(self) -> ComingBackCard:
        card = self.page.back.card
        assert card is not None, "the card is not shown"
        return card


@pytest.fixture
def returned(qtbot: QtBot, lapse: None, window: MainWindow) -> Returned:
    return Returned(qtbot, window)


def _type(text: str) -> None:
    """Digits and Tabs, into whatever has the keyboard."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        if letter == "\t":
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(focused, letter)


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_it_says_when_the_last_entry_was_and_that_nothing_is_owed(returned: Returned) -> None:
    assert returned.card.since.text() == (
        "The last entry is from Saturday 21 November. 7 days are empty. That is fine: all you wrote is here, and you "
        "owe the diary nothing."
    )
    assert not returned.page.parts.isVisible()
    assert QApplication.focusWidget() is returned.card.begin
    assert not returned.card.save.isEnabled()
    assert (returned.card.choice.mark.text(), returned.card.choice.mark.isEnabled()) == ("Mark 22 to 28 Nov", False)


def test_tab_goes_from_today_through_the_days_to_the_reasons(returned: Returned) -> None:
    _type("\t5\t6\t4\t")
    fields = list(returned.card.grid.fields.values())
    assert [field.text() for field in fields[:4]] == ["5", "6", "4", ""]
    _type("\t" * (len(fields) - 3))
    assert QApplication.focusWidget() is returned.card.save
    _type("\t")
    assert QApplication.focusWidget() is returned.card.choice.reason.chip("well")


def test_start_today_leads_to_the_first_question_and_leaves_the_empty_days_empty(
    qtbot: QtBot, returned: Returned, journal: Journal
) -> None:
    before = journal.entries()
    QTest.keyClick(returned.card.begin, Qt.Key.Key_Return)
    assert returned.page.back.card is None
    assert returned.page.parts.isVisible()
    qtbot.waitUntil(lambda: returned.page.isAncestorOf(QApplication.focusWidget() or returned.window))
    _type("46")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (4, 6)
    assert journal.entries()[:-1] == before


def test_two_days_are_filled_in_by_keys_and_marked_as_filled_in_later(
    qtbot: QtBot, returned: Returned, journal: Journal
) -> None:
    """As in the picture: 5 and 6 for the first day, 4 and nothing for the second."""
    returned.card.grid.take_focus()
    _type("5\t6\t4\t")
    assert returned.card.save.text() == "Save 2 days"
    assert returned.card.choice.mark.text() == "Mark 24 to 28 Nov"
    _click(returned.card.save)
    first, second = (journal.entry(_ago(back)) for back in (7, 6))
    assert [(one.itch, one.sleep_quality, one.filled_in_later) for one in (first, second)] == [
        (5, 6, True),
        (4, None, True),
    ]
    assert "5 days are empty." in returned.card.since.text()  # it stays: five days are still open
    assert not returned.card.save.isEnabled()


def test_what_was_filled_in_is_taken_back_in_one_step(qtbot: QtBot, returned: Returned, journal: Journal) -> None:
    returned.card.grid.take_focus()
    _type("5\t6\t4\t")
    _click(returned.card.save)
    QTest.keyClick(returned.window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert len(journal.entries()) == 3
    assert [field.text() for field in returned.card.grid.fields.values()] == [""] * 14


def test_the_days_that_are_left_become_a_break_with_its_reason(
    qtbot: QtBot, returned: Returned, journal: Journal
) -> None:
    returned.card.grid.take_focus()
    _type("5\t6\t4\t")
    _click(returned.card.choice.reason.chip("holiday"))
    assert returned.card.choice.mark.isEnabled()
    _click(returned.card.choice.mark)
    (kept,) = journal.breaks()
    assert (kept.first, kept.last, kept.reason) == (_ago(5), _ago(1), BreakReason.HOLIDAY)
    assert [entry.day for entry in journal.entries()][3:] == [_ago(7), _ago(6)]
    assert returned.page.back.card is None  # every day is explained
    QTest.keyClick(returned.window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert (journal.breaks(), len(journal.entries())) == ((), 3)


def test_the_day_after_the_card_begins_like_any_other(
    qtbot: QtBot, lapse: None, journal: Journal, request: pytest.FixtureRequest
) -> None:
    journal.save(Question("q1", "How sore were your hands?"))
    returned = Returned(qtbot, request.getfixturevalue("window"))
    _click(returned.card.choice.reason.chip("holiday"))
    _click(returned.card.choice.mark)
    parts = returned.page.parts
    qtbot.waitUntil(lambda: parts.is_open("questions"))
    assert not parts.row.is_offered("questions"), "a button adds to the day what stands there already"
    assert parts.row.is_offered("signs")


def test_own_words_are_asked_for_where_the_reason_is_another_one(
    qtbot: QtBot, returned: Returned, journal: Journal
) -> None:
    assert not returned.card.choice.words.isVisible()
    _click(returned.card.choice.reason.chip("other"))
    assert QApplication.focusWidget() is returned.card.choice.words
    QTest.keyClicks(returned.card.choice.words, "exams")
    _click(returned.card.choice.mark)
    (kept,) = journal.breaks()
    assert (kept.reason, kept.words, kept.period.length) == (BreakReason.OTHER, "exams", 7)


def test_what_is_no_score_is_not_stored_and_it_is_said_what_is(
    qtbot: QtBot, returned: Returned, journal: Journal
) -> None:
    returned.card.grid.take_focus()
    _type("12\t")
    assert returned.card.grid.problem.text().startswith("Please give a whole number from 0 to 10")
    assert not returned.card.save.isEnabled()
    assert len(journal.entries()) == 3


def test_a_number_is_picked_with_the_mouse_too(qtbot: QtBot, returned: Returned) -> None:
    field = next(iter(returned.card.grid.fields.values()))
    field.unfold()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    action = next(one for one in menu.actions() if one.text() == "7")
    action.trigger()
    menu.close()
    assert (field.text(), field.score) == ("7", 7)
    assert returned.card.save.text() == "Save 1 day"


def test_not_now_goes_away_for_the_day_and_comes_again_on_the_next(
    qtbot: QtBot, returned: Returned, context: Context, now: Clock
) -> None:
    _click(returned.page.back.not_now)
    assert returned.page.back.card is None
    assert not returned.page.back.not_now.isVisible()
    assert context.preferences.value.not_now == TODAY.isoformat()
    returned.page.mark_stale()
    assert returned.page.back.card is None
    now.pass_days(1)
    context.gate.look()
    assert returned.card.choice.mark.text() == "Mark 22 to 29 Nov"


def test_not_now_is_remembered_by_the_next_window(qtbot: QtBot, lapse: None, context: Context) -> None:
    context.preferences.change(not_now=TODAY.isoformat())
    with _opened(qtbot, context) as window:
        page = window.pages.page
        assert isinstance(page, TodayPage)
        assert page.back.card is None


@contextmanager
def _opened(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    window = MainWindow(context.theme, context.preferences, context.texts)
    qtbot.addWidget(window)
    window.open(context)
    window.show()
    qtbot.waitExposed(window)
    yield window


@pytest.mark.parametrize(
    ("records", "is_asked"),
    [
        ([DayEntry(_ago(7), itch=5)], False),  # six empty days
        ([DayEntry(_ago(8), itch=5)], True),
        ([DayEntry(_ago(8), itch=5), DayEntry(TODAY, bad_day=True)], False),
        ([DayEntry(_ago(8), itch=5), DiaryBreak(_ago(7), _ago(1), BreakReason.ILL)], False),
        ([DayEntry(_ago(8), itch=5), DiaryBreak(_ago(7), _ago(3), BreakReason.ILL)], True),
        ([Visit(_ago(30))], False),  # an empty diary was never left
    ],
)
def test_who_is_asked(
    qtbot: QtBot, journal: Journal, context: Context, records: list[DayEntry], *, is_asked: bool
) -> None:
    journal.save_each(records)
    with _opened(qtbot, context) as window:
        page = window.pages.page
        assert isinstance(page, TodayPage)
        assert (page.back.card is not None) is is_asked


def test_on_another_day_the_questions_stand_there_and_the_card_waits(qtbot: QtBot, returned: Returned) -> None:
    _click(returned.page.header.strip.button(_ago(3)))
    assert returned.page.back.card is None
    assert returned.page.parts.isVisible()
    _click(returned.page.header.strip.button(TODAY))
    assert returned.card.isVisible()


def test_what_was_typed_is_stored_when_the_page_is_left(qtbot: QtBot, returned: Returned, journal: Journal) -> None:
    returned.card.grid.take_focus()
    _type("5\t6\t")
    returned.window.show_page("history")
    assert journal.entry(_ago(7)).itch == 5


def test_a_break_divides_the_days_that_are_left(qtbot: QtBot, lapse: None, journal: Journal, context: Context) -> None:
    journal.save(DiaryBreak(_ago(5), _ago(4), BreakReason.ILL))
    with _opened(qtbot, context) as window:
        page = window.pages.page
        assert isinstance(page, TodayPage)
        card = page.back.card
        assert card is not None
        assert "5 days are empty." in card.since.text()
        _click(card.choice.reason.chip("well"))
        _click(card.choice.mark)
        assert [(one.first, one.last) for one in journal.breaks()] == [
            (_ago(7), _ago(6)),
            (_ago(5), _ago(4)),
            (_ago(3), _ago(1)),
        ]


def test_after_some_days_were_filled_in_another_window_asks_about_the_rest(
    qtbot: QtBot, journal: Journal, context: Context
) -> None:
    journal.save(DayEntry(_ago(8), itch=5, recorded_on=_ago(8)))
    journal.save(DayEntry(_ago(2), itch=4))
    assert journal.entry(_ago(2)).recorded_on == TODAY
    with _opened(qtbot, context) as window:
        card = Returned(qtbot, window).card
        _click(card.choice.reason.chip("holiday"))
        _click(card.choice.mark)
    (marked,) = journal.breaks()
    assert (marked.first, marked.last) == (_ago(7), _ago(1))


def test_where_there_is_little_room_the_days_stand_below_each_other(returned: Returned) -> None:
    grid = returned.card.grid
    assert len({field.y() for field in grid.fields.values()}) == 2
    grid.resize(grid.minimumSizeHint().width() + 20, 600)
    QApplication.processEvents()
    assert len({field.y() for field in grid.fields.values()}) == 7
    assert all(field.geometry().right() <= grid.width() for field in grid.fields.values())


def test_what_was_typed_stays_when_the_page_reads_anew(returned: Returned) -> None:
    returned.card.grid.take_focus()
    _type("5\t6\t")
    returned.page.mark_stale()
    assert [field.text() for field in returned.card.grid.fields.values()][:3] == ["5", "6", ""]
