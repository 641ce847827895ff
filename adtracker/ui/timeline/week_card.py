"""The card of the strip of weeks: the sentence of a cell, which rows it has, and how the shades are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.records.question import Question, measure_of
from adtracker.domain.views.measure_selection import mark
from adtracker.domain.views.timeline import Timeline
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.charts.week_legend import WeekLegend
from adtracker.ui.charts.week_strip import WeekStrip
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import Card, clear_layout, label
from adtracker.ui.kit.columns import Columns
from adtracker.ui.kit.tick_chips import TickChips
from adtracker.ui.timeline.pinned_words import PinnedWords

_LONGEST_CHIP = 40


class WeekCard(Card):
    """`chosen` carries the marks of the own questions that a person wants as rows."""

    chosen = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.strip = WeekStrip(theme)
        usual = self.tr("Point at a week, or use the arrow keys. A click or Enter opens it in Trends; a mark, its day.")
        self.words = PinnedWords(self, self.strip, usual)
        self.left_out = label("", "small", wrap=True)
        self.legend = WeekLegend(theme)
        self.chips: TickChips | None = None
        self._offered: Sequence[tuple[str, str]] = ()
        self._chips = QVBoxLayout()
        for part in (self.words, self.strip, self.left_out, self.legend):
            self.body.addWidget(part)
        self.body.addLayout(self._chips)
        self.strip.pointed.connect(self.words.say)

    def show_view(
        self, view: StripView, timeline: Timeline, questions: Sequence[Question], chosen: Sequence[str]
    ) -> None:
        """Show the weeks of a course; `questions` are on offer as rows, those of the marks `chosen` are shown."""
        self.strip.show_view(view)
        self.legend.show_grid(view.grid, view.names.measures, timeline.minimum)
        count = timeline.lanes.left_out
        self.left_out.setText(self.tr("Treatments that are not shown here: {}.").format(count))
        self.left_out.setVisible(count > 0)
        self._offer([(mark(measure_of(one)), _short(one.text)) for one in questions])
        if self.chips is not None:
            self.chips.show_keys(chosen)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.legend.restyle()
        self.strip.updateGeometry()
        self.strip.update()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the words in sight also where the card went."""
        super().moveEvent(event)
        self.words.place()

    def _offer(self, offered: Sequence[tuple[str, str]]) -> None:
        if offered == self._offered:
            return
        self._offered = offered
        clear_layout(self._chips)
        self.chips = None
        if offered:
            self.chips = TickChips(self.tr("Your own questions as rows"), offered)
            self.chips.changed.connect(self.chosen)
            beside = QWidget()
            columns = Columns(beside)
            columns.add(label(self.tr("Your own questions as rows:"), "small"))
            columns.add(self.chips, 1)
            self._chips.addWidget(beside)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_CHIP else f"{words[:_LONGEST_CHIP]}…"
