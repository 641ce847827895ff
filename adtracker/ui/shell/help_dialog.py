"""F1: the keys in one table, and the two pages that help most."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from adtracker.language import ENGLISH, spoken, tr
from adtracker.ui.kit.basics import button, keep_end_free, label, scrolled
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.today.bad_day_chip import BAD_DAY_KEY

_LETTERS = 70  # in a line, in a window that has the room


def help_over(window: QWidget, *, has_lessons: bool) -> HelpDialog | None:
    """Help over a window, or over what is open in front of it; None where that is help already.

    What leads on to a page or to another window is left out there: it would open behind.
    """
    front = QApplication.activeModalWidget()
    if isinstance(front, HelpDialog):
        return None
    dialog = HelpDialog(front or window, has_lessons=has_lessons and front is None)
    dialog.about.setVisible(front is None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


class HelpDialog(FittedDialog):
    """`lesson_wanted` carries the key of a lesson to open."""

    lesson_wanted = Signal(str)

    def __init__(self, parent: QWidget, *, has_lessons: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help and keys"))
        self.urgent = button(tr("Get help quickly"))
        self.how_to = button(tr("How to use this diary"))
        self.about = button(tr("About adtracker"))
        self.close_button = button(tr("Close"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(tr("Keys"), "title"))
        column.addWidget(scrolled(self._keys()), 1)
        column.addLayout(self._buttons())
        for made in (self.urgent, self.how_to):
            made.setVisible(has_lessons)
        self._connect()
        self.close_button.setFocus()
        self.resize(max(560, _LETTERS * self.fontMetrics().averageCharWidth()), 620)

    def _keys(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        keep_end_free(grid, 12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        for row, (keys, meaning) in enumerate(self._rows()):
            grid.addWidget(label(_as_on_the_keyboard(keys), "strong", wrap=True), row, 0)
            grid.addWidget(label(meaning, wrap=True), row, 1)
        grid.setHorizontalSpacing(20)
        grid.setRowStretch(grid.rowCount(), 1)
        return table

    def _rows(self) -> list[tuple[str, str]]:
        return [
            (
                "0 … 10",
                tr("Answer a question: type the digits. After 1, a 0 makes it 10; Enter, Tab or an arrow goes on"),
            ),
            ("Tab, Shift+Tab", tr("Next and previous question or button")),
            ("F6, Shift+F6", tr("Next and previous part of the window: the pages, columns and cards")),
            ("←, →, Space", tr("Go along signs or triggers, and tick one")),
            ("↑, ↓, Space", tr("In a questionnaire: go along the answers, choose one")),
            ("↓", tr("In the field of a day, or of a list: open the calendar or the list, in which Enter picks")),
            ("Backspace, Delete", tr("Take back an answer")),
            ("Enter", tr("In a list of scores, visits or days: open the marked line")),
            ("Ctrl+Enter", tr("Save a form, also in the middle of a long text")),
            ("Alt+←, Alt+→", tr("Day before and day after")),
            ("Ctrl+T", tr("Today")),
            (BAD_DAY_KEY, tr("On Today: a bad day, no numbers; again takes it back")),
            ("Ctrl+7", tr("The last 7 days, from memory")),
            ("Ctrl+1 … Ctrl+6", tr("Today, Trends, Timeline, History, Learn, Report")),
            ("←, →, ↑, ↓", tr("In charts: day before and after, or the one with something noted")),
            ("+, -, 0", tr("In charts: fewer days, more days, all days")),
            ("Ctrl+F", tr("Search in notes, on History")),
            ("Ctrl+,", tr("Settings")),
            ("Ctrl+Z", tr("Undo what was saved last")),
            ("Ctrl+Shift+Z", tr("Do it again")),
            ("Ctrl++, Ctrl+-, Ctrl+0", tr("Larger, smaller and normal text")),
            ("Ctrl+O, Ctrl+N", tr("Open another diary, begin a new one")),
            ("Esc", tr("Fold an empty part of the day, close a message, or go back one page")),
            ("F10", tr("Menu")),
            ("F1", tr("This help")),
            ("Ctrl+Q", tr("Quit; everything is saved already")),
        ]

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        for made in (self.urgent, self.how_to, self.about, self.close_button):
            row.addWidget(made)
        return row

    def _connect(self) -> None:
        self.urgent.clicked.connect(self._on_urgent)
        self.how_to.clicked.connect(self._on_how_to)
        self.about.clicked.connect(self.accept)
        self.close_button.clicked.connect(self.accept)

    def _on_urgent(self) -> None:
        self._open("help")

    def _on_how_to(self) -> None:
        self._open("diary")

    def _open(self, lesson: str) -> None:
        self.accept()
        self.lesson_wanted.emit(lesson)


def _as_on_the_keyboard(keys: str) -> str:
    """The keys by the names that the menus give them in the language that is spoken: Strg+Umschalt+Z."""
    if spoken() == ENGLISH:
        return keys
    known = keys.replace("Delete", "Del")  # Qt has "Delete" as what it does, "Del" as what stands on the key
    return re.sub("[A-Z][a-z]+", lambda name: QCoreApplication.translate("QShortcut", name[0]), known)
