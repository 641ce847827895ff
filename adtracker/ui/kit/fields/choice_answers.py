"""Questions whose choices are not all there is to answer: as many as apply, or something else in own words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from adtracker.domain.scores.questionnaire import WORDS_OF_CHOICE, Answer, OneOf, Question
from adtracker.language import tr
from adtracker.ui.kit.fields.answer_field import AnswerField, ChoiceField
from adtracker.ui.kit.fields.field import line_edit
from adtracker.ui.kit.fields.tick_box import TickBox

_TARGET = 44


class OwnWordsField(ChoiceField):
    """One of several, or something else: what is written takes the place of what is chosen, and the other way round."""

    def __init__(self, question: Question, kind: OneOf, value: Answer | None) -> None:
        super().__init__(question, {choice.key: choice.text for choice in kind.choices}, value)
        is_other = isinstance(value, str) and value not in self.lines
        self.words = _words_line(tr("Something else"), question, str(value) if is_other else "")
        self.rows.addWidget(self.words)
        self.words.textChanged.connect(self._on_words)
        self.changed.connect(self._on_chosen)

    @property
    def value(self) -> Answer | None:
        """The key of the line that is chosen, or what is written."""
        chosen = super().value
        return self.words.text().strip() or None if chosen is None else chosen

    def choose(self, value: Answer | None) -> None:
        """Choose a line, or write what is none of them."""
        if isinstance(value, str) and value not in self.lines:
            self.words.setText(value)
            return
        if value is None:
            self.words.clear()
        super().choose(value)

    def _on_words(self, text: str) -> None:
        if text.strip() and super().value is not None:
            super().choose(None)
        else:
            self.changed.emit()

    def _on_chosen(self) -> None:
        if super().value is not None and self.words.text():
            self.words.clear()


class SeveralField(AnswerField):
    """As many as apply, each a box to tick; Backspace and Delete take all of them back."""

    def __init__(self, question: Question, kind: OneOf, value: Answer | None) -> None:
        super().__init__(question)
        self.boxes: dict[str, TickBox] = {}
        for choice in kind.choices:
            box = TickBox(choice.text)
            box.setMinimumHeight(_TARGET)
            box.setAccessibleDescription(question.text)
            self.boxes[choice.key] = box
            self.rows.addWidget(box)
        next(iter(self.boxes.values())).setObjectName(question.link)
        self.words = _words_line(tr("Something else as well"), question, "") if kind.own_words else None
        self.choose(value)
        for box in self.boxes.values():
            box.toggled.connect(self.changed)
        if self.words is not None:
            self.rows.addWidget(self.words)
            self.words.textChanged.connect(self.changed)

    @property
    def value(self) -> Answer | None:
        """The keys of the boxes that are ticked, in their order, and what is written."""
        words = "" if self.words is None else self.words.text().strip()
        found = [key for key, box in self.boxes.items() if box.isChecked()]
        return (*found, *([words] if words and words not in found else [])) or None

    def choose(self, value: Answer | None) -> None:
        """Tick these and no others; what is none of them is written."""
        chosen = value if isinstance(value, tuple) else ()
        for key, box in self.boxes.items():
            box.setChecked(key in chosen)
        if self.words is not None:
            self.words.setText(next((one for one in chosen if one not in self.boxes), ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer back."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self.value is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)


def _words_line(name: str, question: Question, text: str) -> QLineEdit:
    line = line_edit(name, WORDS_OF_CHOICE)
    line.setText(text)
    line.setMinimumHeight(_TARGET)
    line.setAccessibleName(name)
    line.setAccessibleDescription(question.text)
    return line
