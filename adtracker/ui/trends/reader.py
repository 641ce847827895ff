"""Reads from the journal what Trends shows: the chosen measures over a range of days, or two periods side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.day_numbers import DayNumbers
from adtracker.domain.views.comparison import Comparison, to_read
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.lanes import Lanes, lanes
from adtracker.domain.views.measure_selection import chosen_measures, offered_measures
from adtracker.domain.views.review import Reach, Review
from adtracker.domain.views.sign_sum import averaged
from adtracker.domain.views.trend_view import TrendView, trend_view
from adtracker.ui.core.context import Context
from adtracker.ui.records.score_reader import read_scores
from adtracker.ui.trends.chart_words import TrendNames
from adtracker.ui.trends.comparison_form import Side
from adtracker.ui.trends.comparison_words import ComparisonWords
from adtracker.ui.trends.read_review import read_review


@dataclass(frozen=True, slots=True)
class Offer:
    """The measures that can be looked at, those that are, and all names."""

    on_offer: tuple[Measure, ...]
    chosen: tuple[Measure, ...]
    names: TrendNames


class TrendReader:
    """Reads for one page. Every method raises DiaryError."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def offer(self) -> Offer:
        """What can be chosen, and what was."""
        journal, texts = self._context.journal, self._context.texts
        questions = journal.questions()
        on_offer = offered_measures(questions, journal.answered() if questions else ())
        names = TrendNames(texts.measures(questions), texts.events(), texts.table("body")["regions"])
        return Offer(on_offer, chosen_measures(self._context.preferences.value.trends.split(), on_offer), names)

    def view(self, reach: Reach | None, measures: tuple[Measure, ...]) -> TrendView:
        """The measures over a range of days; without a reach over the usual one."""
        journal, value = self._context.journal, self._context.preferences.value
        look = read_review(journal, self._context.today(), reach, averaged(measures), value.minimum_days)
        return trend_view(look, measures, value.itch_counts_from, self._lanes(look))

    def comparison(self, sides: tuple[Side, Side], offer: Offer) -> ComparisonWords:
        """Two periods on one axis."""
        today, value, measures = self._context.today(), self._context.preferences.value, offer.chosen
        found = [day for side in sides for day in self._days(to_read(side.period, today), measures)]
        comparison = Comparison(
            first=sides[0].period,
            second=sides[1].period,
            days={day.day: day for day in found},
            today=today,
            measures=measures,
            minimum=value.minimum_days,
            entries={day.day: day for day in found if isinstance(day, DayEntry)},
            itch_from=value.itch_counts_from,
        )
        return ComparisonWords(comparison, (sides[0].name, sides[1].name), offer.names)

    def _days(self, period: Period, measures: tuple[Measure, ...]) -> Sequence[DayEntry | DayNumbers]:
        """No more of the days than the measures need."""
        journal = self._context.journal
        return journal.numbers(period) if set(measures) <= set(MEASURES) else journal.entries(period)

    def reach(self) -> Reach | None:
        """How far back the person chose to look, on this computer; None before they did.

        None also where it was a course, perhaps of another diary, and the one of this diary has not begun. Raises
        DiaryError.
        """
        kept = self._context.preferences.value.reach
        if kept == Reach.COURSE.value:
            course = self._context.journal.course()
            return Reach.COURSE if course is not None and course.start <= self._context.today() else None
        return next((reach for reach in Reach if reach.value == kept), None)

    def keep_reach(self, reach: Reach) -> None:
        """Remember how far back the person wants to look."""
        self._context.preferences.change(reach=reach.value)

    def _lanes(self, look: Review) -> Lanes:
        journal, period = self._context.journal, look.period
        treatments = journal.treatments()
        around = Surroundings(
            visits=journal.visits(),
            side_effects=journal.side_effects(),
            others=journal.other_events(),
            treatments=treatments,
            doses=journal.doses(period) if treatments else (),
            photos=journal.photos(period),
            entries=[entry for day, entry in look.days.items() if day in period],
            readings=read_scores(journal, journal.forms()),
        )
        return lanes(around, period, look.today)
