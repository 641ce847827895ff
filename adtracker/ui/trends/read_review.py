"""Reads from the journal what Trends and the timeline look back at: the days they need and no others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.statistics.summary import MINIMUM_DAYS
from adtracker.domain.views.review import Reach, Review, days_to_read, reach_period, review, usual_reach

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_review(
    journal: Journal,
    today: date,
    reach: Reach | None = None,
    measures: Sequence[Measure] = MEASURES,
    minimum: int = MINIMUM_DAYS,
) -> Review:
    """The look back as it stands today; without a reach the usual one. Raises DiaryError.

    The course can only be looked at if there is one; COURSE without it becomes the usual reach.
    """
    course, span = journal.course(), journal.span()
    if reach is None or (reach is Reach.COURSE and course is None):
        reach = usual_reach(course, today, span)
    period = reach_period(reach, today, course, span)
    entries = journal.entries(days_to_read(period, today, course, span)) if span else ()
    return review(entries, today, reach, course, span, measures, minimum)
