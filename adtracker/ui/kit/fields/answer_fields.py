"""The questions of a questionnaire as they are asked: choices, numbers, yes or no, words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.answering import check_answer
from adtracker.domain.scores.questionnaire import Answer, Number, OneOf, Question, Words, YesNo
from adtracker.ui.kit.basics import column, label
from adtracker.ui.kit.fields.long_text import LongText
from adtracker.ui.kit.fields.radio_line import RadioLine
from adtracker.ui.kit.number_line import NumberLine
from adtracker.ui.words.score_words import range_words

translate = QCoreApplication.translate


class AnswerField(QWidget):
    """One question with what answers it. `changed` says that the answer is another one; `value` is None without one.

    What takes the answer is called by the question's link, by which a form finds what a Problem is about.
    """

    changed = Signal()

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.setAccessibleName(question.text)
        self.rows = column(self, 4)
        self.rows.addWidget(label(question.text, "strong", wrap=True))

    @property
    def input(self) -> QWidget:
        """What takes the answer: a line, a text, or this itself where it is chosen."""
        return self

    @property
    def value(self) -> Answer | None:
        """The answer."""
        raise NotImplementedError

    @property
    def problem(self) -> Problem | None:
        """What is wrong with the answer, as far as there is one."""
        value = self.value
        return None if value is None else next(iter(check_answer(self.question, value)), None)


class ChoiceField(AnswerField):
    """One of several, each on a line; Backspace and Delete take the answer back."""

    def __init__(self, question: Question, choices: dict[Answer, str], value: Answer | None) -> None:
        super().__init__(question)
        self._group = QButtonGroup(self)
        self.lines: dict[Answer, RadioLine] = {}
        for key, text in choices.items():
            line = RadioLine(text)
            line.setAccessibleDescription(question.text)
            line.setChecked(key == value)
            self._group.addButton(line)
            self.lines[key] = line
            self.rows.addWidget(line)
        next(iter(self.lines.values())).setObjectName(question.link)
        self._group.buttonToggled.connect(self.changed)

    @property
    def value(self) -> Answer | None:
        """The key of the line that is chosen."""
        return next((key for key, line in self.lines.items() if line.isChecked()), None)

    def choose(self, value: Answer | None) -> None:
        """Choose a line; none takes the answer back, and one that is not there changes nothing."""
        if value in self.lines:
            self.lines[value].setChecked(True)
        elif value is None and (chosen := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer back."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._group.checkedButton() is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)


class NumberAnswer(AnswerField):
    """A number to type, with its unit and its range."""

    def __init__(self, question: Question, kind: Number, value: Answer | None) -> None:
        super().__init__(question)
        self.line = NumberLine(question.text, value if isinstance(value, int | float) else None)
        row = QHBoxLayout()
        row.addWidget(self.line)
        facts = [kind.unit]
        if kind.low is not None and kind.high is not None:
            facts.append(self.tr("({})").format(range_words(kind.low, kind.high)))
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
        if not self.line.is_number:
            return Problem(self.question.link, "not_a_number", {"text": self.line.text().strip()})
        return super().problem


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
    if isinstance(kind, OneOf):
        return ChoiceField(question, {choice.key: choice.text for choice in kind.choices}, value)
    if isinstance(kind, Number):
        return NumberAnswer(question, kind, value)
    if isinstance(kind, YesNo):
        return ChoiceField(
            question, {True: translate("answer_fields", "Yes"), False: translate("answer_fields", "No")}, value
        )
    return WordsAnswer(question, kind, value)
