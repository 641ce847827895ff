"""What a question of a questionnaire and its answer have in common, and the one that is answered by a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.answering import check_answer
from adtracker.domain.scores.questionnaire import Answer, Question
from adtracker.ui.kit.basics import column, label
from adtracker.ui.kit.fields.radio_line import RadioLine


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
