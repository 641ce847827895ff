"""The calendar with all that belongs to it: the way to other months, the month in a sentence, the legend."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.views.month_grid import Month, MonthGrid, same_day
from adtracker.language import tr
from adtracker.ui.charts.week_legend import Shades
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.month_calendar import MonthCalendar
from adtracker.ui.history.month_head import MonthHead
from adtracker.ui.history.month_marks import LATER, NOTE, MarkSample
from adtracker.ui.history.month_words import month_sentence
from adtracker.ui.kit.basics import Card, label
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.entry_words import Names

# In pixels of the screen, for a narrow window with large text.
LEAST_TEXT = 240


class MonthLegend(QWidget):
    """Says on which scale the numbers are, and which end is the better one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shades = Shades(theme)
        self._marks = [MarkSample(theme, NOTE), MarkSample(theme, LATER)]
        self.text = label("", "small", wrap=True)
        self.show_marks(has_breaks=False)
        marks = QWidget()
        row = FlowLayout(marks, spacing=16)
        row.addWidget(_together(label(tr("better"), "small"), self._shades, label(tr("worse"), "small")))
        row.addWidget(_together(self._marks[0], label(tr("note"), "small")))
        row.addWidget(_together(self._marks[1], label(tr("filled in later"), "small")))
        self.text.setMinimumWidth(LEAST_TEXT)
        columns = Columns(self, spacing=20)
        columns.add(marks)
        columns.add(self.text, 1)

    def show_marks(self, *, has_breaks: bool) -> None:
        """Say what a month without numbers looks like, and a break where there is one."""
        said = tr("Worst itch 0 to 10, lower is better. Dashed: nothing recorded.")
        hatched = tr("Hatched: a break.")
        self.text.setText(f"{said} {hatched}" if has_breaks else said)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        for part in (self._shades, *self._marks):
            part.updateGeometry()
            part.update()


def _together(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = FlowLayout(made)
    for part in parts:
        row.addWidget(part)
    return made


class MonthCard(Card):
    """`wanted` carries a day of another month that is to be shown, `opened` a day that is to be opened."""

    wanted = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, names: Names) -> None:
        super().__init__()
        self._latest = date.min
        self.head = MonthHead()
        self.sentence = label("", "strong", wrap=True)
        self.calendar = MonthCalendar(theme, names)
        self.pointed = label("", "body", wrap=True)
        self.legend = MonthLegend(theme)
        for part in (self.head, self.sentence, self.calendar, self.pointed, self.legend):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.calendar, 1)
        self.head.wanted.connect(self._on_month)
        self.calendar.left.connect(self.wanted)
        self.calendar.opened.connect(self.opened)
        self.calendar.pointed.connect(self._on_pointed)
        self._on_pointed("")

    def show_grid(self, grid: MonthGrid, day: date, ends: Period, first_year: int, first_weekday: int) -> None:
        """Show a month, the keyboard on one of its days; the list of years begins with `first_year`.

        `ends` are today and the last day that can be looked at.
        """
        self._latest = ends.last
        self.head.show_month(grid.month, Month.of(ends.first), Month.of(ends.last), first_year)
        self.sentence.setText(month_sentence(grid))
        self.legend.show_marks(has_breaks=any(cell.reason is not None for cell in grid.cells))
        self.calendar.show_grid(grid, day, ends, first_weekday)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.calendar.restyle()
        self.legend.restyle()

    def _on_month(self, month: Month) -> None:
        self.wanted.emit(same_day(month, self.calendar.day, self._latest))

    def _on_pointed(self, sentence: str) -> None:
        self.pointed.setText(sentence or tr("Point at a day, or use the arrow keys. A click or Enter opens it."))
