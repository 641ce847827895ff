"""The questions of a questionnaire as they are asked: choices, numbers, yes or no, days, words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.questionnaire import Answer, Number, OnDay, OneOf, Question, Words, YesNo
from adtracker.language import tr
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.answer_field import AnswerField, ChoiceField
from adtracker.ui.kit.fields.choice_answers import OwnWordsField, SeveralField
from adtracker.ui.kit.fields.day_answer import DayAnswer
from adtracker.ui.kit.fields.long_text import LongText
from adtracker.ui.kit.number_line import NumberLine
from adtracker.ui.words.score_words import range_words


class NumberAnswer(AnswerField):
    """A number to type, with its unit and its range."""

    def __init__(self, question: Question, kind: Number, value: Answer | None) -> None:
        super().__init__(question)
        self.line = NumberLine(question.text, value if isinstance(value, int | float) else None)
        row = QHBoxLayout()
        row.addWidget(self.line)
        facts = [kind.unit]
        if kind.low is not None and kind.high is not None:
            facts.append(tr("({range})", range=range_words(kind.low, kind.high)))
        row.addWidget(label(" ".join(filter(None, facts)), "soft"), 1)
        self.rows.addLayout(row)
        self.line.setObjectName(question.link)
        self.line.textEdited.connect(self.changed)

    @property
    def input(self) -> QWidget:
        """The line."""
        return self.line

    @property
    def value(self) -> Answer | None:
        """The number."""
        return self.line.value

    @property
    def problem(self) -> Problem | None:
        """What is no number, or none that fits."""
        return self.line.problem(self.question.link) or super().problem


class WordsAnswer(AnswerField):
    """The person's own words."""

    def __init__(self, question: Question, kind: Words, value: Answer | None) -> None:
        super().__init__(question)
        self.text = LongText(question.link, kind.limit, value if isinstance(value, str) else "")
        self.text.setAccessibleName(question.text)
        self.rows.addWidget(self.text)
        self.text.setObjectName(question.link)
        self.text.textChanged.connect(self.changed)

    @property
    def input(self) -> QWidget:
        """The text."""
        return self.text

    @property
    def value(self) -> Answer | None:
        """What was written."""
        return self.text.text().strip() or None


def answer_field(question: Question, value: Answer | None) -> AnswerField:
    """What asks a question, with the answer it has."""
    kind = question.kind
    if isinstance(kind, OneOf) and kind.several:
        return SeveralField(question, kind, value)
    if isinstance(kind, OneOf) and kind.own_words:
        return OwnWordsField(question, kind, value)
    if isinstance(kind, OneOf):
        return ChoiceField(question, {choice.key: choice.text for choice in kind.choices}, value)
    if isinstance(kind, Number):
        return NumberAnswer(question, kind, value)
    if isinstance(kind, YesNo):
        return ChoiceField(question, {True: tr("Yes"), False: tr("No")}, value)
    return DayAnswer(question, value) if isinstance(kind, OnDay) else WordsAnswer(question, kind, value)
