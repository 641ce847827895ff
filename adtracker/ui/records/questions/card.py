"""A person's own questions with the answers of a day, each in a card of its own, like the questions of every day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.measure import ANSWER
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import button, label, set_kind
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.score_scale import ScoreScale
from adtracker.ui.records.questions.row import CountRow, QuestionRow, ScaleRow, question_row
from adtracker.ui.records.rows_card import RowsCard

BETWEEN = 8


class OwnQuestionCard(RowsCard[QuestionRow]):
    """`answered` carries the key of a question and its answer, None if it was taken back."""

    answered = Signal(str, object)

    def __init__(self, texts: Texts) -> None:
        title = tr("My questions")
        every = button(tr("Change"), name=tr("Change my questions"))
        super().__init__(title, every, button(tr("Add question")))
        set_kind(self, "row")  # no card around cards
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(BETWEEN)
        self._list.setSpacing(BETWEEN)
        self.heading.hide()
        self._texts = texts
        self._questions: Sequence[Question] | None = None
        none = tr("Ask yourself something of your own each day: pain, stress, mood, steps.")
        self._none = label(none, "soft", wrap=True)
        self._head = DiaryCard(title)
        self._head.put_beside(self.all, self.add, self.away)
        self._head.body.addWidget(self._none)
        self.body.addWidget(self._head)

    @property
    def mark(self) -> QWidget:
        """The corner is that of the first card."""
        return self.rows[0].mark if self.rows else self._head.heading

    def show_day(self, questions: Sequence[Question], entry: DayEntry, *, any_question: bool, fresh: bool) -> None:
        """Show the questions of a day with its answers; `any_question` says whether there are any, hidden or not."""
        if questions != self._questions:
            self._rebuild(questions)
            fresh = True
        for row in self.rows:
            row.show_value(entry.answer(row.question.key), fresh=fresh)
        self._none.setVisible(not questions)
        self._has_any = any_question
        self._fit_tools()

    def row(self, question: str) -> QuestionRow | None:
        """The row of a question by its key, None if it is not asked."""
        return next((row for row in self.rows if row.question.key == question), None)

    @property
    def scales(self) -> Sequence[ScoreScale]:
        """The questions that are answered from 0 to 10."""
        return [row.scale for row in self.rows if isinstance(row, ScaleRow)]

    def _fit_tools(self) -> None:
        super()._fit_tools()
        self._head.setVisible(not self.add.isHidden())

    def _part(self) -> None:
        """Cards need no line between them."""

    def _rebuild(self, questions: Sequence[Question]) -> None:
        self._questions = tuple(questions)
        names = self._texts.measures(questions)
        self._replace([question_row(one, names[f"{ANSWER}{one.key}"]) for one in questions])

    def _put(self, row: QuestionRow) -> None:
        if row.question.hidden:
            self._list.addWidget(label(tr("Hidden: asked no more, its answers stay."), "small", wrap=True))
        row.answered.connect(self._on_answered)
        row.completed.connect(self._on_completed)
        if isinstance(row, CountRow):
            row.refused.connect(self._on_refused)

    def _sender(self) -> QuestionRow:
        row = self.sender()
        assert isinstance(row, QuestionRow), "only rows are connected"
        return row

    def _on_answered(self, value: float | None) -> None:
        self.answered.emit(self._sender().question.key, value)

    def _on_completed(self, digit: int | None) -> None:
        """Go to the next question; a digit that was typed already belongs there, or to the last one again."""
        place = self.rows.index(self._sender()) + 1
        row = self.rows[min(place, len(self.rows) - 1)]
        row.take_focus()
        if digit is not None:
            row.type_digit(digit)

    def _on_refused(self, problem: Problem) -> None:
        row = self._sender()
        if isinstance(row, CountRow):
            row.show_problem(self._texts.problem(problem))
