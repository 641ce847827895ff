"""What the card of the trends asks of whatever it shows: one range of days, or two periods that are compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from adtracker.domain.common.period import Period
from adtracker.domain.views.plot import TrendPlot
from adtracker.ui.charts.chart_stack import ChartLanes
from adtracker.ui.charts.trend_panel import PanelWords
from adtracker.ui.kit.value_table import Column
from adtracker.ui.words.entry_words import Names

# A cell of the numbers to be saved: a text, a day, a number, or nothing.
Cell = str | date | float | None


@dataclass(frozen=True, slots=True)
class TrendNames:
    """The words of the text catalogue: its tables of measures (with own questions), happenings and body regions."""

    measures: Names
    happening: Mapping[str, Mapping[str, str]]
    regions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is shown, as a table for a file: names of columns, and rows of cells."""

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


class ChartWords(Protocol):
    """A picture with all that is said of it. Rows of the table know the `day` that Enter opens."""

    @property
    def plot(self) -> TrendPlot:
        """The charts."""

    @property
    def panels(self) -> Sequence[PanelWords]:
        """What is written at each panel."""

    @property
    def lanes(self) -> ChartLanes:
        """What stands under the panels."""

    @property
    def legend(self) -> str:
        """Which line is which, empty where there is one."""

    @property
    def left_out(self) -> str:
        """What other charts have and these have not, empty if nothing."""

    def sentences(self) -> list[str]:
        """What the charts show, a paragraph each."""

    def more_sentences(self) -> Sequence[str]:
        """What is told beyond the charts, a paragraph each; asked for only when it is read."""

    def day(self, day: date) -> str:
        """What is known of the day that is pointed at."""

    def columns(self) -> Sequence[Column[Any]]:
        """The columns of the table."""

    def rows(self) -> Sequence[Any]:
        """The rows of the table."""

    def numbers(self, shown: Period) -> Numbers:
        """The numbers of the days that are in view."""
