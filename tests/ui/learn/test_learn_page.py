"""Learn: every lesson can be read, searched and understood without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.lessons.block import Box, Bullets, Figure, Heading, HelpCard, Link, Note, Paragraph, Table
from adtracker.domain.lessons.text import parse_text, plain
from adtracker.ui.core.context import Context
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.learn.lesson_figure import LessonFigure
from adtracker.ui.learn.lesson_table import LessonTable
from adtracker.ui.learn.lesson_text import LessonText, paragraph
from adtracker.ui.learn.page import LearnPage, load_lessons
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.person import Person

LESSONS = load_lessons()


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def page(window: MainWindow, person: Person) -> LearnPage:
    page = window.show_page("learn")
    assert isinstance(page, LearnPage)
    return page


def _read(page: LearnPage) -> str:
    """What a screen reader finds in the lesson: names of texts, without any markup."""
    shown = page.reader.widget()
    assert shown is not None
    found = []
    for widget in shown.findChildren(QWidget):
        interface = QAccessible.queryAccessibleInterface(widget)
        texts = (interface.text(QAccessible.Text.Name), interface.text(QAccessible.Text.Description))
        found += [text for text in texts if text]
    return "\n".join(found)


@pytest.fixture
def alone(qtbot: QtBot, context: Context) -> LearnPage:
    """The page without a window, where nobody types."""
    page = LearnPage(context)
    qtbot.addWidget(page)
    return page


def test_lessons_stand_in_their_order(alone: LearnPage) -> None:
    assert alone.list.titles() == [lesson.title for lesson in LESSONS]
    assert alone.key == LESSONS[0].key


def test_all_of_every_lesson_can_be_read(alone: LearnPage) -> None:
    for lesson in LESSONS:
        alone.open_part(lesson.key)
        words = _read(alone)
        said = [lesson.title, *(plain(text) for block in lesson.body for text in block.texts)]
        said += [plain(term.meaning) for term in lesson.terms]
        said += [text for source in lesson.sources for text in (source.title, source.address or "")]
        assert [text for text in said if text not in words] == []


def test_lessons_are_chosen_with_arrows(person: Person, page: LearnPage) -> None:
    person.press(Qt.Key.Key_Down, times=2)
    assert page.key == LESSONS[2].key
    assert LESSONS[2].title in _read(page)


def test_search_finds_and_enter_opens(person: Person, page: LearnPage) -> None:
    person.click(page.search)
    person.type("ox40 handshake")
    assert page.list.titles()[0] == "How OX40-ligand treatment works"
    assert len(page.list.titles()) < len(LESSONS)
    person.press(Qt.Key.Key_Return)
    assert page.key == "ox40-ligand"


def test_a_search_that_finds_nothing_says_so(person: Person, page: LearnPage) -> None:
    person.click(page.search)
    person.type("zzz")
    assert page.list.titles() == []
    assert "No lesson has these words" in person.reads(page.list)
    person.press(Qt.Key.Key_Escape)
    assert len(page.list.titles()) == len(LESSONS)
    assert page.search.text() == ""


def test_help_is_one_click_away_even_while_searching(person: Person, page: LearnPage) -> None:
    person.click(page.search)
    person.type("zzz")
    person.click(page.list.help)
    assert page.key == "help"
    assert "emergency number" in _read(page)


def test_a_word_is_explained_by_keyboard_and_closed_again(person: Person, page: LearnPage) -> None:
    page.open_part("ox40-ligand")
    text = page.reader.findChildren(LessonText)[0]
    text.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Return)
    assert page.term.isVisible()
    assert "skin" in person.reads(page.term)
    person.press(Qt.Key.Key_Escape)
    assert not page.term.isVisible()
    assert person.is_at(text)


def test_a_word_is_explained_by_a_click(person: Person, page: LearnPage) -> None:
    page.open_part("atopic-dermatitis")
    person.click(page.reader.findChildren(LessonText)[0], QPoint(12, 12))
    assert "atopic dermatitis" in person.reads(page.term)
    person.click(page.term.close_button)
    assert not page.term.isVisible()


def test_the_figure_changes_with_the_theme_and_the_width(alone: LearnPage, preferences: Preferences) -> None:
    alone.open_part("ox40-ligand")
    figure = alone.reader.findChildren(LessonFigure)[0]
    assert figure.accessibleDescription().startswith("Three boxes, one after the other")
    assert figure.heightForWidth(300) > 2 * figure.heightForWidth(700)
    alone.resize(900, 600)
    QApplication.processEvents()
    light = figure.grab().toImage()
    preferences.change(theme="dark")
    QApplication.processEvents()
    dark = alone.reader.findChildren(LessonFigure)[-1].grab().toImage()
    assert light.size() == dark.size()
    assert light != dark


def test_a_table_without_room_for_its_columns_says_their_names_at_each_cell(theme: Theme, qtbot: QtBot) -> None:
    scales = next(block for lesson in LESSONS for block in lesson.body if isinstance(block, Table))
    window = QWidget()
    qtbot.addWidget(window)
    table = LessonTable(theme, scales)
    table.setParent(window)
    window.show()
    for width, times in ((900, 1), (table.minimumSizeHint().width(), len(scales.rows)), (900, 1)):
        table.resize(width, table.heightForWidth(width))
        QApplication.processEvents()
        shown = [made for made in table.findChildren(QLabel) if made.isVisible() and made.text() == scales.columns[0]]
        assert len(shown) == times
        assert all(made.geometry().right() < width for made in table.findChildren(QLabel) if made.isVisible())


@pytest.mark.parametrize("width", [700, 300])
def test_what_stands_at_a_cross_can_be_read_in_a_row_and_in_a_column(theme: Theme, qtbot: QtBot, width: int) -> None:
    """None of it stands behind the box that follows."""
    assert _ink(theme, qtbot, width, "blocked here") > 0.9 * _ink(theme, qtbot, 700, "blocked here") > 100


def _ink(theme: Theme, qtbot: QtBot, width: int, words: str) -> int:
    """How many pixels the words at a cross colour."""
    boxes = tuple(Box(key, "T cell", "carries OX40", "accent", filled=True) for key in "ab")
    pictures = []
    for said in (words, "\u00a0"):
        figure = LessonFigure(theme, Figure("", "", boxes, (Link("a", "b", said),)))
        qtbot.addWidget(figure)
        figure.resize(width, figure.heightForWidth(width))
        pictures.append(figure.grab().toImage())
    one, other = pictures
    return sum(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()) for y in range(one.height()))


def test_a_lesson_cannot_be_taken_for_markup(theme: Theme, qtbot: QtBot) -> None:
    text = LessonText(paragraph(theme, parse_text('<img src="x"> & <b>not bold</b> **<i>bold</i>**')))
    qtbot.addWidget(text)
    interface = QAccessible.queryAccessibleInterface(text)
    assert interface.text(QAccessible.Text.Name) == '<img src="x"> & <b>not bold</b> <i>bold</i>'


def test_every_kind_of_block_is_drawn() -> None:
    kinds = {type(block) for lesson in LESSONS for block in lesson.body}
    assert kinds == {Paragraph, Heading, Bullets, Note, Table, Figure, HelpCard}


@pytest.mark.slow
def test_the_list_has_one_rhythm_whichever_lesson_is_open(page: LearnPage) -> None:
    shown = page.list.list
    letters, rows = shown.fontMetrics(), range(shown.count())
    heights = [shown.visualItemRect(shown.item(row)).height() for row in rows]
    one_line = min(heights)
    for row in rows:
        text = shown.item(row).text()
        fits = letters.horizontalAdvance(text) <= shown.viewport().width() - 31
        assert heights[row] == (one_line if fits else one_line + letters.lineSpacing()), text
    for row in rows:
        shown.setCurrentRow(row)
        assert [shown.visualItemRect(shown.item(one)).height() for one in rows] == heights


@pytest.mark.slow
def test_a_title_that_just_fits_its_line_is_whole(page: LearnPage) -> None:
    """The height is worked out here, the words are drawn by Qt: both must break them alike."""
    shown = page.list.list
    letters, tight = shown.fontMetrics(), 0
    for width in range(200, 420):
        shown.setFixedWidth(width)
        QApplication.processEvents()
        for item in map(shown.item, range(1, shown.count())):
            words = letters.horizontalAdvance(item.text())
            if 31 <= shown.viewport().width() - words < 36:
                tight += 1
                place = shown.visualItemRect(item)
                drawn = shown.viewport().grab(place).toImage()
                inner = [(x, place.height() // 2 + y) for x in range(6, place.width() - 6) for y in range(-7, 7)]
                ink = [x for x, y in inner if drawn.pixelColor(x, y).lightness() < 150]
                assert max(ink) - min(ink) > words - 8, (width, item.text())
    assert tight > 10
