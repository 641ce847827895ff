"""What Trends shows, as one value: the chosen measures with their charts, key numbers and the numbers of each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.diary_break import NO_BREAKS, BreakDays, DiaryBreak, break_days
from adtracker.domain.records.recall import Recall
from adtracker.domain.statistics.course_phrase import CoursePhrases, course_phrases
from adtracker.domain.statistics.summary import KeyNumbers, Mean, means
from adtracker.domain.views.from_paper import days_from_paper, with_paper
from adtracker.domain.views.itch_course import itch_course
from adtracker.domain.views.lanes import Lanes
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.plot import TrendPlot
from adtracker.domain.views.recalled import recalled_in, with_recalled
from adtracker.domain.views.review import Review, elapsed, picture, recent_numbers
from adtracker.domain.views.rhythm import WeeksAnswered, weeks_answered
from adtracker.domain.views.sign_sum import sum_numbers, sum_of, sum_panel
from adtracker.domain.views.trend_lanes import TrendLane


@dataclass(frozen=True, slots=True)
class TrendView:
    """`measures` are those chosen, in their order; panels and key numbers have the same order.

    `look` looks at all of them but `SIGN_SUM`, which no single day has: its 7-day average is the sum of the seven
    days, counted with `itch_from`. `lanes` is all that happened, `drawn` what of it is drawn. `said` is what worst itch
    did, whichever measures are looked at. `breaks` are the empty days of the days counted that lie in breaks. `recalls`
    are the weeks recalled in the period, which stand beside the days in `plot`; `answered` counts them for those who
    write once a week, and is None for all others.
    """

    look: Review
    measures: tuple[Measure, ...]
    plot: TrendPlot
    numbers: tuple[KeyNumbers, ...]
    itch_from: int
    lanes: Lanes
    drawn: tuple[TrendLane, ...]
    said: CoursePhrases
    breaks: BreakDays = NO_BREAKS
    recalls: tuple[Recall, ...] = ()
    answered: WeeksAnswered | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to show."""
        return self.look.span is None and not self.recalls

    @property
    def from_paper(self) -> int:
        """How many days of the period stood on paper first."""
        return days_from_paper(self.look.days, self.look.period)

    def value(self, measure: Measure, day: date) -> float | None:
        """What was recorded on a day."""
        entry = self.look.days.get(day)
        return None if entry is None or measure == SIGN_SUM else entry.value(measure)

    def rolling(self, measure: Measure, day: date) -> Mean:
        """The 7-day average of a day, rounded as it is shown."""
        if measure == SIGN_SUM:
            return sum_of(self.look.days, Period.ending(day, DAYS_A_WEEK), self.itch_from)
        return means(self.look.days, Period.ending(day, DAYS_A_WEEK), self.look.minimum, [measure]).of[measure.key]


def trend_view(
    look: Review,
    measures: Sequence[Measure],
    itch_from: int,
    around: Lanes,
    drawn: tuple[TrendLane, ...] = (),
    breaks: Sequence[DiaryBreak] = (),
    recalls: Sequence[Recall] = (),
    weekly_on: int | None = None,
) -> TrendView:
    """Put together what is shown; `look` is one at `averaged(measures)`. `weekly_on` is that of the profile."""
    plot, recalled = picture(look), recalled_in(recalls, look.period, look.today)
    itch = itch_course(look.days, look.summary, look.today, look.minimum)
    panels = {panel.measure: panel for panel in plot.panels}
    numbers = {one.measure: one for one in recent_numbers(look)}
    if SIGN_SUM in measures:
        level = None if look.baseline_means is None else look.baseline_means.period
        numbers[SIGN_SUM] = sum_numbers(look.days, level, look.today, itch_from)
        panels[SIGN_SUM] = sum_panel(look.days, look.period, itch_from, numbers[SIGN_SUM].baseline.mean)
    return TrendView(
        look=look,
        measures=tuple(measures),
        plot=with_recalled(
            with_paper(replace(plot, panels=tuple(panels[one] for one in measures)), look.days), recalled
        ),
        numbers=tuple(numbers[measure] for measure in measures),
        itch_from=itch_from,
        lanes=around,
        drawn=drawn,
        breaks=NO_BREAKS if (counted := elapsed(look)) is None else break_days(breaks, counted, look.days),
        said=course_phrases(itch, look.minimum, len(recalled)),
        recalls=recalled,
        answered=None if weekly_on is None else weeks_answered(recalls, weekly_on, look.period, look.today),
    )
