"""What happened together as a table, a row for each thing and each lag, by name or by size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QWidget

from adtracker.domain.statistics.findings import Finding, by_name, by_size
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.value_table import ValueModel, ValueTable
from adtracker.ui.together.look_words import columns, looks

WHAT_WIDTH = 200
NAME, SIZE = "name", "size"


class TogetherTable(QWidget):
    """Sorted by what a person can check; never by what stands out, which would be a ranking of suspects."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._compared: Sequence[Finding] = ()
        self.order = Chips(tr("Order"), [(NAME, tr("By name")), (SIZE, tr("By size"))])
        self.order.choose(NAME)
        self.order.chosen.connect(self._fill)
        self.rows = ValueModel(columns())
        self.table = ValueTable(theme, self.rows, WHAT_WIDTH)
        self.table.setAccessibleName(tr("Difference in worst itch between days with and without"))
        self._fit()
        lines = column(self, 8)
        lines.addWidget(self.order)
        lines.addWidget(self.table, 1)

    def show_compared(self, compared: Sequence[Finding]) -> None:
        """Show what could be compared."""
        self._compared = compared
        self._fill()

    def _fit(self) -> None:
        """A range of numbers cut off would be another range: all but the name are as wide as what stands in them."""
        header = self.table.horizontalHeader()
        for place in range(1, header.count()):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def _fill(self) -> None:
        ordered = by_name(self._compared) if self.order.key == NAME else by_size(self._compared)
        self.rows.show_rows(looks(ordered))
        if ordered:
            self.table.selectRow(0)
