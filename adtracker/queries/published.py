"""What is counted beside published definitions: of a course, or of the whole diary where there is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.period import EVER, Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.statistics.published_counts import PublishedCounts, published_counts, weeks_over
from adtracker.domain.treatments.cream_days import cream_days
from adtracker.domain.treatments.matching import days_to_read
from adtracker.queries.surroundings import read_scores

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_published(
    journal: Journal, course: Course | None, today: date, minimum: int, within: Period = EVER
) -> PublishedCounts:
    """The counts as they stand today; `minimum` is how many days of a week make an average.

    Weeks are those that lie `within` a period. The last 7 days are those up to today in any case.
    """
    span = journal.span()
    overlap = None if span is None else span.overlap(within)
    weeks = [week for week in weeks_over(course, overlap, today) if week.first in within and week.last in within]
    recent = Period.ending(today, DAYS_A_WEEK)
    whole = Period(min(weeks[0].first, recent.first), today) if weeks else recent
    days = journal.numbers(whole)
    treatments = journal.treatments()
    doses = journal.doses(days_to_read(treatments, whole)) if treatments else ()
    return published_counts(
        itch={one.day: one.itch for one in days if one.itch is not None},
        cream=cream_days(treatments, doses, (one.day for one in days)),
        weeks=weeks,
        last=today,
        minimum=minimum,
        scores=read_scores(journal),
    )
