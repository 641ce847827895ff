"""A day that answers a question of a questionnaire; unlike the day of a record, it may be left out."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import EARLIEST_DAY
from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import Answer, Question
from adtracker.ui.kit.fields.answer_field import AnswerField
from adtracker.ui.kit.fields.field import line_edit
from adtracker.ui.kit.fields.pickers import LATEST_DAY
from adtracker.ui.kit.fields.read_day import read_day
from adtracker.ui.words.day_words import date_words

_LONGEST, _TARGET = 40, 44
# A day that is typed without its year is none here: nothing says which year is meant.
_NO_YEAR = date(1, 1, 1)


class DayAnswer(AnswerField):
    """A line for a day, in any of the ways people write it; what names none stays, and is said to."""

    def __init__(self, question: Question, value: Answer | None) -> None:
        super().__init__(question)
        self.line = line_edit(self.tr("Such as 25 October 2026"), _LONGEST)
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
        months = [self.locale().standaloneMonthName(number) for number in range(1, 13)]
        found = read_day(self.line.text(), _NO_YEAR, months)
        return found.isoformat() if found and EARLIEST_DAY <= found <= LATEST_DAY else None

    @property
    def problem(self) -> Problem | None:
        """What names no day."""
        text = self.line.text().strip()
        return Problem(self.question.link, "not_a_date", {"text": text}) if text and self.value is None else None
