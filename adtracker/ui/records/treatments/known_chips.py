"""Asks how exactly a day is known: of what was used long ago often only the month or the year."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.domain.treatments.known import Known
from adtracker.language import tr
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.room.columns import Columns


class KnownChips(Chips):
    """The day, its month or its year; `known` is what is chosen."""

    def __init__(self, known: Known = Known.DAY) -> None:
        names = [
            (Known.DAY.value, tr("The day")),
            (Known.MONTH.value, tr("The month")),
            (Known.YEAR.value, tr("The year")),
        ]
        super().__init__(tr("What is known of it"), names)
        self.show_known(known)

    def beside(self, day: Field) -> QWidget:
        """Both in a row, where there is room for it."""
        row = QWidget()
        columns = Columns(row)
        columns.add(day)
        columns.add(Field(self.accessibleName(), self, key="known"), 1)
        return row

    @property
    def known(self) -> Known:
        """What is chosen."""
        return Known(self.key or Known.DAY.value)

    def show_known(self, known: Known) -> None:
        """Show it as chosen."""
        self.choose(known.value)
