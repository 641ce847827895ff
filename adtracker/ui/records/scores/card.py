"""The scores and questionnaires of a day, and the questionnaires that can be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.score_reading import Reading
from adtracker.language import tr
from adtracker.ui.kit.basics import button, clear_layout, rule
from adtracker.ui.records.record_card import RecordCard, RecordRow
from adtracker.ui.records.scores.questionnaire_row import QuestionnaireRow
from adtracker.ui.words.score_words import reading_words


class ScoreCard(RecordCard):
    """`fill_wanted` carries a form; the other signals beside `opened` say which button was pressed."""

    fill_wanted = Signal(object)
    score_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Scores and questionnaires"))
        self.forms: list[QuestionnaireRow] = []
        self.add_score = button(tr("Add score"))
        self.open_file = button(tr("Open a questionnaire…"))
        self._lay_out(tr("All scores and questionnaires"), self.add_score, self.open_file)
        self.add_score.clicked.connect(self.score_wanted)
        self.open_file.clicked.connect(self.file_wanted)

    def show_readings(self, readings: Sequence[Reading], *, any_at_all: bool) -> None:
        """Show those of a day; `any_at_all` says whether the diary has anything to list."""
        rows = [RecordRow(one.record, one.name, reading_words(one)) for one in readings]
        self._show_rows(rows, any_at_all=any_at_all)

    def show_forms(self, forms: Sequence[tuple[Definition, date | None]], today: date) -> None:
        """Show the questionnaires that can be filled in, each with the day it is due."""
        clear_layout(self._between)
        self.forms = [QuestionnaireRow(form, due, today, can_change=False) for form, due in forms]
        for row in self.forms:
            self._between.addWidget(row)
            self._between.addWidget(rule())
            row.fill_wanted.connect(self.fill_wanted)
