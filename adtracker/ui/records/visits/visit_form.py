"""Asks about a visit: when, whom the person sees, what was said, and what to ask the next time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.records.visit import NOTES_LIMIT, WHO_LIMIT, Visit
from adtracker.language import tr
from adtracker.ui.kit.basics import keep_end_free
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.long_text import LongText
from adtracker.ui.kit.fields.pickers import DayField


class VisitForm(FormBody):
    """`refused` carries the Problem of a paste that was not taken. A day to come is fine: visits are planned."""

    refused = Signal(Problem)

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self.day = DayField(tr("Day"), visit.day)
        self.who = line_edit(tr("for example Dr. Weber, skin clinic"), WHO_LIMIT)
        self.who.setText(visit.who)
        self.who.setCursorPosition(0)  # a long text is shown from its beginning
        self.notes = LongText("notes", NOTES_LIMIT, visit.notes)
        self.questions = LongText("questions", NOTES_LIMIT, visit.questions)
        for field in (self.notes, self.questions):
            field.refused.connect(self.refused)
        column = QVBoxLayout(self)
        keep_end_free(column, 8)
        column.setSpacing(12)
        column.addWidget(Field(tr("Day"), self.day, key="date"))
        column.addWidget(Field(tr("Whom you see"), self.who, key="who"))
        column.addWidget(Field(tr("Notes"), self.notes, key="notes"))
        hint = tr("One question a line. The Report page offers them for your next report.")
        column.addWidget(Field(tr("Questions for next time"), self.questions, hint, key="questions"))

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"day": self.day, "who": self.who, "notes": self.notes, "questions": self.questions}

    @property
    def record(self) -> Visit:
        """The visit as the form says it."""
        notes, questions = self.notes.text().strip(), self.questions.text().strip()
        return replace(self._visit, day=self.day.day, who=self.who.text().strip(), notes=notes, questions=questions)
