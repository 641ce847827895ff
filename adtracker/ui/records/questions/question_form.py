"""Asks what an own question is: its words, how it is answered, which way is better; shows how it will look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.measure import ANSWER
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.question import TEXT_LIMIT, TYPED, UNIT_LIMIT, AnswerKind, Better, Question
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, button, clear_layout, keep_end_free, label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.records.questions.row import question_row

_PAUSE_MILLISECONDS = 150  # between two keys; the example below waits for it


class OwnQuestionForm(FormBody):
    """`question` is what the form says. With `is_answered` its kind stays as it is, and the form says why.

    A new question can be taken ready-made, as long as nothing is written: the fields are then filled as if by hand.
    """

    def __init__(self, question: Question, texts: Texts, *, is_answered: bool) -> None:
        super().__init__()
        self._question = question
        self._texts = texts
        self._build(is_answered=is_answered)
        self._show_question(question)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._show_example)
        self.text.textEdited.connect(self._pause.start)
        self.unit.textEdited.connect(self._pause.start)
        self.kind.chosen.connect(self._on_chosen)
        self.better.chosen.connect(self._on_chosen)
        self._on_chosen()

    def _build(self, *, is_answered: bool) -> None:
        names = self._texts.table("question")
        self.text = line_edit(tr("for example Skin pain"), TEXT_LIMIT)
        self.kind = Chips(tr("How it is answered"), list(names["kinds"].items()))
        self.better = Chips(tr("Which way is better"), list(names["better"].items()))
        self.unit = line_edit(tr("for example steps"), UNIT_LIMIT)
        self.kind.setEnabled(not is_answered)
        why = self._texts.problem(Problem("kind", "kind_answered")) if is_answered else ""
        self._kinds, self._betters = label("", "small", wrap=True), label("", "small", wrap=True)
        self._kinds.setVisible(not is_answered)
        self._unit = Field(tr("What is counted"), self.unit, key="unit")
        self._example = Card()
        self._example.setAccessibleName(tr("How it will look on Today"))
        column = QVBoxLayout(self)
        keep_end_free(column, 8)
        column.setSpacing(12)
        column.addWidget(Field(tr("Question"), self.text, key="text"))
        column.addWidget(self._offer(names["ready"]))
        column.addWidget(Field(self.kind.accessibleName(), self.kind, why))
        column.addWidget(self._kinds)
        column.addWidget(self._unit)
        column.addWidget(Field(self.better.accessibleName(), self.better))
        column.addWidget(self._betters)
        column.addWidget(label(self._example.accessibleName(), "strong"))
        column.addWidget(self._example)
        column.addStretch(1)

    def _offer(self, words: Mapping[str, str]) -> QWidget:
        self.ready = button(words["button"])
        self.ready.clicked.connect(self._on_ready)
        self.text.textChanged.connect(self._on_text)
        offer = QWidget()
        column = QVBoxLayout(offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ready, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(words["source"], "small", wrap=True))
        offer.setVisible(not self._question.key)
        return offer

    def _on_ready(self) -> None:
        words = self._texts.table("question")["ready"]
        self.text.setFocus()
        self.fill({name: words[name] for name in ("text", "kind", "better")})
        self._show_example()

    def _on_text(self, text: str) -> None:
        """What is written is never replaced."""
        self.ready.setEnabled(not text.strip())

    def _show_question(self, question: Question) -> None:
        self.text.setText(question.text)
        self.kind.choose(question.kind.value)
        self.better.choose(question.better.value)
        self.unit.setText(question.unit)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"text": self.text, "kind": self.kind, "unit": self.unit, "better": self.better}

    @property
    def question(self) -> Question:
        """The question as the form says it."""
        kind = AnswerKind(self.kind.key)
        unit = self.unit.text().strip() if kind in TYPED else ""
        text = " ".join(self.text.text().split())
        return replace(self._question, text=text, kind=kind, better=Better(self.better.key), unit=unit)

    def _on_chosen(self) -> None:
        names = self._texts.table("question")
        self._kinds.setText(names["kind_examples"][self.kind.key])
        self._betters.setText(names["better_examples"][self.better.key])
        self._unit.setVisible(AnswerKind(self.kind.key) in TYPED)
        self._show_example()

    def _show_example(self) -> None:
        """The row of Today, to look at only."""
        question = self.question
        shown = question if question.text else replace(question, text=tr("Your question"))
        row = question_row(shown, self._texts.measures([shown])[f"{ANSWER}{shown.key}"])
        clear_layout(self._example.body)
        self._example.body.addWidget(row)
        row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in row.findChildren(QWidget):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
