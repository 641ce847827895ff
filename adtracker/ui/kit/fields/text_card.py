"""A card to write in: plain text, kept letter by letter as it was typed, handed on while it is written."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from adtracker.domain.common.problem import Problem, check_text
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.fields.pace import Pace
from adtracker.ui.kit.messages import announce

_PARAGRAPH = "\u2029"  # how Qt's documents end a line


class TextField(QPlainTextEdit):
    """A text field that takes text only, and only as much as fits.

    `left` says that the keyboard went elsewhere; `refused` carries the Problem of a paste that was not taken. Such a
    text is still on the clipboard, so nothing is lost, and the field never has to lay out megabytes.
    """

    left = Signal()
    refused = Signal(Problem)

    def __init__(self, name: str, limit: int) -> None:
        """`name` is the field's as problems name it, `limit` how many characters it takes."""
        super().__init__()
        self._name = name
        self._limit = limit

    def text(self) -> str:
        """What stands in the field, letter by letter (Qt's own toPlainText turns some spaces into others)."""
        return self.document().toRawText().replace(_PARAGRAPH, "\n")

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only: no files, no pictures."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop a text whole, or refuse it whole."""
        text = source.text()
        chosen = len(self.textCursor().selectedText())
        problems = check_text(self._name, text, self._limit - len(self.text()) + chosen)
        if problems:
            self.refused.emit(self._explained(problems[0], len(text)))
        else:
            self.insertPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        """A few lines; it grows where there is room."""
        return QSize(300, 3 * self.fontMetrics().lineSpacing() + 24)

    def minimumSizeHint(self) -> QSize:
        """As high as it likes to be."""
        return QSize(120, self.sizeHint().height())

    def _explained(self, problem: Problem, length: int) -> Problem:
        """Count the whole text, not what was left of its room."""
        if problem.rule != "text_too_long":
            return problem
        chosen = len(self.textCursor().selectedText())
        return Problem(self._name, problem.rule, {"limit": self._limit, "length": len(self.text()) - chosen + length})


class TextCard(DiaryCard):
    """`written` carries the text after a pause of 0.8 seconds, every two seconds of typing on, when the field is left,
    and on `flush`. `goes_on` says then whether it goes on with what was written before, without a pause between.

    `begun` says that somebody begins to type, before anything of it counts: where another text is shown then, what was
    typed is forgotten. `typing` says that there is something new that is not written yet; `refused` carries the Problem
    of a paste. Typing past the limit is not stopped, for a thought should not break off: whoever stores the text says
    what is too much, with `show_problem`.
    """

    written = Signal(str)
    begun = Signal()
    typing = Signal()
    refused = Signal(Problem)

    def __init__(self, heading: str, name: str, limit: int) -> None:
        """`name` and `limit` as for `TextField`."""
        super().__init__(heading)
        self._shown = ""
        self.is_written = True  # whether everything in the field was handed on
        self.goes_on = False
        self._is_on = False  # whether something was handed on since the last pause
        self._pace = Pace(self)
        self.field = TextField(name, limit)
        self.field.setAccessibleName(heading)
        self.field.setTabChangesFocus(True)
        self._problem = label("", "caution", wrap=True)
        self._problem.hide()
        self.body.addWidget(self.field, 1)
        self.body.addWidget(self._problem)
        self.field.textChanged.connect(self._on_typed)
        self.field.left.connect(self.flush)
        self.field.refused.connect(self._on_refused)
        self._pace.due.connect(self._hand_on)
        self._pace.paused.connect(self.flush)

    def show_text(self, text: str, *, fresh: bool = False) -> None:
        """Show what is stored. What is being typed stays unless the text is `fresh` (of another day)."""
        if text == self._shown and not fresh:
            return
        self._shown = text
        if text != self.field.text():
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.moveCursor(QTextCursor.MoveOperation.End)  # who comes back goes on
            self.field.blockSignals(False)
        self._settle()

    def show_problem(self, sentence: str) -> None:
        """Say below the field what is wrong with it; an empty sentence says that it is fine."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def flush(self) -> None:
        """Hand on what was typed since the last time, if anything was; what is typed then is something new."""
        self._hand_on()
        self._settle()

    def _hand_on(self) -> None:
        if self.is_written:
            return
        self.is_written = True
        self.goes_on, self._is_on = self._is_on, True
        self._shown = self.field.text()
        self.written.emit(self._shown)

    def _on_refused(self, problem: Problem) -> None:
        """Write first what stands already, so that its "saved" does not cover the refusal."""
        self.flush()
        self.refused.emit(problem)

    def _settle(self) -> None:
        self._pace.stop()
        self.is_written = True
        self._is_on = False

    def _on_typed(self) -> None:
        if self.is_written and not self._is_on:
            self.begun.emit()
            if self.field.text() == self._shown:
                return
        self._pace.touch()
        self.is_written = False
        self.typing.emit()
