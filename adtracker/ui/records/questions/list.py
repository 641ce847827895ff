"""All own questions in their order, to add, reword, move and hide them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.records.question import Question, moved
from adtracker.language import in_a_line, tr
from adtracker.ui.kit.basics import button, clear_layout, column, label, rule
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.records.list_dialog import ListDialog

Names = Mapping[str, Any]
_TARGET = 44
_LEAST_WORDS = 200


class OwnQuestionEntry(QWidget):
    """One question in words, with what can be done with it. `moved` carries the steps down the list."""

    moved = Signal(int)
    change_wanted = Signal()
    hide_wanted = Signal()

    def __init__(self, question: Question, names: Names) -> None:
        super().__init__()
        self.question = question
        text = question.text
        self.up = button("\u2191", name=tr("Move up: {question}", question=text))
        self.down = button("\u2193", name=tr("Move down: {question}", question=text))
        self.change = button(tr("Change"), name=tr("Change: {question}", question=text))
        said, name = tr("Hide"), tr("Hide: {question}", question=text)
        if question.hidden:
            said, name = tr("Show again"), tr("Show again: {question}", question=text)
        self.hide_button = button(said, name=name)
        self._lay_out(names)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.change.clicked.connect(self.change_wanted)
        self.hide_button.clicked.connect(self.hide_wanted)

    def _lay_out(self, names: Names) -> None:
        question = self.question
        facts = [names["kinds"][question.kind.value], names["better"][question.better.value], question.unit]
        facts += [tr("from {source}", source=question.source)] if question.source else []
        facts += [tr("hidden, its answers stay")] if question.hidden else []
        words, actions = QWidget(), QWidget()
        lines = column(words, 2)
        lines.addWidget(label(question.text, "soft" if question.hidden else "strong", wrap=True))
        lines.addWidget(label(in_a_line(facts, " · "), "small", wrap=True))
        row = FlowLayout(actions)
        for made in (self.up, self.down, self.change, self.hide_button):
            made.setMinimumWidth(_TARGET)
            row.addWidget(made)
        columns = Columns(self)
        columns.add(words, 1)
        columns.want(words, _LEAST_WORDS)
        columns.add(actions)

    def _on_up(self) -> None:
        self.moved.emit(-1)

    def _on_down(self) -> None:
        self.moved.emit(1)


class OwnQuestionList(QWidget):
    """`stored` carries the questions that a person moved, hid or showed, as they are to be stored."""

    stored = Signal(tuple)
    change_wanted = Signal(object)
    add_wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._questions: Sequence[Question] = ()
        self.entries: list[OwnQuestionEntry] = []
        self._none = label(
            tr("None yet. Add a scale, a yes or no, or a number, and Today asks it each day."), "soft", wrap=True
        )
        self.add = button(tr("Add a question"))
        rows = column(self, 10)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        rows.addWidget(self._none)
        rows.addLayout(self._list)
        rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self.add_wanted)

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show them; the keyboard stays on the button it was on."""
        self._none.setVisible(not questions)
        if questions == self._questions:
            return
        at = self._with_keyboard()
        self._questions = questions
        clear_layout(self._list)
        self.entries = [OwnQuestionEntry(question, self._names) for question in questions]
        for entry in self.entries:
            self._list.addWidget(entry)
            self._list.addWidget(rule())
            entry.moved.connect(self._on_moved)
            entry.change_wanted.connect(self._on_change)
            entry.hide_wanted.connect(self._on_hide)
        if questions:
            self.entries[0].up.setEnabled(False)
            self.entries[-1].down.setEnabled(False)
        self._put_keyboard(at)

    def _with_keyboard(self) -> tuple[str, int] | None:
        """The question and the place of the button that has the keyboard."""
        for entry in self.entries:
            for place, made in enumerate((entry.up, entry.down, entry.change, entry.hide_button)):
                if made.hasFocus():
                    return entry.question.key, place
        return None

    def _put_keyboard(self, at: tuple[str, int] | None) -> None:
        """On the same button of the same question, or where that is off, on the one beside it."""
        for entry in self.entries:
            if at is not None and entry.question.key == at[0]:
                made = (entry.up, entry.down, entry.change, entry.hide_button)
                wanted = made[at[1]] if made[at[1]].isEnabled() else made[1 - at[1]]
                wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _question(self) -> Question:
        entry = self.sender()
        assert isinstance(entry, OwnQuestionEntry), "only entries are connected"
        return entry.question

    def _on_moved(self, step: int) -> None:
        self.stored.emit(moved(self._questions, self._question(), step))

    def _on_hide(self) -> None:
        question = self._question()
        self.stored.emit((replace(question, hidden=not question.hidden),))

    def _on_change(self) -> None:
        self.change_wanted.emit(self._question())


class OwnQuestionsDialog(ListDialog):
    """The same list in a window of its own."""

    def __init__(self, parent: QWidget, names: Names) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("My questions"))
        self.list = OwnQuestionList(names)
        self.lines.addWidget(self.list)
        self.lines.addStretch(1)

    def show_problem(self, sentence: str) -> None:
        """Say why something could not be stored."""
        self.say(sentence, "caution")
