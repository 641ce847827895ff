"""History under the hands of a person: the calendar and the table, by keys and by clicks, on a real diary."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker.domain.day import DayEntry
from adtracker.domain.measure import ITCH
from adtracker.storage.journal import Journal
from adtracker.ui.context import Context
from adtracker.ui.main_window import MainWindow
from adtracker.ui.pages.history import CALENDAR, TABLE, HistoryPage
from adtracker.ui.preferences import Preferences
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.number_words import value_words
from adtracker.ui.widgets.week_painter import SHADE_TOKENS
from tests.ui.conftest import COURSE_START, TODAY, Clock
from tests.ui.person import Person

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOVEMBER_16 = date(2026, 11, 16)


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def _history(window: MainWindow, person: Person, qtbot: QtBot) -> HistoryPage:
    """Go to the page by its key."""
    person.press(Qt.Key.Key_4, CONTROL)
    page = window.pages.currentWidget()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: not page.reader.is_reading)
    return page


@pytest.fixture
def page(qtbot: QtBot, demo_journal: Journal, window: MainWindow, person: Person) -> HistoryPage:
    return _history(window, person, qtbot)


@pytest.fixture
def table(qtbot: QtBot, page: HistoryPage, person: Person) -> HistoryPage:
    """The page with its table open and read to the end."""
    person.click(page.views.chip(TABLE))
    qtbot.waitUntil(lambda: not page.reader.is_reading)
    return page


def _days(page: HistoryPage) -> list[date]:
    model = page.list.table.days
    return [model.value(row).day for row in range(model.rowCount())]


def _opened(window: MainWindow, person: Person) -> date:
    assert window.pages.key == "today"
    return person.page.day


# The calendar


def test_it_opens_on_today_with_the_month_in_a_sentence(page: HistoryPage, person: Person) -> None:
    assert person.is_at(page.card.calendar.button(TODAY))
    assert page.card.sentence.text() == "November 2026: 28 days recorded, itch 4 to 6"
    assert page.card.calendar.accessibleName() == page.card.sentence.text()
    assert (page.card.head.month.currentText(), page.card.head.year.currentText()) == ("November", "2026")
    assert not page.card.head.next.isEnabled()
    assert not page.card.calendar.button(TODAY + timedelta(days=1)).isEnabled()


def test_every_day_says_what_is_stored(page: HistoryPage, journal: Journal) -> None:
    entries = {entry.day: entry for entry in journal.entries()}
    for number in range(1, 31):
        day = date(2026, 11, number)
        said = page.card.calendar.button(day).accessibleName()
        if day > TODAY:
            assert said.endswith(": not yet")
        elif day in entries:
            itch = entries[day].itch
            assert itch is not None
            assert f"worst itch {value_words(itch, ITCH)}," in said
            assert ("with a note" in said) == bool(entries[day].note)
        else:
            assert said.endswith(f": not recorded, week {(day - COURSE_START).days // 7 + 1} of the course")


def test_arrows_go_over_the_ends_of_months(page: HistoryPage, person: Person) -> None:
    calendar = page.card.calendar
    person.press(Qt.Key.Key_Right)  # nothing comes after today
    assert calendar.day == TODAY
    person.press(Qt.Key.Key_Up, times=5)
    assert calendar.day == date(2026, 10, 25)
    assert page.card.sentence.text().startswith("October 2026: ")
    assert person.is_at(calendar.button(date(2026, 10, 25)))
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Left)
    assert calendar.day == date(2026, 10, 31)
    person.press(Qt.Key.Key_Right)
    assert calendar.day == date(2026, 11, 1)


def test_page_keys_go_by_months_home_and_end_to_their_ends(page: HistoryPage, person: Person) -> None:
    calendar = page.card.calendar
    person.press(Qt.Key.Key_PageUp, times=9)
    assert calendar.day == date(2026, 2, 28)
    person.press(Qt.Key.Key_Home)
    assert calendar.day == date(2026, 2, 1)
    person.press(Qt.Key.Key_End)
    assert calendar.day == date(2026, 2, 28)
    person.press(Qt.Key.Key_PageDown, times=9)
    assert calendar.day == date(2026, 11, 28)
    person.press(Qt.Key.Key_End)
    assert calendar.day == TODAY
    assert person.is_at(calendar.button(TODAY))


def test_enter_opens_a_day_and_esc_comes_back_to_it(page: HistoryPage, person: Person, window: MainWindow) -> None:
    person.press(Qt.Key.Key_PageUp)
    person.press(Qt.Key.Key_Return)
    assert _opened(window, person) == date(2026, 10, 29)
    person.press(Qt.Key.Key_Escape)
    assert window.pages.key == "history"
    assert person.is_at(page.card.calendar.button(date(2026, 10, 29)))


def test_a_click_opens_a_day_also_one_to_fill_in_but_none_to_come(
    page: HistoryPage, person: Person, window: MainWindow, journal: Journal
) -> None:
    person.click(page.card.calendar.button(TODAY + timedelta(days=1)))
    assert window.pages.key == "history"
    empty = next(
        day for day in map(date(2026, 11, 1).__add__, map(timedelta, range(28))) if journal.entry(day).is_empty
    )
    person.click(page.card.calendar.button(empty))
    assert _opened(window, person) == empty
    person.type("4")
    person.press(Qt.Key.Key_4, CONTROL)
    said = page.card.calendar.button(empty).accessibleName()
    assert "worst itch 4" in said
    assert "filled in later" in said


def test_buttons_and_lists_lead_to_any_month(page: HistoryPage, person: Person) -> None:
    head = page.card.head
    person.click(head.previous)
    assert page.card.sentence.text().startswith("October 2026")
    person.click(head.next)
    assert page.card.sentence.text().startswith("November 2026")
    head.month.setFocus()
    person.press(Qt.Key.Key_Up, times=3)
    assert page.card.sentence.text().startswith("August 2026: 28 days recorded")
    assert head.this_month.isEnabled()
    person.click(head.this_month)
    assert page.card.calendar.day == TODAY
    assert [head.month.itemText(index) for index in range(head.month.count())][-1] == "November"


def test_years_go_back_to_the_first_day_and_a_month_to_come_becomes_this_one(
    journal: Journal, window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    journal.save(DayEntry(date(2024, 12, 5), itch=3))
    page = _history(window, person, qtbot)
    head = page.card.head
    assert [head.year.itemText(index) for index in range(head.year.count())] == ["2026", "2025", "2024"]
    head.year.setFocus()
    person.press(Qt.Key.Key_Down, times=2)
    assert page.card.sentence.text() == "November 2024: nothing recorded"
    person.click(head.next)
    assert page.card.sentence.text() == "December 2024: 1 day recorded, itch 3"
    head.year.setFocus()
    person.press(Qt.Key.Key_Up, times=2)
    assert page.card.sentence.text() == "November 2026: nothing recorded"


def test_weeks_begin_as_people_are_used_to(journal: Journal, window: MainWindow, person: Person, qtbot: QtBot) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    journal.save(DayEntry(TODAY, itch=3))
    page = _history(window, person, qtbot)
    assert [head.text() for head in page.card.calendar._heads][:2] == ["Sun", "Mon"]
    sunday = page.card.calendar.button(date(2026, 11, 15))
    assert sunday.x() < page.card.calendar.button(date(2026, 11, 21)).x()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_shades_are_those_of_the_timeline(
    journal: Journal,
    window: MainWindow,
    person: Person,
    qtbot: QtBot,
    preferences: Preferences,
    theme: Theme,
    look: str,
) -> None:
    for number, itch in enumerate((0, 3, 5, 7, 10)):
        journal.save(DayEntry(NOVEMBER_16 + timedelta(days=number), itch=itch))
    journal.save(DayEntry(NOVEMBER_16 + timedelta(days=5), note="no number"))
    preferences.change(theme=look)
    page = _history(window, person, qtbot)

    def ground(day: date) -> str:
        picture = page.card.calendar.button(day).grab().toImage()
        return picture.pixelColor(picture.width() // 4, picture.height() // 2).name()

    tokens = [theme.color(token).name() for token in SHADE_TOKENS]
    assert [ground(NOVEMBER_16 + timedelta(days=number)) for number in range(5)] == tokens
    assert ground(NOVEMBER_16 + timedelta(days=5)) not in tokens
    assert ground(NOVEMBER_16 - timedelta(days=5)) not in tokens


def test_a_screen_reader_finds_buttons_with_names(page: HistoryPage) -> None:
    interface = QAccessible.queryAccessibleInterface(page.card.calendar.button(NOVEMBER_16))
    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name).startswith("Monday 16 November: worst itch ")


def test_the_sentence_below_follows_the_keyboard_and_the_pointer(page: HistoryPage, person: Person) -> None:
    assert page.card.pointed.text().startswith("Today, Sunday 29 November: worst itch ")
    QTest.mouseMove(page.card.calendar.button(NOVEMBER_16))
    assert page.card.pointed.text().startswith("Monday 16 November: ")
    page.card.head.previous.setFocus()
    QTest.mouseMove(page.card.head.previous)
    assert page.card.pointed.text().startswith("Point at a day")


def test_tab_comes_to_one_day_of_the_month(page: HistoryPage, person: Person) -> None:
    person.press(Qt.Key.Key_Up)
    person.press(Qt.Key.Key_Tab, SHIFT)
    assert not person.is_at(page.card.calendar)
    person.press(Qt.Key.Key_Tab)
    assert person.is_at(page.card.calendar.button(TODAY - timedelta(days=7)))


def test_an_edit_elsewhere_leaves_the_keyboard_where_it_is(page: HistoryPage, person: Person, context: Context) -> None:
    person.press(Qt.Key.Key_PageUp)
    person.press(Qt.Key.Key_Left, times=3)
    context.writer.save(DayEntry(date(2026, 10, 2), itch=10))
    assert "worst itch 10," in page.card.calendar.button(date(2026, 10, 2)).accessibleName()
    assert person.is_at(page.card.calendar.button(date(2026, 10, 26)))


# The table


def test_the_table_has_all_days_newest_first(table: HistoryPage, journal: Journal) -> None:
    assert _days(table) == [entry.day for entry in reversed(journal.entries())]
    assert table.list.count.text() == f"{len(journal.entries())} days"
    assert table.list.table.days.headerData(0, Qt.Orientation.Horizontal) == "Day"


def test_a_search_finds_words_of_notes_whatever_their_case_and_accents(
    journal: Journal, window: MainWindow, person: Person, qtbot: QtBot
) -> None:
    for number, note in enumerate(("Café, then WOOL", "wool\nand cafe\u0301", "cafe", "", "<b>wool</b>")):
        journal.save(DayEntry(NOVEMBER_16 + timedelta(days=number), itch=number, note=note))
    page = _history(window, person, qtbot)
    person.press(Qt.Key.Key_F, CONTROL)
    assert person.is_at(page.list.search)
    person.type("cafe wool")
    assert _days(page) == [date(2026, 11, 17), NOVEMBER_16]
    assert page.list.count.text() == "2 of 5 days"
    assert page.list.search.accessibleDescription() == "2 of 5 days"
    person.type("x")
    assert _days(page) == []
    assert page.list.nothing.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert (page.list.search.text(), len(_days(page)), page.list.count.text()) == ("", 5, "5 days")
    assert window.pages.key == "history"
    person.press(Qt.Key.Key_Escape)
    assert window.pages.key == "today"


@pytest.mark.parametrize("look", ["light", "dark"])
def test_found_words_are_marked_in_the_notes(
    journal: Journal,
    window: MainWindow,
    person: Person,
    qtbot: QtBot,
    preferences: Preferences,
    theme: Theme,
    look: str,
) -> None:
    journal.save(DayEntry(TODAY, note=f"😀 {'A long day. ' * 40}then wool"))
    preferences.change(theme=look)
    page = _history(window, person, qtbot)
    person.press(Qt.Key.Key_F, CONTROL)

    def marked() -> bool:
        QApplication.processEvents()
        view = page.list.table
        note = view.viewport().grab(view.visualRect(view.days.index(0, 4))).toImage()
        accent = theme.color("accent").rgb()
        return any(note.pixel(x, y) == accent for x in range(note.width()) for y in range(note.height()))

    assert not marked()
    person.type("wool")
    assert marked()


def test_from_the_search_to_the_found_day_by_keys(table: HistoryPage, person: Person, window: MainWindow) -> None:
    person.press(Qt.Key.Key_F, CONTROL)
    person.type("twice")
    found = _days(table)
    assert found
    person.press(Qt.Key.Key_Return)
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    assert _opened(window, person) == found[1]
    person.press(Qt.Key.Key_Escape)
    assert table.list.search.text() == "twice"
    assert person.is_at(table.list.table)


def test_a_click_on_a_row_opens_its_day(table: HistoryPage, person: Person, window: MainWindow) -> None:
    view = table.list.table
    place = view.visualRect(view.days.index(3, 1)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _opened(window, person) == _days(table)[3]


def test_headings_and_the_list_put_days_in_order(table: HistoryPage, person: Person) -> None:
    header = table.list.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, header.height() // 2)

    def itches() -> list[float | None]:
        model = table.list.table.days
        return [model.value(row).entry.itch for row in range(model.rowCount())]

    known = sorted(itch for itch in itches() if itch is not None)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert itches() == known[::-1]
    assert table.list.order.currentText() == "Worst itch, highest first"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert itches() == known
    table.list.order.setFocus()
    person.press(Qt.Key.Key_Home)
    assert table.list.order.currentText() == "Day, newest first"
    assert all(one > other for one, other in pairwise(_days(table)))


def test_chosen_rows_are_copied_as_lines(table: HistoryPage, person: Person, journal: Journal) -> None:
    table.list.table.setFocus()
    person.press(Qt.Key.Key_Down, SHIFT)
    person.press(Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Day\tWorst itch\tSleep quality\tSkin affected\tNote"
    assert [line.split("\t")[0] for line in lines[1:]] == ["Sun 29 Nov 2026", "Sat 28 Nov 2026"]
    itch = journal.entry(TODAY).itch
    assert itch is not None
    assert lines[1].split("\t")[1] == value_words(itch, ITCH)


def test_a_missing_answer_is_told_from_zero(journal: Journal, window: MainWindow, person: Person, qtbot: QtBot) -> None:
    journal.save(DayEntry(TODAY, itch=0, note="\u202eabc"))
    page = _history(window, person, qtbot)
    page.show_view(TABLE)
    model = page.list.table.days
    assert model.index(0, 1).data() == "0"
    assert model.index(0, 2).data() == "–"  # noqa: RUF001
    assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "not recorded"


# Both


@pytest.mark.parametrize("view", [CALENDAR, TABLE])
def test_undo_is_seen_at_once(page: HistoryPage, person: Person, context: Context, qtbot: QtBot, view: str) -> None:
    page.show_view(view)
    before = context.journal.entry(TODAY)
    context.writer.save(replace(before, itch=1, note="A quiet day"))

    def shown() -> str:
        if view == CALENDAR:
            return page.card.calendar.button(TODAY).accessibleName()
        return " ".join(str(page.list.table.days.index(0, column).data()) for column in range(5))

    qtbot.waitUntil(lambda: "worst itch 1," in shown() or "A quiet day" in shown())
    person.press(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "worst itch 1," not in shown() and "A quiet day" not in shown())
    assert context.journal.entry(TODAY) == before


def test_an_empty_diary_says_how_it_begins(window: MainWindow, person: Person, qtbot: QtBot, journal: Journal) -> None:
    page = _history(window, person, qtbot)
    assert page.empty.isVisible()
    assert not page.views.isVisible()
    assert person.is_at(page.empty.action)
    person.press(Qt.Key.Key_F, CONTROL)
    assert page.empty.isVisible()
    person.press(Qt.Key.Key_Return)
    assert _opened(window, person) == TODAY
    person.type("5")
    person.press(Qt.Key.Key_4, CONTROL)
    assert page.card.sentence.text() == "November 2026: 1 day recorded, itch 5"


def test_a_new_day_can_be_opened(page: HistoryPage, now: Clock, window: MainWindow, person: Person) -> None:
    assert not page.card.calendar.button(date(2026, 11, 30)).isEnabled()
    now.pass_days(1)
    window.look_at_clock()
    assert page.card.calendar.button(date(2026, 11, 30)).isEnabled()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [760, 1280])
def test_nothing_is_cut_off_at_any_text_size(
    page: HistoryPage, window: MainWindow, preferences: Preferences, width: int, percent: int
) -> None:
    window.resize(width, 800)
    preferences.change(text_percent=percent)
    for view, parts in (
        (CALENDAR, (page.card.head, page.card.calendar, page.card.legend, page.card.calendar.button(TODAY))),
        (TABLE, (page.list.search, page.list.order, page.list.count, page.list.table)),
    ):
        page.show_view(view)
        QApplication.processEvents()
        for part in (page.views, *parts):
            assert part.mapTo(page, part.rect().topRight()).x() <= page.width(), part
    assert window.width() == width


TWENTY_YEARS = 7300


@pytest.fixture
def long_journal(journal: Journal) -> Journal:
    """A day for each of twenty years, with notes."""
    days = (TODAY - timedelta(days=number) for number in range(TWENTY_YEARS))
    journal.save_all(DayEntry(day, itch=day.day % 11, note=f"Naïve note of {day.isoformat()}, wool") for day in days)
    return journal


@pytest.mark.usefixtures("long_journal")
def test_twenty_years_are_read_in_pieces_that_do_not_freeze_the_window(
    qtbot: QtBot, window: MainWindow, person: Person
) -> None:
    page = _history(window, person, qtbot)
    turns = [time.perf_counter()]
    beat = QTimer(page, interval=0)
    beat.timeout.connect(lambda: turns.append(time.perf_counter()))
    beat.start()
    page.show_view(TABLE)
    assert 300 < page.list.table.days.total < 400  # the newest are there already
    qtbot.waitUntil(lambda: not page.reader.is_reading)
    assert max(later - earlier for earlier, later in pairwise(turns)) < 0.5  # a tenth of it on an idle machine
    assert page.list.count.text() == "7300 days"
    page.list.search.setText("NAIVE 2010 wool")
    assert page.list.count.text() == "365 of 7300 days"


@pytest.mark.usefixtures("long_journal")
def test_reading_ends_when_nobody_looks_and_goes_on_later(qtbot: QtBot, window: MainWindow, person: Person) -> None:
    page = _history(window, person, qtbot)
    page.show_view(TABLE)
    window.show_page("learn")
    assert not page.reader.is_reading
    window.show_page("history")
    qtbot.waitUntil(lambda: page.list.table.days.total == TWENTY_YEARS)
