"""What Trends shows, as one value: the chosen measures with their charts, key numbers and the numbers of each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.chosen import SIGN_SUM
from adtracker.domain.course import DAYS_A_WEEK
from adtracker.domain.lanes import Lanes
from adtracker.domain.look_back import LookBack, picture, recent_numbers
from adtracker.domain.measure import Measure
from adtracker.domain.period import Period
from adtracker.domain.plot import Panel, TrendPlot
from adtracker.domain.sign_days import running_totals, sign_days
from adtracker.domain.summary import KeyNumbers, Mean, change_between, means


@dataclass(frozen=True, slots=True)
class TrendView:
    """`measures` are those chosen, in their order; panels and key numbers have the same order.

    `look` looks at all of them but `SIGN_SUM`, which no single day has: a day's average of it is the sum of its seven
    days, counted with `itch_from`.
    """

    look: LookBack
    measures: tuple[Measure, ...]
    plot: TrendPlot
    numbers: tuple[KeyNumbers, ...]
    itch_from: int
    lanes: Lanes

    def value(self, measure: Measure, day: date) -> float | None:
        """What was recorded on a day."""
        entry = self.look.days.get(day)
        return None if entry is None or measure == SIGN_SUM else entry.value(measure)

    def average(self, measure: Measure, day: date) -> Mean:
        """The point of the line on a day, rounded as it is shown."""
        if measure == SIGN_SUM:
            return _sum(self.look, Period.ending(day, DAYS_A_WEEK), self.itch_from)
        return means(self.look.days, Period.ending(day, DAYS_A_WEEK), self.look.minimum, [measure]).of[measure.key]


def averaged(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """Those of the chosen measures that a single day has."""
    return tuple(measure for measure in measures if measure != SIGN_SUM)


def trend_view(look: LookBack, measures: Sequence[Measure], itch_from: int, around: Lanes) -> TrendView:
    """Put together what is shown; `look` is one at `averaged(measures)`."""
    plot = picture(look)
    panels = {panel.measure: panel for panel in plot.panels}
    numbers = {one.measure: one for one in recent_numbers(look)}
    if SIGN_SUM in measures:
        numbers[SIGN_SUM] = _sign_numbers(look, itch_from)
        panels[SIGN_SUM] = _sign_panel(look, numbers[SIGN_SUM].baseline.mean, itch_from)
    return TrendView(
        look=look,
        measures=tuple(measures),
        plot=replace(plot, panels=tuple(panels[measure] for measure in measures)),
        numbers=tuple(numbers[measure] for measure in measures),
        itch_from=itch_from,
        lanes=around,
    )


def _sum(look: LookBack, week: Period, itch_from: int) -> Mean:
    """The sum of a week as a mean is given: with the days behind it, those of the line answered least often."""
    found = sign_days(look.days, week, itch_from)
    return Mean(found.total, found.answered)


def _sign_panel(look: LookBack, baseline: float | None, itch_from: int) -> Panel:
    totals = running_totals(look.days, look.period, itch_from)
    return Panel(SIGN_SUM, (None,) * len(totals), totals, (), baseline, SIGN_SUM.maximum)


def _sign_numbers(look: LookBack, itch_from: int) -> KeyNumbers:
    level = look.baseline_means
    before = Mean(None, 0) if level is None else _sum(look, level.period, itch_from)
    now = _sum(look, Period.ending(look.today, DAYS_A_WEEK), itch_from)
    return KeyNumbers(SIGN_SUM, before, now, change_between(before, now, SIGN_SUM), None, None, None)
