"""The column of key numbers beside the trends: a card for each measure, and how many days were kept."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.measure import Measure
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.review import kept
from adtracker.domain.views.trend_view import TrendView
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import clear_layout
from adtracker.ui.kit.tab_order import read_in_order
from adtracker.ui.trends.key_number_card import KeptCard, KeyNumberCard
from adtracker.ui.trends.week_facts import week_fact
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.recall_words import weeks_words

# Beside a long text a card grows no higher than this.
CARD_WIDTH, MOST_HEIGHT = 218, 240


class TrendNumbers(QWidget):
    """Narrow beside the charts, as wide as the page below them. `cards` has one for each measure, in their order."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._headings: list[tuple[Measure, str]] = []
        self.cards: list[KeyNumberCard] = []
        self.kept = KeptCard()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._cards, 3)
        column.addWidget(self.kept, 1)
        column.addStretch(0)

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence in four lines."""
        return QSize(self._theme.px(CARD_WIDTH), super().sizeHint().height())

    def show_view(self, view: TrendView, names: Names) -> None:
        """Show the key numbers of a view."""
        headings = [(measure, names[measure.key]["recent"]) for measure in view.measures]
        if headings != self._headings:
            self._build(headings)
        look = view.look
        began_late = look.baseline is not None and look.baseline.began_late
        for card, numbers in zip(self.cards, view.numbers, strict=True):
            needed = DAYS_A_WEEK if numbers.measure == SIGN_SUM else look.minimum
            fact = week_fact(numbers, look.days, look.today)
            card.show_numbers(numbers, fact, began_late=began_late, needed=needed)
        self.kept.show_kept(kept(look), view.breaks, weeks_words(view.answered))
        self.restyle()

    def restyle(self) -> None:
        """Take over the text size."""
        for card in (*self.cards, self.kept):
            card.setMaximumHeight(self._theme.px(MOST_HEIGHT))
        self.updateGeometry()

    def _build(self, headings: list[tuple[Measure, str]]) -> None:
        self._headings = headings
        clear_layout(self._cards)
        self.cards = [
            KeyNumberCard(heading, measure.colour if measure.colour != "accent" else "own")
            for measure, heading in headings
        ]
        for card in self.cards:
            self._cards.addWidget(card, 1)
        read_in_order(self)
