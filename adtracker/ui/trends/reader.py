"""What Trends shows, with its words: the chosen measures over a range of days, or two periods side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adtracker.domain.common.measure import Measure
from adtracker.domain.statistics.published_phrase import Speech, published_line, published_rows
from adtracker.domain.views.measure_selection import chosen_measures, offered_measures
from adtracker.domain.views.review import Reach, Review
from adtracker.domain.views.trend_view import TrendView
from adtracker.queries.conventions import Conventions
from adtracker.queries.published import read_published
from adtracker.queries.trends import read_comparison, read_trends
from adtracker.ui.core.context import Context
from adtracker.ui.records.span_choice import Span
from adtracker.ui.trends.chart_words import TrendNames
from adtracker.ui.trends.comparison_words import ComparisonWords
from adtracker.ui.words.day_words import date_words, span_words


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
        context = self._context
        return read_trends(context.journal, context.today(), reach, measures, Conventions.of(context.preferences.value))

    def published(self, look: Review) -> Sequence[str]:
        """What is counted beside published definitions in the range that is looked at, a paragraph each."""
        context = self._context
        found = read_published(context.journal, look.course, look.today, look.minimum, look.period)
        say = context.texts.say
        speech = Speech(say, span_words, date_words)
        caption = f"{say('published.heading')}. {say('published.caption')}"
        return (caption, *(published_line(row, speech) for row in published_rows(found, speech)))

    def comparison(self, sides: tuple[Span, Span], offer: Offer) -> ComparisonWords:
        """Two periods on one axis."""
        context, (first, second) = self._context, sides
        counted = Conventions.of(context.preferences.value)
        periods = (first.period, second.period)
        comparison = read_comparison(context.journal, context.today(), periods, offer.chosen, counted)
        return ComparisonWords(comparison, (first.name, second.name), offer.names)

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
