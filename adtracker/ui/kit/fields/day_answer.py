"""A day that answers a question of a questionnaire; unlike the day of a record, it may be left out."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import EARLIEST_DAY
from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import Answer, Question
from adtracker.language import tr
from adtracker.ui.kit.fields.answer_field import AnswerField
from adtracker.ui.kit.fields.field import line_edit
from adtracker.ui.kit.fields.pickers import LATEST_DAY
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.language import days_typed

_LONGEST, _TARGET = 40, 44
# A day that is typed without its year is none here: nothing says which year is meant.
_NO_YEAR = date(1, 1, 1)


class DayAnswer(AnswerField):
    """A line for a day, in any of the ways people write it; what names none stays, and is said to."""

    def __init__(self, question: Question, value: Answer | None) -> None:
        super().__init__(question)
        self.line = line_edit(tr("Such as 25 October 2026"), _LONGEST)
        self.line.setAccessibleName(question.text)
        self.line.setMinimumHeight(_TARGET)
        self.line.setObjectName(question.link)
        self.line.setText(date_words(date.fromisoformat(value)) if isinstance(value, str) else "")
        self.rows.addWidget(self.line)
        self.line.textChanged.connect(self.changed)

    @property
    def input(self) -> QWidget:
        """The line."""
        return self.line

    @property
    def value(self) -> Answer | None:
        """The day, as year-month-day."""
        found = self._fitting()
        return found[0].isoformat() if len(found) == 1 else None

    @property
    def problem(self) -> Problem | None:
        """What names no day, or could be two."""
        text, found = self.line.text().strip(), self._fitting()
        if len(found) == 2:
            first, second = map(date_words, found)
            return Problem(self.question.link, "two_dates", {"text": text, "first": first, "second": second})
        return Problem(self.question.link, "not_a_date", {"text": text}) if text and not self.value else None

    def _fitting(self) -> list[date]:
        return [day for day in days_typed(self.line.text(), _NO_YEAR) if EARLIEST_DAY <= day <= LATEST_DAY]
