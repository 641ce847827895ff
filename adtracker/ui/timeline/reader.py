"""Reads from the journal what the timeline shows of one course: the days it needs, and what happened around them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.question import Question, in_use, measure_of, measures_with
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import days_to_read as days_to_match
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.measure_selection import mark
from adtracker.domain.views.review import Reach, Review, days_to_read, reach_period, review
from adtracker.domain.views.timeline import Timeline, as_of, timeline
from adtracker.ui.charts.strip_view import StripNames, StripView
from adtracker.ui.core.context import Context
from adtracker.ui.records.score_reader import read_scores


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What is shown: `courses` newest first, `questions` that could be shown as rows, `chosen` marks of those that are.

    `timeline` and `strip` are None without a course.
    """

    courses: tuple[Course, ...]
    questions: tuple[Question, ...]
    chosen: tuple[str, ...]
    timeline: Timeline | None
    strip: StripView | None


class TimelineReader:
    """Reads for one page. Raises DiaryError."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(self, key: int | None) -> TimelineView:
        """The course of a key, or the newest where there is none of that key."""
        courses = tuple(reversed(self._context.journal.courses()))
        course = next((one for one in courses if one.key == key), next(iter(courses), None))
        if course is None:
            return TimelineView((), (), (), None, None)
        chosen = self._context.preferences.value.timeline.split()
        look, questions = self._look(course, chosen, is_newest=course is courses[0])
        found = self._timeline(look)
        shown = tuple(one for one in map(mark, map(measure_of, questions)) if one in chosen)
        return TimelineView(courses, questions, shown, found, self._strip(found, questions))

    def _look(self, course: Course, chosen: Collection[str], *, is_newest: bool) -> tuple[Review, tuple[Question, ...]]:
        journal, minimum = self._context.journal, self._context.preferences.value.minimum_days
        today = as_of(course, self._context.today(), is_newest=is_newest)
        span = journal.span()
        period = reach_period(Reach.COURSE, today, course, span)
        entries = journal.entries(days_to_read(period, today, course, span)) if span else ()
        questions = in_use(journal.questions(), entries)
        shown = [question for question in questions if mark(measure_of(question)) in chosen]
        measures = measures_with(shown)
        return review(entries, today, Reach.COURSE, course, span, measures, minimum), questions

    def _timeline(self, look: Review) -> Timeline:
        journal, today = self._context.journal, self._context.today()
        treatments = journal.treatments()
        doses = self._doses(treatments, Period(look.period.first, max(look.period.last, today)), today)
        forms = journal.forms()
        around = Surroundings(
            visits=journal.visits(),
            side_effects=journal.side_effects(),
            others=journal.other_events(),
            treatments=treatments,
            doses=doses,
            readings=read_scores(journal, forms),
        )
        return timeline(look, around, forms, self._context.preferences.value.itch_counts_from, today)

    def _doses(self, treatments: tuple[Treatment, ...], period: Period, today: date) -> tuple[DayDoses, ...]:
        """The doses of a period and as far beside it as a dose can belong to a planned day in it."""
        if not treatments:
            return ()
        wide = Period(min(period.first, today), period.last)
        return self._context.journal.doses(days_to_match(treatments, wide))

    def _strip(self, found: Timeline, questions: tuple[Question, ...]) -> StripView:
        texts = self._context.texts
        names = StripNames(texts.measures(questions), texts.events(), texts.table("signs")["lines"])
        late = found.summary.baseline.began_late
        return StripView(found.grid, names, late, found.lanes.lanes, found.signs)
