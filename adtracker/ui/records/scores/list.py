"""All scores and questionnaires of a diary by date, to be opened, and the way to add one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.score_reading import Reading
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, clear_layout, label, rule
from adtracker.ui.records.record_list import RecordList
from adtracker.ui.records.record_table import RecordTable
from adtracker.ui.records.scores.questionnaire_row import QuestionnaireRow
from adtracker.ui.words.score_words import reading_words


class ScoreList(RecordList):
    """`fill_wanted`, `rhythm_wanted` and `hide_wanted` carry a form; the others say which button was pressed."""

    fill_wanted = Signal(object)
    rhythm_wanted = Signal(object)
    hide_wanted = Signal(object)
    score_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Scores and questionnaires"))
        self.table: RecordTable[Reading] = RecordTable(
            theme, self.windowTitle(), (tr("What"), _name), (tr("Score"), reading_words)
        )
        self.forms: list[QuestionnaireRow] = []
        self.add_score = button(tr("Add score"))
        self.open_file = button(tr("Open a questionnaire…"))
        self._lay_out(self.table, self.add_score, self.open_file)
        self.add_score.clicked.connect(self.score_wanted)
        self.open_file.clicked.connect(self.file_wanted)

    def show_all(
        self, readings: Sequence[Reading], forms: Sequence[tuple[Definition, date | None]], today: date
    ) -> None:
        """Show what the diary has now; questionnaires come with the day they are due."""
        place = self._with_keyboard()
        clear_layout(self._between)
        self.forms = [QuestionnaireRow(form, due, today, can_change=True) for form, due in forms]
        if forms:
            self._between.addWidget(label(tr("Questionnaires"), "strong"))
        for row in self.forms:
            self._between.addWidget(row)
            self._between.addWidget(rule())
            row.fill_wanted.connect(self.fill_wanted)
            row.rhythm_wanted.connect(self.rhythm_wanted)
            row.hide_wanted.connect(self.hide_wanted)
        self._show_rows(self.table, readings, self._nothing(), self.add_score)
        if place is not None:
            self._go_back_to(*place)

    def _go_back_to(self, form: str, place: int) -> None:
        for row in self.forms:
            if row.form.key == form:
                row.buttons[place].setFocus()

    def _with_keyboard(self) -> tuple[str, int] | None:
        """The form and which of its buttons the keyboard is on, None where it is elsewhere."""
        focused = self.focusWidget()
        for row in self.forms:
            for place, made in enumerate(row.buttons):
                if made is focused:
                    return row.form.key, place
        return None

    def _nothing(self) -> str:
        return tr("Nothing yet. Add a score from your clinic, or open a questionnaire that your clinic gave you.")


def _name(reading: Reading) -> str:
    return reading.name
