"""Asks about seven days that a person remembers: up to which day, and the four questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.records.recall import Recall
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import column, label
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.records.recalls.questions import EXTENT, RecallQuestions


class RecallForm(FormBody):
    """The same questions as on Today, for any day."""

    def __init__(self, recall: Recall, today: date, texts: Texts) -> None:
        super().__init__()
        self._recall = recall
        self.questions = RecallQuestions(texts)
        self.day = DayField(tr("These are the 7 days up to"), recall.day, today)
        self.questions.show_recall(recall, fresh=True)
        rows = column(self, 12)
        words = tr("What you remember of these days. It stands beside your days and is in no average.")
        rows.addWidget(label(words, "soft", wrap=True))
        rows.addWidget(self.questions)
        rows.addWidget(Field(self.day.accessibleName(), self.day, key="date"))

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {**self.questions.scales, EXTENT: self.questions.extent.line, "day": self.day}

    def take_focus(self) -> None:
        """Work begins with the first question without an answer; the day, which stands below, is mostly right."""
        self.questions.take_focus()

    @property
    def problem(self) -> Problem | None:
        """What keeps the form from being a record."""
        return self.questions.extent.fault

    @property
    def record(self) -> Recall:
        """The week as the form says it."""
        answers = {name: scale.value for name, scale in self.questions.scales.items()}
        given = replace(self._recall, day=self.day.day, extent_percent=self.questions.extent.line.value)
        for name, value in answers.items():
            given = given.with_answer(name, value)
        return given
