"""The treatments of a day, one row each, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from adtracker.domain.treatments.due import Due
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button
from adtracker.ui.kit.same_button import SameButton
from adtracker.ui.records.rows_card import RowsCard
from adtracker.ui.words.treatment_words import Names, row_words

if TYPE_CHECKING:
    from adtracker.ui.records.treatments.row import TreatmentRow


class TreatmentCard(RowsCard["TreatmentRow"]):
    """`recorded`, `edit_wanted` and `details_opened` are those of its rows; the others say which button was pressed."""

    recorded = Signal(object)
    edit_wanted = Signal(object)
    details_opened = Signal(object)
    same_wanted = Signal()

    def __init__(self, theme: Theme, names: Names) -> None:
        every, add = button(tr("All treatments")), button(tr("Add treatment"))
        super().__init__(tr("Treatments"), every, add)
        self._names = names
        self._day: date | None = None
        self.same = SameButton(theme, tr("No cream or tablet is recorded on the day before."))
        self.put_beside(self.same, self.all, self.add, self.away, is_later=True)
        self.body.setSpacing(2)
        self.same.clicked.connect(self.same_wanted)

    def show_day(self, day: date, rows: Sequence[Due], today: date, *, any_treatment: bool) -> None:
        """Show the treatments of a day; `any_treatment` says whether the diary has one at all, of this day or not."""
        fresh, self._day = day != self._day, day
        if [row.due.treatment.key for row in self.rows] != [due.treatment.key for due in rows]:
            self._rebuild(len(rows))
            fresh = True
        for row, due in zip(self.rows, rows, strict=True):
            row.show_due(due, row_words(due, today, self._names), fresh=fresh)
        self._has_any = any_treatment
        self._fit_tools()

    def show_before(self, *, is_today: bool, has_any: bool) -> None:
        """Whether the day before has doses that can be taken over."""
        self.same.show_before(is_today=is_today, has_any=has_any)

    def _fit_tools(self) -> None:
        super()._fit_tools()
        self.same.setVisible(bool(self.rows))

    def _rebuild(self, count: int) -> None:
        from adtracker.ui.records.treatments.row import TreatmentRow  # noqa: PLC0415 -- not where nothing is taken

        self._replace([TreatmentRow(self._names) for _ in range(count)])

    def _put(self, row: TreatmentRow) -> None:
        row.recorded.connect(self.recorded)
        row.edit_wanted.connect(self.edit_wanted)
        row.details_opened.connect(self.details_opened)
