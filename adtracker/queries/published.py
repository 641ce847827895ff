"""What is counted beside published definitions: of a course, or of the whole diary where there is none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.statistics.published_counts import PublishedCounts, published_counts, weeks_over
from adtracker.domain.treatments.cream_days import cream_days
from adtracker.domain.treatments.matching import days_to_read
from adtracker.queries.surroundings import read_scores

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_published(journal: Journal, course: Course | None, today: date, minimum: int) -> PublishedCounts:
    """The counts as they stand today; `minimum` is how many days of a week make an average."""
    weeks = weeks_over(course, journal.span(), today)
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
