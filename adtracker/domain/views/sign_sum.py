"""The weekly sum of days with signs as one measure among others, wherever measures are shown.

No single day has one: where other measures have a mean of days, it has the sum of seven days, with the days of the line
that was answered least often as its count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.sign_days import SignDays, running_totals, sign_days
from adtracker.domain.statistics.summary import KeyNumbers, Mean, Means, change_after
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.plot import Panel

Days = Mapping[date, DayEntry]


def averaged(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """Those of the chosen measures that a single day has."""
    return tuple(measure for measure in measures if measure != SIGN_SUM)


def as_mean(found: SignDays) -> Mean:
    """The sum of a week, None unless each line was answered on all of its days, as a mean is given."""
    return Mean(found.total, found.answered)


def sum_of(days: Days, week: Period, itch_from: int) -> Mean:
    """The same of seven days; `itch_from` is the worst itch from which a day counts as one with itch."""
    return as_mean(sign_days(days, week, itch_from))


def sum_panel(days: Days, period: Period, itch_from: int, baseline: float | None = None) -> Panel:
    """Its panel: no dots, and on each day of the period the sum of the seven days up to it."""
    totals = running_totals(days, period, itch_from)
    return Panel(SIGN_SUM, (None,) * len(totals), totals, (), baseline, SIGN_SUM.maximum)


def sum_numbers(days: Days, baseline: Period | None, today: date, itch_from: int) -> KeyNumbers:
    """The sum of the seven days up to `today` beside that of the baseline's days, where there is a baseline."""
    before = Mean(None, 0) if baseline is None else sum_of(days, baseline, itch_from)
    week = Period.ending(today, DAYS_A_WEEK)
    now = sum_of(days, week, itch_from)
    level = None if baseline is None else Means(baseline, {SIGN_SUM.key: before})
    change, percent = (None, None) if level is None else change_after(level, week, now, SIGN_SUM)
    return KeyNumbers(SIGN_SUM, before, now, change, percent, None, None)
