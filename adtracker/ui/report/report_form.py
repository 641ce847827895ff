"""Everything that is asked about a report, one card below the other: days, paper, parts and questions."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import Card
from adtracker.ui.kit.chips import Chips
from adtracker.ui.report.include_card import IncludeCard
from adtracker.ui.report.period_card import PeriodCard
from adtracker.ui.report.questions_card import QuestionsCard

A4, US_LETTER = "a4", "us-letter"


class ReportForm(QWidget):
    """`changed` comes when a person pressed for other days, parts or paper, `typed` when they put in another day and
    may go on doing so; the questions speak for themselves.

    `resized` says that it may need more or less room than before.
    """

    changed = Signal()
    typed = Signal()
    resized = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.period = PeriodCard(today)
        self.paper = Chips(tr("Paper"), [(A4, tr("A4")), (US_LETTER, tr("US Letter"))])
        self.paper.choose(A4)
        self.include = IncludeCard()
        self.questions = QuestionsCard()
        paper = Card(tr("Paper"))
        paper.body.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.period, paper, self.include):
            column.addWidget(card)
        column.addWidget(self.questions, 1)
        self.period.changed.connect(self.changed)
        self.period.typed.connect(self.typed)
        self.paper.chosen.connect(self._on_paper)
        self.include.changed.connect(self.changed)

    def event(self, event: QEvent) -> bool:
        """Say when something in it needs other room."""
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return is_done

    def _on_paper(self) -> None:
        self.changed.emit()
