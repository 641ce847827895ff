"""Which month the calendar shows, and the ways to another: one back, one on, any by month and year, this one."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import EARLIEST_DAY
from adtracker.domain.views.month_grid import MONTHS_A_YEAR, Month
from adtracker.language import begun, tr
from adtracker.ui.kit.basics import button
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.room.flow_layout import FlowLayout


class MonthHead(QWidget):
    """`wanted` carries the month a person asked for; it is never one after the latest."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown = self._this = self._latest = Month.of(EARLIEST_DAY)
        self.previous = button("\u2039", name=tr("Month before"))
        self.previous.setToolTip(tr("Month before (Page Up)"))
        self.next = button("\u203a", name=tr("Month after"))
        self.next.setToolTip(tr("Month after (Page Down)"))
        self.month, self.year = Choice(tr("Month"), []), Choice(tr("Year"), [])
        self.this_month = button(tr("This month"))
        row = FlowLayout(self)
        for part in (self.previous, self.month, self.year, self.next, self.this_month):
            row.addWidget(part)
        self._connect()

    def show_month(self, shown: Month, this: Month, latest: Month, first_year: int) -> None:
        """Show a month; the list of years goes from the first, or an earlier one that is shown, to the latest."""
        self._shown, self._this, self._latest = shown, this, latest
        months = latest.number if shown.year == latest.year else MONTHS_A_YEAR
        _fill(self.month, [(number, begun(QLocale().standaloneMonthName(number))) for number in range(1, months + 1)])
        years = range(latest.year, min(first_year, shown.year) - 1, -1)
        _fill(self.year, [(year, str(year)) for year in years])
        self.month.choose(str(shown.number))
        self.year.choose(str(shown.year))
        self.previous.setEnabled(shown > Month.of(EARLIEST_DAY))
        self.next.setEnabled(shown < latest)
        self.this_month.setEnabled(shown != this)

    def _connect(self) -> None:
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.this_month.clicked.connect(self._on_this_month)
        self.month.chosen.connect(self._on_month)
        self.year.chosen.connect(self._on_year)

    def _ask(self, month: Month) -> None:
        self.wanted.emit(min(month, self._latest))

    def _on_previous(self) -> None:
        self._ask(self._shown.plus(-1))

    def _on_next(self) -> None:
        self._ask(self._shown.plus(1))

    def _on_this_month(self) -> None:
        self._ask(self._this)

    def _on_month(self, number: str) -> None:
        self._ask(Month(self._shown.year, int(number)))

    def _on_year(self, year: str) -> None:
        self._ask(Month(int(year), self._shown.number))


def _fill(choice: Choice, entries: list[tuple[int, str]]) -> None:
    """Put in other entries, unless they are there: a list that is open would close."""
    if [choice.itemText(index) for index in range(choice.count())] != [text for _, text in entries]:
        choice.clear()
        for key, text in entries:
            choice.addItem(text, str(key))
