"""What is to be said of the day that is open, and the way back to today: at the foot, where it moves nothing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.domain.records.day import DayEntry
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.words.day_words import short_day_words


class DayNote(QWidget):
    """`back` is the button that leads to today. Of today is said what lies ahead of it."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.back = button(tr("Back to today"))
        self.sentence = label("", "small", wrap=True)
        self.sentence.setMinimumWidth(200)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.sentence, 1)
        self.back.clicked.connect(self.wanted)

    def show_day(self, entry: DayEntry, today: date, ahead: str) -> None:
        """Say when the day was filled in, or that it can be now, or that it lies ahead; of today what lies `ahead`."""
        words = ahead if entry.day == today else self._in_words(entry, today)
        self.setVisible(bool(words))
        self.back.setVisible(entry.day != today)
        self.sentence.setText(words)

    def _in_words(self, entry: DayEntry, today: date) -> str:
        day = short_day_words(entry.day, today)
        if entry.day > today:
            return tr("{day} lies ahead. What stands there is kept, and you can change it.", day=day)
        if entry.is_from_paper:
            return tr("{day} came from a paper sheet. When it was written is not known.", day=day)
        if entry.filled_in_later and entry.recorded_on is not None:
            then = short_day_words(entry.recorded_on, today)
            return tr("{day} was filled in later, on {then}.", day=day, then=then)
        if entry.is_empty:
            return tr("You are filling in {day} later, and that is fine.", day=day)
        return tr("You are looking at {day}.", day=day)
