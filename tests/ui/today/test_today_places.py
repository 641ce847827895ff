"""Where the cards of Today stand: in two columns on one screen, and never moving under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.extent import from_palms
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.visit import Visit
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.kit.card_columns import Side
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.diaries.whose_diary import owner_words
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.day_places import balanced
from tests.ui.conftest import TODAY
from tests.ui.person import Person
from tests.ui.treatments import MOISTURISER, STEROID, stored

YESTERDAY = TODAY - ONE_DAY
FULL = DayEntry(TODAY, itch=7, sleep_quality=4, woken=True, signs=(Sign.DRY, Sign.CRACKED), context=("dry_air",))
SIZES = [(1280, 800), (1600, 1000), (1024, 620), (760, 700)]


@pytest.fixture
def full_day(journal: Journal, context: Context) -> None:
    """A day with an own question, signs, two treatments and triggers, before the window opens."""
    journal.save(Profile("Nora"))
    journal.save(Course(TODAY - 119 * ONE_DAY))
    journal.save(Question("Skin pain", "Skin pain"))
    for treatment in (MOISTURISER, STEROID):
        stored(journal, treatment)
    for day in (YESTERDAY, TODAY):
        answers = (("Skin pain", 5.0),)
        journal.save(replace(FULL, day=day, extent=from_palms(context.body, 10), answers=answers))


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def _cards(person: Person) -> list[QWidget]:
    _settle()
    return [card for card in person.page.parts.columns if card.isVisible()]


def _on_page(person: Person, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(person.page, QPoint()), widget.size())


def _hidden_below(person: Person) -> int:
    _settle()
    return person.page.parts.area.verticalScrollBar().maximum()


def test_a_day_with_four_optional_cards_is_one_screen(full_day: None, person: Person) -> None:
    assert [part.key for part in person.page.parts.parts if person.page.parts.is_open(part.key)] == [
        "questions",
        "signs",
        "treatments",
        "triggers",
    ]
    assert _hidden_below(person) == 0
    left, right = (
        [_on_page(person, card) for card in person.page.parts.columns.cards(side) if card.isVisible()] for side in Side
    )
    assert {card.width() for card in left} <= set(range(556, 564))
    assert {card.width() for card in right} <= set(range(452, 460))
    assert abs(left[-1].bottom() - right[-1].bottom()) < 24, "the columns end near one line"
    assert right[-1] == _on_page(person, person.page.parts.row)


def test_what_is_open_is_not_offered_again_when_a_day_begins(full_day: None, person: Person) -> None:
    _settle()
    row = person.page.parts.row
    texts = [row.button(part.key).text() for part in person.page.parts.parts if row.button(part.key).isVisible()]
    assert texts == ["Note", "Photo", "Score", "Visit"]


def test_the_head_and_the_foot_stay_while_the_cards_scroll(full_day: None, person: Person) -> None:
    page = person.page
    before = _on_page(person, page.header), _on_page(person, page.saved)
    for part in page.parts.parts:
        person.unfold(part.key)
    bar = page.parts.area.verticalScrollBar()
    assert _hidden_below(person) > 0
    bar.setValue(bar.maximum())
    assert (_on_page(person, page.header), _on_page(person, page.saved)) == before
    assert page.itch.visibleRegion().isEmpty(), "the cards went below the head"
    for widget in (page.header.title, page.header.strip.button(TODAY), page.saved.undo_button):
        assert widget.visibleRegion().boundingRect() == widget.rect(), "which is all in view"


def _opened(person: Person, part: str) -> None:
    """Open a part by its button: what was under the pointer still is, and what came is in view."""
    button = person.page.parts.row.button(part)
    person.page.parts.area.ensureWidgetVisible(button)
    _settle()
    pointer = button.mapToGlobal(button.rect().center())
    person.click(button)
    _settle()
    window = person.page.window()
    assert window.childAt(window.mapFromGlobal(pointer)) is button, f"{part} moved what the pointer is on"
    card = next(one.card for one in person.page.parts.parts if one.key == part)
    view = person.page.parts.area.viewport()
    if card.height() < view.height() - button.height():
        seen = QRect(card.mapTo(view, QPoint()), card.size())
        assert view.rect().contains(seen), f"{part} came out of sight"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("begun", ["full", "empty"])
def test_nothing_moves_under_the_pointer_when_a_card_opens(
    request: pytest.FixtureRequest, size: tuple[int, int], begun: str
) -> None:
    if begun == "full":
        request.getfixturevalue("full_day")
    window: MainWindow = request.getfixturevalue("window")
    window.resize(*size)
    person = Person(request.getfixturevalue("qtbot"), window)
    row = person.page.parts.row
    _settle()
    for part in person.page.parts.parts:
        if row.button(part.key).isVisible():
            _opened(person, part.key)
    cards = [_on_page(person, card) for card in _cards(person)]
    assert not any(one.intersects(other) for one in cards for other in cards if one is not other)


def test_pressed_again_the_button_puts_everything_back(full_day: None, person: Person) -> None:
    button = person.page.parts.row.button("note")
    _settle()
    before = {card: _on_page(person, card) for card in _cards(person)}
    person.click(button)
    _settle()
    assert person.page.parts.area.verticalScrollBar().value() > 0
    QTest.qWait(0)
    person.click(button)
    assert {card: _on_page(person, card) for card in _cards(person)} == before


def test_an_opened_card_comes_to_the_end_of_the_shorter_column(person: Person) -> None:
    parts = person.page.parts
    person.unfold("signs")
    assert parts.columns.cards(Side.LEFT)[-1] is parts.signs.card, "beside the map there is room on the left"
    person.unfold("photos")
    assert parts.columns.cards(Side.LEFT)[-1] is parts.photos.card


def test_a_day_that_is_opened_has_the_usual_order_again(full_day: None, person: Person) -> None:
    parts = person.page.parts
    person.unfold("note")
    person.type("Slept badly.")
    person.open_day(YESTERDAY)
    assert not parts.is_open("note")
    person.open_day(TODAY)
    order = {side: [card for card in parts.columns.cards(side) if not card.isHidden()] for side in Side}
    assert parts.note.card in [*order[Side.LEFT], *order[Side.RIGHT]]
    assert order[Side.RIGHT][-1] is parts.row
    assert not parts.row.button("note").isVisible()


def test_another_day_has_its_cards_where_today_has_them(full_day: None, person: Person) -> None:
    page = person.page
    places = [_on_page(person, part) for part in (page.itch, page.sleep, page.extent, page.saved.undo_button)]
    person.open_day(TODAY - 3 * ONE_DAY)
    _settle()
    assert page.day_note.isVisible()
    assert [_on_page(person, part) for part in (page.itch, page.sleep, page.extent, page.saved.undo_button)] == places


def test_a_message_moves_nothing_and_leaves_the_foot_free(
    full_day: None, person: Person, window: MainWindow, context: Context
) -> None:
    page = person.page
    before = [_on_page(person, part) for part in (page.header, page.itch, page.saved)]
    context.writer.save(Visit(TODAY, "Dr Green"))
    (visit,) = context.journal.visits()
    context.writer.remove(visit)
    _settle()
    assert "Ctrl+Z" in window.messages.text
    assert [_on_page(person, part) for part in (page.header, page.itch, page.saved)] == before
    strip = QRect(window.messages.mapTo(window, QPoint()), window.messages.size())
    foot = QRect(page.saved.mapTo(window, QPoint()), page.saved.size())
    assert not strip.intersects(foot)
    window.resize(1000, 640)
    _settle()
    strip = QRect(window.messages.mapTo(window, QPoint()), window.messages.size())
    foot = QRect(page.saved.mapTo(window, QPoint()), page.saved.size())
    assert not strip.intersects(foot)
    assert window.rect().contains(strip)


@pytest.mark.parametrize("part", ["signs", "treatments", "triggers", "questions"])
def test_what_has_something_in_it_is_put_away_and_says_so(
    full_day: None, person: Person, journal: Journal, part: str
) -> None:
    page, before = person.page, journal.entry(TODAY)
    _settle()
    desk = next(one for one in page.parts.parts if one.key == part)
    person.click(person.corner(part))
    if desk.card.has_tools:
        person.click(desk.card.away)  # type: ignore[attr-defined]
    button = page.parts.row.button(part)
    assert not desk.card.isVisible()
    assert button.isVisible()
    assert person.is_at(button)
    assert "has something on this day" in button.accessibleName()
    person.click(page.itch.number(2))
    assert not desk.card.isVisible(), "what is stored beside it does not bring it back"
    assert journal.entry(TODAY) == replace(before, itch=2)
    person.click(button)
    assert desk.card.isVisible()
    assert "has something" not in button.accessibleName()
    person.click(button)
    person.open_day(YESTERDAY)
    assert desk.card.isVisible(), "another day begins as it always does"


def test_a_corner_is_large_enough_named_and_over_nothing_that_is_pressed(full_day: None, person: Person) -> None:
    person.unfold("note")
    _settle()
    for part in person.page.parts.parts:
        if not person.page.parts.is_open(part.key):
            continue
        corner = person.corner(part.key)
        assert min(corner.width(), corner.height()) >= 44
        assert part.card.accessibleName() in corner.accessibleName()
        area = _on_page(person, corner)
        stops = [stop for stop in person.page.parts.columns.stops() if stop.isVisible() and stop is not corner]
        assert [stop.accessibleName() for stop in stops if _on_page(person, stop).intersects(area)] == []


def test_the_corner_is_reached_and_pressed_by_keys(full_day: None, person: Person) -> None:
    card = person.page.parts.signs.card
    _settle()
    card.chips.none.setFocus()
    person.press(Qt.Key.Key_Tab)
    assert person.is_at(person.corner("signs"))
    person.press(Qt.Key.Key_Return)
    assert not card.isVisible()


def _inside(card: QWidget) -> list[str]:
    """What is cut by the rim of a card."""
    parts = [part for part in card.findChildren(QWidget) if part.isVisible()]
    return [f"{type(part).__name__} {part.accessibleName()}" for part in parts if not _is_in(part, card)]


def _is_in(part: QWidget, card: QWidget) -> bool:
    return card.rect().contains(QRect(part.mapTo(card, QPoint()), part.size()))


@pytest.mark.parametrize(
    ("size", "percent"),
    [((1280, 800), 150), ((1280, 800), 200), ((1024, 700), 100), ((1024, 700), 200), ((760, 700), 100)],
)
def test_where_two_columns_have_no_room_there_is_one_and_nothing_is_cut(
    full_day: None, person: Person, window: MainWindow, context: Context, size: tuple[int, int], percent: int
) -> None:
    context.preferences.change(text_percent=percent)
    window.resize(*size)
    cards = _cards(person)
    assert len({_on_page(person, card).x() for card in cards}) == 1
    assert [_inside(card) for card in cards if isinstance(card, DiaryCard)] == [[]] * (len(cards) - 1)
    assert not person.page.parts.columns.are_two
    assert person.page.parts.columns.width() == person.page.parts.area.viewport().width(), "nothing is cut at the side"
    assert person.page.parts.area.viewport().height() > 200, "the head leaves room for the day"


def test_whose_diary_it_is_stands_below_the_day(full_day: None, person: Person, context: Context) -> None:
    title = person.page.header.title
    assert title.owner.isVisible()
    assert title.owner.fitting(1_000) == title.owner.words
    assert title.owner.fitting(60) == "Nora", "the words around a name are left out before any of it"
    assert "Nora\N{RIGHT SINGLE QUOTATION MARK}s diary" in title.accessibleName()
    width = title.width()
    context.writer.save(Profile("Wolfeschlegelsteinhausenbergerdorff " * 5))
    _settle()
    assert title.width() == width, "a long name takes no room from the days"
    context.writer.save(Profile())
    assert title.owner.words == context.journal.path.stem


@pytest.mark.parametrize(
    ("name", "file", "words"),
    [
        ("Nora", "diary.diary", "Nora\N{RIGHT SINGLE QUOTATION MARK}s diary"),
        ("  Nora ", "child.diary", "Nora\N{RIGHT SINGLE QUOTATION MARK}s diary"),
        ("", "child.diary", "child"),
        (" ", "diary.diary", ""),
    ],
)
def test_without_a_name_it_is_the_files_unless_that_is_everybodys(name: str, file: str, words: str) -> None:
    assert owner_words(name, Path("/home") / file) == words


HEIGHTS = st.integers(60, 900)


@given(st.tuples(HEIGHTS, HEIGHTS), st.lists(st.tuples(st.sampled_from(Side), HEIGHTS), max_size=8))
def test_balance_never_makes_the_page_longer(begin: tuple[int, int], cards: list[tuple[Side, int]]) -> None:
    starts = dict(zip(Side, begin, strict=True))
    ends: Callable[[list[Side]], int] = lambda sides: max(  # noqa: E731
        starts[side] + sum(height for of, (_, height) in zip(sides, cards, strict=True) if of is side) for side in Side
    )
    own = [side for side, _ in cards]
    found = balanced(starts, cards)
    assert ends(found) <= ends(own)


def test_cards_stay_on_their_side_where_that_is_balance_enough() -> None:
    cards = [(Side.LEFT, 115), (Side.LEFT, 95), (Side.LEFT, 160), (Side.RIGHT, 165)]
    begin = {Side.LEFT: 254, Side.RIGHT: 467}
    assert balanced(begin, cards) == [side for side, _ in cards]
    long = [(Side.LEFT, 476), *cards[1:]]
    assert balanced(begin, long) == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT]
