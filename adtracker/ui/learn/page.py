"""Learn: lessons to read, a search through them, words explained on the spot, and help one click away."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from adtracker import resources, translating
from adtracker.domain.edits.edit import Edit
from adtracker.domain.lessons.lesson import Lesson, glossary, parse_lesson, search
from adtracker.language import ENGLISH, spoken, tr
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.kit.basics import label, leave_room
from adtracker.ui.kit.fields.field import line_edit
from adtracker.ui.kit.room.page_head import page_head
from adtracker.ui.kit.room.two_parts import MOST, TwoParts
from adtracker.ui.learn.lesson_list import LessonList
from adtracker.ui.learn.lesson_view import LessonView
from adtracker.ui.learn.term_panel import TermPanel

_READING_WIDTH = 640
_LIST_WIDTH, _WIDEST_LIST = 270, 340
# Where list and lesson stand below each other: how high the one is at most, and how much the other gets.
_LIST_HEIGHT, _LESSON_HEIGHT, _LESSON_WIDTH = 170, 260, 330


class LearnPage(Page):
    """The lessons. Nothing here depends on the diary."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._lessons = {lesson.key: lesson for lesson in load_lessons()}
        self._terms = glossary(self._lessons.values())
        self.key = next(iter(self._lessons))
        self._build()
        self._connect()
        self._on_searched("")
        self.restyle()

    def refresh(self) -> None:
        """Nothing here is in the diary."""

    def concerns(self, edit: Edit) -> bool:
        """No edit does."""
        return False

    def restyle(self) -> None:
        """Draw list and lesson in the colours and sizes in force."""
        px = self.context.theme.px
        self._below.fit(min(px(_LIST_WIDTH), _WIDEST_LIST), px(_LESSON_WIDTH))
        self._fit_heights()
        self._show_lesson()

    def _fit_heights(self) -> None:
        px, is_stacked = self.context.theme.px, self._below.is_stacked
        self.list.setMaximumHeight(px(_LIST_HEIGHT) if is_stacked else MOST)
        self.list.setMinimumHeight(px(_LIST_HEIGHT) if is_stacked else 0)
        self._lesson.setMinimumHeight(px(_LESSON_HEIGHT) if is_stacked else 0)

    def open_part(self, part: str) -> None:
        """Show a lesson by its key. Raises KeyError for one that does not exist."""
        self.key = self._lessons[part].key
        self.list.show_chosen(part)
        self._show_lesson()

    def take_focus(self) -> None:
        """Put the keyboard on the list of lessons."""
        self.list.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes an explanation, then empties the search, then goes back as everywhere."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.term.isHidden():
            self.term.close_term()
        elif self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.search = line_edit(tr("Search"))
        self.search.setAccessibleName(tr("Search in the lessons"))
        self.list = LessonList()
        self.term = TermPanel(self.context.theme)
        self.reader = QScrollArea()
        self.reader.setProperty("kind", "scrolled")
        self.reader.setWidgetResizable(True)
        self.reader.setFrameShape(QFrame.Shape.NoFrame)
        self.reader.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reader.setAccessibleName(tr("Lesson"))
        self._lesson = self._sheet()
        self._below = TwoParts(self.list, self._lesson)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(page_head(label(tr("Learn"), "title"), [self.search]))
        column.addWidget(self._below, 1)

    def _sheet(self) -> QFrame:
        sheet = QFrame()
        sheet.setProperty("kind", "card")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.reader, 1)
        column.addWidget(self.term)
        return sheet

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self.list.choose_first)
        self.list.chosen.connect(self.open_part)
        self.term.term_chosen.connect(self._on_term)
        self._below.turned.connect(self._on_turned)

    def _on_turned(self) -> None:
        self._fit_heights()
        self._fit_margins()

    def _fit_margins(self) -> None:
        page = self.reader.widget()
        if page is not None:
            left, right = (8, 8) if self._below.is_stacked else (28, 24)
            leave_room(page, left, 18, right, 18)

    def _on_searched(self, query: str) -> None:
        found = search(self._lessons.values(), query)
        self.list.show_lessons([(lesson.key, lesson.title) for lesson in found], self.key)

    def _on_term(self, words: str) -> None:
        term = self._terms.get(words.casefold())
        if term is not None:
            self.term.show_term(term, self.focusWidget())

    def _show_lesson(self) -> None:
        self.term.close_term()
        view = LessonView(self.context.theme, self._lessons[self.key])
        view.setMaximumWidth(self.context.theme.px(_READING_WIDTH))
        view.term_chosen.connect(self._on_term)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(view, 100)
        row.addStretch(1)
        self.reader.setWidget(page)
        self._fit_margins()


def load_lessons() -> list[Lesson]:
    """All lessons, in their order."""
    return sorted(map(_load, resources.path("lessons", ENGLISH).glob("*.toml")), key=_order)


def _load(file: Path) -> Lesson:
    told = partial(translating.told, words=translating.LESSONS, place=f"lessons.{file.stem}")
    text = file.read_text(encoding="utf-8")
    lesson = parse_lesson(text, file.name, told)
    is_whole = spoken() == ENGLISH or translating.is_whole(
        tomllib.loads(text), translating.LESSONS, told.keywords["place"]
    )
    return lesson if is_whole else replace(lesson, is_being_revised=True)


def _order(lesson: Lesson) -> int:
    return lesson.order
