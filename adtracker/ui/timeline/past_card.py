"""The side effects and flares of a course, the newest first, and a way to record one more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from adtracker.domain.statistics.flare import Flare
from adtracker.domain.views.event import Event
from adtracker.language import tr
from adtracker.ui.kit.basics import Card, button, label
from adtracker.ui.timeline.upcoming_line import UpcomingLine, fill, past_line
from adtracker.ui.words.event_words import Names

MOST_LISTED = 6


class PastCard(Card):
    """`day_opened` carries the first day of one; `side_effect_wanted` says that the button was pressed."""

    day_opened = Signal(object)
    side_effect_wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__(tr("Side effects and flares"))
        self._names = names
        self._events: Sequence[Event | Flare] = ()
        self.past: list[UpcomingLine] = []
        self.no_past = label(tr("None in this course."), "soft", wrap=True)
        self.all = button("", "link")
        self.all.setCheckable(True)
        self.add = button(tr("Record a side effect"))
        self._past = QVBoxLayout()
        self._past.setSpacing(6)
        self.body.addLayout(self._past)
        self.body.addWidget(self.no_past)
        for made in (self.all, self.add):
            self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.all.toggled.connect(self._fill)
        self.add.clicked.connect(self.side_effect_wanted)

    def show_past(self, effects: Sequence[Event], flares: Sequence[Flare]) -> None:
        """Show the newest of both, or all while a person wants that."""
        self._events = sorted([*effects, *flares], key=_first, reverse=True)
        self._fill()

    def _fill(self) -> None:
        shown = self._events if self.all.isChecked() else self._events[:MOST_LISTED]
        self.past = [past_line(one, self._names) for one in shown]
        for line in self.past:
            line.pressed.connect(self.day_opened)
        fill(self._past, self.past, ruled=True)
        self.no_past.setVisible(not self.past)
        self.all.setVisible(len(self._events) > MOST_LISTED)
        words = tr("Show all {count}", count=len(self._events))
        if self.all.isChecked():
            words = tr("Show the newest {count}", count=MOST_LISTED)
        self.all.setText(words)
        self.all.setAccessibleName(tr("{value}, side effects and flares", value=self.all.text()))


def _first(one: Event | Flare) -> date:
    return one.period.first
