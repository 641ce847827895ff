"""The treatments of a day, one row each, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from adtracker.domain.due import Due
from adtracker.ui.widgets.basics import Card, button, rule
from adtracker.ui.widgets.card_head import card_head
from adtracker.ui.widgets.emptying import empty
from adtracker.ui.widgets.treatment_words import Names, row_words

if TYPE_CHECKING:
    from adtracker.ui.widgets.treatment_row import TreatmentRow


class TreatmentCard(Card):
    """`recorded`, `edit_wanted` and `details_opened` are those of its rows; the others say which button was pressed."""

    recorded = Signal(object)
    edit_wanted = Signal(object)
    details_opened = Signal(object)
    add_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._day: date | None = None
        self.rows: list[TreatmentRow] = []
        self.setAccessibleName(self.tr("Treatments"))
        self._build()
        self.add.clicked.connect(self.add_wanted)
        self.all.clicked.connect(self.all_wanted)

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.body.setContentsMargins(18, 10, 18, 10)
        self.add = button(self.tr("Add treatment"))
        self.all = button(self.tr("All treatments"))
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addLayout(card_head(self.tr("Treatments"), self.all, self.add))
        self.body.addLayout(self._list)

    def show_day(self, day: date, rows: Sequence[Due], today: date, *, any_treatment: bool) -> None:
        """Show the treatments of a day; `any_treatment` says whether the diary has one at all, of this day or not."""
        fresh, self._day = day != self._day, day
        if [row.due.treatment.key for row in self.rows] != [due.treatment.key for due in rows]:
            self._rebuild(len(rows))
            fresh = True
        for row, due in zip(self.rows, rows, strict=True):
            row.show_due(due, row_words(due, today, self._names), fresh=fresh)
        self.all.setVisible(any_treatment)

    def flush(self) -> None:
        """Hand on what was typed."""
        for row in self.rows:
            row.flush()

    @property
    def is_written(self) -> bool:
        """Whether everything that was typed is stored."""
        return all(row.is_written for row in self.rows)

    def _rebuild(self, count: int) -> None:
        from adtracker.ui.widgets.treatment_row import TreatmentRow  # noqa: PLC0415 -- not where nothing is taken

        empty(self._list)
        self.rows = [TreatmentRow(self._names) for _ in range(count)]
        for row in self.rows:
            self._list.addWidget(rule())
            self._list.addWidget(row)
            row.recorded.connect(self.recorded)
            row.edit_wanted.connect(self.edit_wanted)
            row.details_opened.connect(self.details_opened)
