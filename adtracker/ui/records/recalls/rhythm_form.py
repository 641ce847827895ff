"""Asks how often a person wants to write: every day, or once a week and on which weekday."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.views.rhythm import WEEKDAYS
from adtracker.language import begun, tr
from adtracker.ui.kit.basics import column, label
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.words.recall_words import weekday_words

DAILY, WEEKLY = "daily", "weekly"
_USUAL = WEEKDAYS[-1]


class RhythmForm(QWidget):
    """`chosen` says that a person chose; `weekly_on` is then the weekday (1 is Monday), or None for every day."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        name = tr("How often you write")
        self.rhythm = Chips(name, [(DAILY, tr("Every day")), (WEEKLY, tr("Once a week"))])
        self.weekday = Choice(tr("Weekday"), [(str(one), begun(weekday_words(one))) for one in WEEKDAYS])
        self._weekday = Field(self.weekday.accessibleName(), self.weekday)
        words = tr(
            "Once a week, Today asks what you remember of the last 7 days: two minutes or less. It says less than days "
            "do, so it stands beside them and is in no average."
        )
        rows = column(self, 8)
        rows.addWidget(self.rhythm)
        rows.addWidget(label(words, "small", wrap=True))
        rows.addWidget(self._weekday)
        self.weekday.choose(str(_USUAL))
        self.show_rhythm(None)
        self.rhythm.chosen.connect(self._on_rhythm)
        self.weekday.chosen.connect(self.chosen)

    @property
    def weekly_on(self) -> int | None:
        """What is chosen."""
        return int(self.weekday.currentData()) if self.rhythm.key == WEEKLY else None

    def show_rhythm(self, weekly_on: int | None) -> None:
        """Show what the diary has."""
        self.rhythm.choose(DAILY if weekly_on is None else WEEKLY)
        if weekly_on is not None:
            self.weekday.choose(str(weekly_on))
        self._weekday.setVisible(weekly_on is not None)

    def _on_rhythm(self, key: str) -> None:
        self._weekday.setVisible(key == WEEKLY)
        self.chosen.emit()
