"""The three numbers of a day and nothing else: what a chart of many years needs, read in a fraction of the time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Protocol

from adtracker.domain.common.measure import MEASURES, Measure


class Valued(Protocol):
    """A day that has values: an entry, or its numbers alone."""

    def value(self, measure: Measure, /) -> float | None:
        """The day's value of a measure; None is "not recorded"."""


class DayNumbers(NamedTuple):
    """A day's worst itch and sleep quality (0 to 10) and affected skin in per cent (0 to 100)."""

    day: date
    itch: float | None
    sleep_quality: float | None
    extent_percent: float | None

    def value(self, measure: Measure) -> float | None:
        """The day's value of one of `MEASURES`. Raises ValueError for another measure."""
        return (self.itch, self.sleep_quality, self.extent_percent)[MEASURES.index(measure)]
