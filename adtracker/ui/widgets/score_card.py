"""The scores and questionnaires of a day, one line each, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.form import Form
from adtracker.domain.score_reading import Reading
from adtracker.ui.widgets.basics import Card, button, label, rule
from adtracker.ui.widgets.emptying import empty
from adtracker.ui.widgets.flow_layout import FlowLayout
from adtracker.ui.widgets.score_rows import FormRow, ReadingRow


class ScoreCard(Card):
    """`opened` carries a record and `fill_wanted` a form; the other signals say which button was pressed."""

    opened = Signal(object)
    fill_wanted = Signal(object)
    score_wanted = Signal()
    file_wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ReadingRow] = []
        self.forms: list[FormRow] = []
        self.setAccessibleName(self.tr("Scores and questionnaires"))
        self._build()
        self.add_score.clicked.connect(self.score_wanted)
        self.open_file.clicked.connect(self.file_wanted)
        self.all.clicked.connect(self.all_wanted)

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.body.setContentsMargins(18, 10, 18, 10)
        self.add_score = button(self.tr("Add score"))
        self.open_file = button(self.tr("Open a questionnaire…"))
        self.all = button(self.tr("All"), name=self.tr("All scores and questionnaires"))
        actions = QWidget()
        row = FlowLayout(actions)
        for made in (self.all, self.add_score, self.open_file):
            row.addWidget(made)
        self._list, self._forms = QVBoxLayout(), QVBoxLayout()
        for part in (self._list, self._forms):
            part.setSpacing(8)
        self.body.addWidget(label(self.tr("Scores and questionnaires"), "heading", wrap=True))
        self.body.addLayout(self._list)
        self.body.addLayout(self._forms)
        self.body.addWidget(actions)

    def show_readings(self, readings: Sequence[Reading], *, any_at_all: bool) -> None:
        """Show those of a day; `any_at_all` says whether the diary has anything to list."""
        empty(self._list)
        self.rows = [ReadingRow(reading) for reading in readings]
        for row in self.rows:
            self._list.addWidget(row)
            self._list.addWidget(rule())
            row.opened.connect(self.opened)
        self.all.setVisible(any_at_all)

    def show_forms(self, forms: Sequence[tuple[Form, date | None]], today: date) -> None:
        """Show the questionnaires that can be filled in, each with the day it is due."""
        empty(self._forms)
        self.forms = [FormRow(form, due, today, can_hide=False) for form, due in forms]
        for row in self.forms:
            self._forms.addWidget(row)
            self._forms.addWidget(rule())
            row.fill_wanted.connect(self.fill_wanted)
