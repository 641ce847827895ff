"""One own question as it stands on Today: a scale, yes and no, or a number to type."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.common.typed_number import number_meant, number_problem
from adtracker.domain.records.question import AnswerKind, Question, check_answer, measure_of
from adtracker.language import tr
from adtracker.ui.kit.basics import column, label, leave_room, set_kind
from adtracker.ui.kit.diaries.diary_card import ABOVE, BELOW, CORNER, SIDE, DiaryCard
from adtracker.ui.kit.fields.typed_line import TypedLine
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.score_scale import ScaleWords, ScoreScale
from adtracker.ui.kit.yes_no import YesNo
from adtracker.ui.records.rows_card import DayRow
from adtracker.ui.words.number_words import mean_digits

_TARGET = 44
_LONGEST_NUMBER = 12
# 8,400 and 8.400 and 8 400 are how people write eight thousand four hundred.


class QuestionRow(DayRow):
    """`answered` carries an answer as float, or None when it was taken back.

    `completed` says that an answer was typed and the next question may follow, with a digit that was typed for it.
    """

    answered = Signal(object)
    completed = Signal(object)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.setAccessibleName(question.text)

    @property
    def mark(self) -> QWidget:
        """What the corner of the card stands beside."""
        raise NotImplementedError

    def _card(self) -> DiaryCard:
        """A card for the question, with its corner kept free."""
        made = DiaryCard()
        leave_room(made.body, SIDE, ABOVE, SIDE + CORNER, BELOW)
        column(self, 0).addWidget(made)
        return made

    def show_value(self, value: float | None, *, fresh: bool) -> None:
        """Show an answer; `fresh` if it is another day's, so that nothing typed stays."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard here."""
        raise NotImplementedError

    def type_digit(self, digit: int) -> None:
        """Take a digit that was typed at the question before; most have no use for it."""


class ScaleRow(QuestionRow):
    """0 to 10."""

    def __init__(self, question: Question, words: Mapping[str, str]) -> None:
        super().__init__(question)
        self.scale = ScoreScale(measure_of(question), ScaleWords.of(words))
        self.scale.put_beside(label(tr("your own question"), "small"))
        column(self, 0).addWidget(self.scale)
        self.scale.chosen.connect(self.answered)
        self.scale.completed.connect(self.completed)

    @property
    def mark(self) -> QWidget:
        """The question."""
        return self.scale.heading

    def show_value(self, value: float | None, *, fresh: bool) -> None:
        """Light the number."""
        self.scale.show_value(value, fresh=fresh)

    def take_focus(self) -> None:
        """Go to the number that is lit, or the first."""
        self.scale.take_focus()

    def type_digit(self, digit: int) -> None:
        """Answer with it."""
        self.scale.type_digit(digit)


class YesNoRow(QuestionRow):
    """Yes or no."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self.choice = YesNo(question.text)
        set_kind(self.choice.question, "heading")
        self._card().body.addWidget(self.choice)
        self.choice.changed.connect(self._on_changed)

    @property
    def mark(self) -> QWidget:
        """The question."""
        return self.choice.question

    def show_value(self, value: float | None, *, fresh: bool) -> None:
        """Light yes or no."""
        del fresh  # nothing is ever half typed
        self.choice.show_value(None if value is None else bool(value))

    def take_focus(self) -> None:
        """Go to the answer that is lit, or the first."""
        (self.choice.yes if self.choice.value else self.choice.no).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_changed(self, value: bool | None) -> None:
        self.answered.emit(None if value is None else float(value))


class CountRow(QuestionRow):
    """A number to type. It counts in a pause and when the field is left; one that does not fit stays, with a sentence.

    `refused` carries the Problem; whoever has the words for it shows them with `show_problem`.
    """

    refused = Signal(Problem)

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        self._measure = measure_of(question)
        self._value: float | None = None
        self._is_typing = self._is_refused = False
        self.field = TypedLine()
        self.field.setProperty("kind", "figure")
        self.field.setMaxLength(_LONGEST_NUMBER)
        self.field.setMinimumHeight(_TARGET)
        self.field.setAccessibleName(" ".join(filter(None, (question.text, question.unit))))
        self._problem = label("", "caution", wrap=True)
        self._problem.hide()
        self._lay_out()
        self.field.textEdited.connect(self._on_typed)
        self.field.written.connect(self.flush)
        self.field.returnPressed.connect(self._on_enter)

    def _lay_out(self) -> None:
        rows, line, answer = self._card().body, QWidget(), QWidget()
        row = FlowLayout(line)
        name = self._name = label(self.question.text, "heading", wrap=True)
        name.setMinimumHeight(_TARGET)
        name.setBuddy(self.field)
        row.addWidget(name)
        inside = QHBoxLayout(answer)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.field)
        inside.addWidget(label(self.question.unit, "soft"))
        row.addWidget(answer)
        rows.addWidget(line)
        rows.addWidget(self._problem)

    @property
    def mark(self) -> QWidget:
        """The question."""
        return self._name

    @property
    def problem(self) -> str:
        """What it says is wrong, empty if nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_value(self, value: float | None, *, fresh: bool) -> None:
        """Show a number. What is being typed, or does not fit, stays unless another one is stored or it is `fresh`."""
        if value == self._value and not fresh:
            return
        self._settle()
        self._value = value
        self.field.setText("" if value is None else mean_digits(value, self._measure))

    def show_problem(self, sentence: str) -> None:
        """Say below the number why it does not fit."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)
        self._is_refused = bool(sentence)
        if sentence:
            announce(self, sentence)

    @property
    def is_written(self) -> bool:
        """Whether the number that stands there is stored, or is about to be."""
        return not self._is_typing and not self._is_refused

    def take_focus(self) -> None:
        """Go to the field, with all of it chosen to be typed over."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        self.field.selectAll()

    def flush(self) -> None:
        """Take over what was typed, if anything was."""
        if not self._is_typing:
            return
        self._settle()
        text = self.field.text().strip()
        value = number_meant(text, 0, self.question.highest)
        problems = check_answer(self.question, value) if value is not None else []
        if text and value is None:
            problems = [number_problem(self.question.key, text)]
        if problems:
            self.refused.emit(problems[0])
        elif value != self._value:
            self._value = value
            self.answered.emit(value)

    def _settle(self) -> None:
        self._is_typing = False
        self.show_problem("")

    def _on_typed(self) -> None:
        self._is_typing = True

    def _on_enter(self) -> None:
        self.flush()
        if not self.problem:
            self.completed.emit(None)


def question_row(question: Question, words: Mapping[str, str]) -> QuestionRow:
    """The row of a question; `words` are its own among the names of measures."""
    if question.kind is AnswerKind.SCALE:
        return ScaleRow(question, words)
    return YesNoRow(question) if question.kind is AnswerKind.YES_NO else CountRow(question)
