"""All scores and questionnaires of a diary by date, to be opened, and the way to add one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.form import Form
from adtracker.domain.score_reading import Reading
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.basics import button, label, rule
from adtracker.ui.widgets.day_words import listed_day_words
from adtracker.ui.widgets.emptying import empty
from adtracker.ui.widgets.flow_layout import FlowLayout
from adtracker.ui.widgets.list_dialog import ListDialog
from adtracker.ui.widgets.score_rows import FormRow
from adtracker.ui.widgets.score_words import reading_words
from adtracker.ui.widgets.value_table import Column, ValueModel, ValueTable

DAY_WIDTH = 140
_LEAST_HEIGHT = 180

translate = QCoreApplication.translate


class ScoreTable(ValueTable):
    """The newest first. `opened` carries the record of the row that a person chose by a click or Enter."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        self._rows: ValueModel[Reading] = ValueModel(_columns())
        super().__init__(theme, self._rows, DAY_WIDTH)
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        self.setAccessibleName(self.tr("Scores and questionnaires, newest first. Enter opens one."))
        self.clicked.connect(self._on_clicked)

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Show others; the keyboard stays on the same row as far as there is one."""
        row = max(self.currentIndex().row(), 0)
        self._rows.show_rows(list(reversed(readings)))
        if readings:
            self.selectRow(min(row, len(readings) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.value(index.row()).record)


def _columns() -> list[Column[Reading]]:
    return [
        Column(translate("ScoreTable", "Day"), _day, strong=True),
        Column(translate("ScoreTable", "What"), _name),
        Column(translate("ScoreTable", "Score"), reading_words),
    ]


def _day(reading: Reading) -> str:
    return listed_day_words(reading.day)


def _name(reading: Reading) -> str:
    return reading.name


class ScoreList(ListDialog):
    """`opened` carries a record, `fill_wanted` and `hide_wanted` a form; the others say which button was pressed."""

    opened = Signal(object)
    fill_wanted = Signal(object)
    hide_wanted = Signal(object)
    score_wanted = Signal()
    file_wanted = Signal()
    removed_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scores and questionnaires"))
        self.table = ScoreTable(theme)
        self.forms: list[FormRow] = []
        self.add_score = button(self.tr("Add score"))
        self.open_file = button(self.tr("Open a questionnaire…"))
        self.removed = button(self.tr("Recently deleted"))
        self._build()
        self.table.opened.connect(self.opened)
        self.add_score.clicked.connect(self.score_wanted)
        self.open_file.clicked.connect(self.file_wanted)
        self.removed.clicked.connect(self.removed_wanted)

    def _build(self) -> None:
        actions = QWidget()
        row = FlowLayout(actions)
        for made in (self.add_score, self.open_file, self.removed):
            row.addWidget(made)
        self._forms = QVBoxLayout()
        self._forms.setSpacing(8)
        self.lines.addWidget(actions)
        self.lines.addLayout(self._forms)
        self.lines.addWidget(self.table, 1)
        self.lines.addStretch()  # takes the room where there is no table yet

    def show_all(self, readings: Sequence[Reading], forms: Sequence[tuple[Form, date | None]], today: date) -> None:
        """Show what the diary has now; questionnaires come with the day they are due."""
        self.table.show_readings(readings)
        self.table.setVisible(bool(readings))
        empty(self._forms)
        self.forms = [FormRow(form, due, today, can_hide=True) for form, due in forms]
        if forms:
            self._forms.addWidget(label(self.tr("Questionnaires"), "strong"))
        for row in self.forms:
            self._forms.addWidget(row)
            self._forms.addWidget(rule())
            row.fill_wanted.connect(self.fill_wanted)
            row.hide_wanted.connect(self.hide_wanted)
        self.say(self.tr("A click or Enter opens one.") if readings else self._nothing())
        (self.table if readings else self.add_score).setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why something cannot be shown or opened."""
        self.say(sentence, "caution")

    def _nothing(self) -> str:
        return self.tr("Nothing yet. Add a score from your clinic, or open a questionnaire that your clinic gave you.")
