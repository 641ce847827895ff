"""Reads from the journal what Trends and the timeline look back at: the days they need and no others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.look_back import LookBack, Reach, days_to_read, look_back, reach_period, usual_reach
from adtracker.domain.measure import MEASURES, Measure
from adtracker.domain.summary import MINIMUM_DAYS

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_look_back(
    journal: Journal,
    today: date,
    reach: Reach | None = None,
    measures: Sequence[Measure] = MEASURES,
    minimum: int = MINIMUM_DAYS,
) -> LookBack:
    """The look back as it stands today; without a reach the usual one. Raises DiaryError.

    The course can only be looked at if there is one; COURSE without it becomes the usual reach.
    """
    course, span = journal.course(), journal.span()
    if reach is None or (reach is Reach.COURSE and course is None):
        reach = usual_reach(course, today, span)
    period = reach_period(reach, today, course, span)
    entries = journal.entries(days_to_read(period, today, course, span)) if span else ()
    return look_back(entries, today, reach, course, span, measures, minimum)
