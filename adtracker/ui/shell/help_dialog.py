"""F1: the keys in one table, and the two pages that help most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.ui.kit.basics import button, label, scrolled
from adtracker.ui.today.bad_day_chip import BAD_DAY_KEY


class HelpDialog(QDialog):
    """`lesson_wanted` carries the key of a lesson to open."""

    lesson_wanted = Signal(str)

    def __init__(self, parent: QWidget, *, has_lessons: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help and keys"))
        self.urgent = button(self.tr("Get help quickly"))
        self.how_to = button(self.tr("How to use this diary"))
        self.about = button(self.tr("About adtracker"))
        self.close_button = button(self.tr("Close"), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.tr("Keys"), "title"))
        column.addWidget(scrolled(self._keys()), 1)
        column.addLayout(self._buttons())
        for made in (self.urgent, self.how_to):
            made.setVisible(has_lessons)
        self._connect()
        self.close_button.setFocus()
        self.resize(560, 620)

    def _keys(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setColumnStretch(1, 1)
        for row, (keys, meaning) in enumerate(self._rows()):
            grid.addWidget(label(keys, "strong"), row, 0)
            grid.addWidget(label(meaning, wrap=True), row, 1)
        grid.setHorizontalSpacing(20)
        grid.setRowStretch(grid.rowCount(), 1)
        return table

    def _rows(self) -> list[tuple[str, str]]:
        return [
            (
                "0 … 10",
                self.tr("Answer a question: type the digits. After 1, a 0 makes it 10; Enter, Tab or an arrow goes on"),
            ),
            ("Tab, Shift+Tab", self.tr("Next and previous question or button")),
            ("F6, Shift+F6", self.tr("Next and previous part of the window: the pages, columns and cards")),
            ("←, →, Space", self.tr("Go along signs or triggers, and tick one")),
            ("↑, ↓, Space", self.tr("In a questionnaire: go along the answers, choose one")),
            ("↓", self.tr("In the field of a day, or of a list: open the calendar or the list, in which Enter picks")),
            ("Backspace, Delete", self.tr("Take back an answer")),
            ("Enter", self.tr("In a list of scores, visits or days: open the marked line")),
            ("Ctrl+Enter", self.tr("Save a form, also in the middle of a long text")),
            ("Alt+←, Alt+→", self.tr("Day before and day after")),
            ("Ctrl+T", self.tr("Today")),
            (BAD_DAY_KEY, self.tr("On Today: a bad day, no numbers; again takes it back")),
            ("Ctrl+7", self.tr("The last 7 days, from memory")),
            ("Ctrl+1 … Ctrl+6", self.tr("Today, Trends, Timeline, History, Learn, Report")),
            ("←, →, ↑, ↓", self.tr("In charts: day before and after, or the one with something noted")),
            ("+, -, 0", self.tr("In charts: fewer days, more days, all days")),
            ("Ctrl+F", self.tr("Search in notes, on History")),
            ("Ctrl+,", self.tr("Settings")),
            ("Ctrl+Z", self.tr("Undo what was saved last")),
            ("Ctrl+Shift+Z", self.tr("Do it again")),
            ("Ctrl++, Ctrl+-, Ctrl+0", self.tr("Larger, smaller and normal text")),
            ("Ctrl+O, Ctrl+N", self.tr("Open another diary, begin a new one")),
            ("Esc", self.tr("Fold an empty part of the day, close a message, or go back one page")),
            ("F10", self.tr("Menu")),
            ("F1", self.tr("This help")),
            ("Ctrl+Q", self.tr("Quit; everything is saved already")),
        ]

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.urgent)
        row.addWidget(self.how_to)
        row.addWidget(self.about)
        row.addStretch(1)
        row.addWidget(self.close_button)
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
