"""The card of the strip of weeks; below it the legend, or what the cell under the pointer or the keyboard says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.records.question import Question, measure_of
from adtracker.domain.views.measure_selection import mark
from adtracker.domain.views.timeline import Timeline
from adtracker.language import tr
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.charts.week_legend import WeekLegend
from adtracker.ui.charts.week_strip import WeekStrip
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import Card, clear_layout, column, label
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.tick_chips import TickChips
from adtracker.ui.timeline.pinned_words import PinnedWords

_LONGEST_CHIP = 40


class WeekCard(QWidget):
    """`chosen` carries the marks of the own questions that a person wants as rows; they are on offer while asked for.

    `pick` shows and hides the offer.
    """

    chosen = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.card = Card()
        self.card.body.setContentsMargins(16, 8, 16, 8)
        self.strip = WeekStrip(theme)
        self.legend = WeekLegend(theme)
        self.words = PinnedWords(self, self.card, self.legend)
        self.chips: TickChips | None = None
        self._offered: Sequence[tuple[str, str]] = ()
        self._offer_box = QWidget()
        self._chips = QVBoxLayout(self._offer_box)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self.card.body.addWidget(self._offer_box)
        self._offer_box.hide()
        self.card.body.addWidget(self.strip)
        lines = column(self, 6)
        for part in (self.card, self.words):
            lines.addWidget(part)
        self.strip.pointed.connect(self.words.say)

    def show_view(
        self, view: StripView, timeline: Timeline, questions: Sequence[Question], chosen: Sequence[str]
    ) -> None:
        """Show the weeks of a course; `questions` are on offer as rows, those of the marks `chosen` are shown."""
        self.strip.show_view(view)
        self.legend.show_view(view, timeline.minimum)
        self.words.updateGeometry()
        self._offer([(mark(measure_of(one)), _short(one.text)) for one in questions])
        if self.chips is not None:
            self.chips.show_keys(chosen)

    def pick(self, wanted: bool) -> None:
        """Offer own questions as rows, or stop offering them."""
        self._offer_box.setVisible(wanted and bool(self._offered))

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.legend.restyle()
        self.words.updateGeometry()
        self.strip.restyle()

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
        if not offered:
            self._offer_box.hide()
            return
        self.chips = TickChips(tr("Your own questions as rows"), offered)
        self.chips.changed.connect(self.chosen)
        beside = QWidget()
        columns = Columns(beside)
        columns.add(label(tr("Your own questions as rows:"), "small"))
        columns.add(self.chips, 1)
        self._chips.addWidget(beside)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_CHIP else f"{words[:_LONGEST_CHIP]}…"
