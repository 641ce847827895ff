"""The treatments of a day, one row each, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from adtracker.domain.due import Due
from adtracker.ui.widgets.basics import button
from adtracker.ui.widgets.rows_card import RowsCard
from adtracker.ui.widgets.treatment_words import Names, row_words

if TYPE_CHECKING:
    from adtracker.ui.widgets.treatment_row import TreatmentRow


class TreatmentCard(RowsCard["TreatmentRow"]):
    """`recorded`, `edit_wanted` and `details_opened` are those of its rows; the others say which button was pressed."""

    recorded = Signal(object)
    edit_wanted = Signal(object)
    details_opened = Signal(object)

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._day: date | None = None
        self.add = button(self.tr("Add treatment"))
        self.all = button(self.tr("All treatments"))
        self._lay_out(self.tr("Treatments"), self.all, self.add)

    def show_day(self, day: date, rows: Sequence[Due], today: date, *, any_treatment: bool) -> None:
        """Show the treatments of a day; `any_treatment` says whether the diary has one at all, of this day or not."""
        fresh, self._day = day != self._day, day
        if [row.due.treatment.key for row in self.rows] != [due.treatment.key for due in rows]:
            self._rebuild(len(rows))
            fresh = True
        for row, due in zip(self.rows, rows, strict=True):
            row.show_due(due, row_words(due, today, self._names), fresh=fresh)
        self.all.setVisible(any_treatment)

    def _rebuild(self, count: int) -> None:
        from adtracker.ui.widgets.treatment_row import TreatmentRow  # noqa: PLC0415 -- not where nothing is taken

        self._replace([TreatmentRow(self._names) for _ in range(count)])

    def _put(self, row: TreatmentRow) -> None:
        row.recorded.connect(self.recorded)
        row.edit_wanted.connect(self.edit_wanted)
        row.details_opened.connect(self.details_opened)
