"""The page at the sizes people have: nothing to scroll at 1280 by 800, all of it reachable where text is large."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.course import Course
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.day_strip import DayButton
from tests.ui.conftest import TODAY
from tests.ui.person import Person


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def _area(person: Person) -> QScrollArea:
    area = person.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area


def _content(person: Person) -> QWidget:
    content = _area(person).widget()
    assert content is not None
    return content


def _hidden_below(person: Person) -> int:
    QApplication.processEvents()
    return _area(person).verticalScrollBar().maximum()


@pytest.mark.parametrize("days_ago", [0, 3, 67])  # 67: the longest date in English, Wednesday 23 September
def test_the_whole_day_is_in_view_at_1280_by_800(person: Person, context: Context, days_ago: int) -> None:
    context.writer.save(Course(TODAY - 100 * ONE_DAY))
    person.page.open_day(TODAY - days_ago * ONE_DAY)
    assert _hidden_below(person) == 0
    head = person.page.header
    beside = head.strip.mapTo(head, head.strip.rect().topLeft())
    assert beside.y() < head.title.height() / 2, "the strip is beside the date, not below"


def test_a_frame_around_the_window_leaves_the_brushes_beside_the_map(person: Person, window: MainWindow) -> None:
    window.resize(1264, 756)  # what is left of 1280 by 800
    QApplication.processEvents()
    card = person.page.extent
    places = [part.mapTo(card, part.rect().topLeft()) for part in (card.map, card.brushes)]
    assert places[1].x() > places[0].x() + card.map.width()
    foot = person.page.parts.row
    seen = person.page.parts.area.viewport()
    assert seen.rect().contains(foot.mapTo(seen, foot.rect().bottomRight())), "what can be added is in view"


def test_a_border_and_a_scroll_bar_leave_the_body_map_beside_the_numbers(person: Person, window: MainWindow) -> None:
    window.resize(1272, 600)
    assert _hidden_below(person) > 0
    numbers, skin = (part.mapTo(person.page, QPoint()) for part in (person.page.itch, person.page.extent))
    assert numbers.y() == skin.y()
    assert numbers.x() + person.page.itch.width() < skin.x()


@pytest.mark.parametrize("percent", [150, 200])
def test_large_text_scrolls_down_and_never_sideways(person: Person, context: Context, percent: int) -> None:
    context.preferences.change(text_percent=percent)
    assert _hidden_below(person) > 0
    assert _area(person).horizontalScrollBar().maximum() == 0
    content = _content(person)
    for part in (person.page.itch.number(10), person.page.extent.clear):
        assert content.rect().contains(part.mapTo(content, part.rect().bottomRight()))
    header = person.page.header
    for part in (header.title, header.next, header.strip.button(TODAY)):
        assert header.rect().contains(part.mapTo(header, part.rect().bottomRight()))


def test_no_sentence_of_the_foot_is_a_column_of_words(person: Person, context: Context, window: MainWindow) -> None:
    """With large letters the one about the day stood in four or five lines beside the one about saving."""
    context.preferences.change(text_percent=200)
    window.resize(1024, 640)
    person.click(person.page.header.previous)
    QApplication.processEvents()
    said = person.page.day_note.sentence
    assert said.isVisible()
    assert said.heightForWidth(said.width()) < 3 * said.fontMetrics().lineSpacing()
    assert person.page.property("foot") < 4 * person.page.saved.fontMetrics().lineSpacing() + 20


@pytest.mark.parametrize("width", [830, 853])  # what is left of 1280 pixels where a computer shows all at 150 %
def test_the_days_stand_in_one_row_on_a_small_screen(person: Person, window: MainWindow, width: int) -> None:
    window.resize(width, 533)
    QApplication.processEvents()
    strip = person.page.header.strip
    days = strip.findChildren(DayButton)
    assert len(days) == 14
    assert {day.y() for day in days} == {0}
    assert strip.rect().contains(days[-1].geometry())


def test_a_small_window_scrolls(person: Person, window: MainWindow) -> None:
    window.resize(1024, 700)
    assert _hidden_below(person) > 0
    assert _content(person).width() == _area(person).viewport().width()


def test_nothing_on_the_page_is_too_small_to_hit(person: Person) -> None:
    small = [
        _named(found) for found in person.page.findChildren(QAbstractButton) if found.isVisible() and _is_small(found)
    ]
    assert small == []


def test_everything_that_takes_the_keyboard_has_a_name(person: Person) -> None:
    nameless = [_named(found) for found in person.page.findChildren(QWidget) if _takes_tab(found) and not _name(found)]
    assert nameless == []


def _is_small(widget: QWidget) -> bool:
    return min(widget.width(), widget.height()) < 44


def _takes_tab(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy().value & 1)


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget)} {widget.width()}x{widget.height()}"


def test_tab_goes_as_the_eye_does_and_only_then_to_the_map(person: Person) -> None:
    page = person.page
    person.type("3")  # so that there is something to undo
    person.unfold("note")
    page.take_focus()
    parts: list[QWidget] = [page.header, page.itch, page.sleep, page.note, page.extent, page.saved]
    seen: list[QWidget] = [page.itch]
    for _ in range(40):
        person.press(Qt.Key.Key_Tab)
        seen += [part for part in parts if person.is_at(part) and part is not seen[-1]]
    assert seen[:7] == [page.itch, page.sleep, page.note, page.extent, page.saved, page.header, page.itch]


def test_the_map_ends_with_the_view_however_much_is_unfolded_beside_it(person: Person) -> None:
    page = person.page
    before = page.extent.height()
    for part in page.parts.parts:
        person.unfold(part.key)
    assert _hidden_below(person) > 100
    assert page.extent.height() == before


def test_the_page_follows_the_keyboard_from_wherever_it_comes(person: Person, window: MainWindow) -> None:
    page = person.page
    for part in page.parts.parts:
        person.unfold(part.key)
    bar = _area(person).verticalScrollBar()
    bar.setValue(_hidden_below(person))
    assert page.itch.visibleRegion().isEmpty()
    person.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert person.is_at(page.itch)
    assert not page.itch.visibleRegion().isEmpty()
    bar.setValue(_hidden_below(person))
    window.navigation.button("today").setFocus(Qt.FocusReason.TabFocusReason)
    while not person.is_at(page.sleep):
        person.press(Qt.Key.Key_Tab)
    assert not page.sleep.visibleRegion().isEmpty()
