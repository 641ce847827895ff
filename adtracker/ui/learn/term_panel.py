"""Explains a word of the glossary below the lesson, without leaving the place where it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.lessons.lesson import Term
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, leave_room
from adtracker.ui.learn.lesson_text import LessonText, paragraph
from adtracker.ui.learn.lesson_view import explained


class TermPanel(QFrame):
    """Hidden until a term is shown; Esc or its button closes it and gives the keyboard back."""

    term_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._back: QWidget | None = None
        self.setProperty("kind", "hint")
        self.setAccessibleName(tr("Word explained"))
        self._words = QVBoxLayout()
        self.close_button = button(tr("Close"), name=tr("Close the explanation"))
        row = QHBoxLayout(self)
        leave_room(row, 16, 12, 12, 12)
        row.addLayout(self._words, 1)
        row.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        self.close_button.clicked.connect(self.close_term)
        self.hide()

    def show_term(self, term: Term, back: QWidget | None) -> None:
        """Explain a term; `back` gets the keyboard when this closes."""
        self._back = back if self.isHidden() else self._back
        self._clear()
        text = LessonText(paragraph(self._theme, explained(term)))
        text.term_chosen.connect(self.term_chosen)
        self._words.addWidget(text)
        self.setAccessibleDescription(text.text())
        self.show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_term(self) -> None:
        """Explain nothing."""
        if self.isHidden():
            return
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_term()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        while (item := self._words.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
