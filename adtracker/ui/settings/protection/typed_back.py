"""Asks for three of the 24 words: whoever types them has the sheet."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.protection.words import COUNT
from adtracker.resources import recovery_words
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.messages import announce

_ASKED = 3
_LONGEST = 40


class TypedBack(QWidget):
    """Three lines; which words they are for nobody can know before, and no other three are asked for in this window."""

    def __init__(self) -> None:
        super().__init__()
        self._words: Sequence[str] = ()
        self.places = sorted(secrets.SystemRandom().sample(range(1, COUNT + 1), _ASKED))
        self.lines = [line_edit(limit=_LONGEST) for _ in self.places]
        self._fields = [
            Field(tr("Word {number}", number=place), line) for place, line in zip(self.places, self.lines, strict=True)
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        words = tr("Please type three of the words from your sheet. The first four letters of each are enough.")
        column.addWidget(label(words, wrap=True))
        for field in self._fields:
            column.addWidget(field)
        column.addStretch(1)

    def expect(self, words: Sequence[str]) -> None:
        """Ask for words of these 24."""
        self._words = words

    @property
    def problems(self) -> Sequence[str]:
        """What is said below the lines, empty where nothing is wrong."""
        return [field.problem for field in self._fields]

    def are_right(self) -> bool:
        """Whether all are; below each that is not it says so, and the keyboard is on the first."""
        known = recovery_words()
        wrong = [
            index
            for index, (place, line) in enumerate(zip(self.places, self.lines, strict=True))
            if not known.is_word(line.text(), self._words[place - 1])
        ]
        for index, field in enumerate(self._fields):
            field.show_problem(
                tr("This is not word {number} of your sheet.", number=self.places[index]) if index in wrong else ""
            )
        if wrong:
            self.lines[wrong[0]].selectAll()
            self.lines[wrong[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self._fields[wrong[0]].problem)
        return not wrong

    def take_focus(self) -> None:
        """Put the keyboard into the first line."""
        self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
