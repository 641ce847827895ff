"""Days that stood on paper first, in charts: their values count as all others, and are drawn as what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.views.plot import TrendPlot


def days_from_paper(days: Mapping[date, DayEntry], period: Period) -> int:
    """How many days of a period there are whose time of writing nobody knows, for they stood on paper."""
    return sum(entry.is_from_paper for day, entry in days.items() if day in period)


def with_paper(plot: TrendPlot, days: Mapping[date, DayEntry]) -> TrendPlot:
    """The same charts, which know the days from paper."""
    found = frozenset(
        plot.period.index(day) for day, entry in days.items() if entry.is_from_paper and day in plot.period
    )
    if not found:
        return plot
    return replace(plot, panels=tuple(replace(panel, from_paper=found) for panel in plot.panels))
