"""What the timeline shows of one course, with the words of its strip of weeks."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.records.course import Course
from adtracker.domain.records.question import Question
from adtracker.domain.views.timeline import Timeline
from adtracker.domain.views.visit_ahead import VisitAhead
from adtracker.queries.conventions import Conventions
from adtracker.queries.timeline import read_timeline
from adtracker.ui.charts.strip_view import StripNames, StripView
from adtracker.ui.core.context import Context


@dataclass(frozen=True, slots=True)
class TimelineView:
    """A `queries.timeline.CourseView` and its strip. `timeline`, `visit` and `strip` are None without a course."""

    courses: tuple[Course, ...]
    questions: tuple[Question, ...]
    chosen: tuple[str, ...]
    timeline: Timeline | None
    visit: VisitAhead | None
    strip: StripView | None


class TimelineReader:
    """Reads for one page. Raises DiaryError."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def read(self, key: int | None) -> TimelineView:
        """The course of a key, or the newest where there is none of that key."""
        context, value = self._context, self._context.preferences.value
        found = read_timeline(context.journal, context.today(), key, value.timeline.split(), Conventions.of(value))
        strip = None if found.timeline is None else self._strip(found.timeline, found.questions)
        return TimelineView(found.courses, found.questions, found.chosen, found.timeline, found.visit, strip)

    def _strip(self, found: Timeline, questions: tuple[Question, ...]) -> StripView:
        texts = self._context.texts
        names = StripNames(texts.measures(questions), texts.events(), texts.table("signs")["lines"])
        late = found.summary.baseline.began_late
        return StripView(found.grid, names, late, found.lanes, found.signs)
