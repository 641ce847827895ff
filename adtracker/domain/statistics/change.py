"""How far somebody is from the baseline: in points, in per cent, and in what share of the days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.measure import ITCH, exact, rounded
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.day_counts import TimeInState, time_in_state
from adtracker.domain.statistics.summary import Summary


@dataclass(frozen=True, slots=True)
class ItchState:
    """Recorded days of a period in the two states that trials count, and what share of them that is, in whole per cent.

    The convention of trials (Heads Up, upadacitinib: time with itch 0 or 1, time 4 points below baseline); it is not
    this diary's. Shares are None where nothing is recorded, that of improved days also without a baseline of 4 or more.
    """

    period: Period
    days: TimeInState
    low_percent: float | None
    improved_percent: float | None


def itch_state(
    days: Mapping[date, DayEntry], period: Period, baseline: float | None, own: Period | None = None
) -> ItchState:
    """The days of a period at itch 0 to 1, and at least 4 points below the mean itch of a baseline of `own` days."""
    counted = time_in_state(days, period, baseline, own)
    low, improved = (share(count, counted.recorded) for count in (counted.low, counted.improved))
    return ItchState(period, counted, low, improved)


def course_itch_state(days: Mapping[date, DayEntry], summary: Summary, today: date) -> ItchState | None:
    """The same over the course so far, None before it has begun."""
    period = summary.course.elapsed(today)
    baseline = summary.baseline.means
    return None if period is None else itch_state(days, period, baseline.of[ITCH.key].mean, baseline.period)


def share(count: int | None, of: int) -> float | None:
    """A count in whole per cent of another; None where there is nothing to count or nothing to count it among."""
    return rounded(exact(100 * count) / of, 0) if count is not None and of else None
