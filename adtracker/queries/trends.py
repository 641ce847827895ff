"""What Trends shows: the measures on offer, the chosen ones over a range of days, or two periods side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry, DayNumbers
from adtracker.domain.records.recall import Recall
from adtracker.domain.views.comparison import Comparison, to_read
from adtracker.domain.views.lanes import lanes
from adtracker.domain.views.recalled import span_of
from adtracker.domain.views.review import Reach
from adtracker.domain.views.sign_sum import averaged
from adtracker.domain.views.trend_lanes import trend_lanes
from adtracker.domain.views.trend_view import TrendView, trend_view
from adtracker.queries.conventions import Conventions
from adtracker.queries.review import read_review
from adtracker.queries.surroundings import read_surroundings

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


def read_trends(
    journal: Journal, today: date, reach: Reach | None, measures: Sequence[Measure], conventions: Conventions
) -> TrendView:
    """The measures over a range of days; without a reach over the usual one."""
    beside = span_of(journal.standing(Recall))
    look = read_review(journal, today, reach, averaged(measures), conventions.minimum, beside)
    shown = [entry for day, entry in look.days.items() if day in look.period]
    around = read_surroundings(journal, look.period, with_photos=True, entries=shown)
    found = lanes(around, look.period, today)
    drawn = trend_lanes(found, around.doses, look.period, today, look.course)
    weekly_on = journal.profile().weekly_on
    return trend_view(look, measures, conventions.itch_from, found, drawn, around.breaks, around.recalls, weekly_on)


def read_comparison(
    journal: Journal, today: date, sides: tuple[Period, Period], measures: tuple[Measure, ...], conventions: Conventions
) -> Comparison:
    """Two periods on one axis."""
    found = [day for side in sides for day in _read_days(journal, to_read(side, today), measures)]
    return Comparison(
        first=sides[0],
        second=sides[1],
        days={day.day: day for day in found},
        today=today,
        measures=measures,
        minimum=conventions.minimum,
        entries={day.day: day for day in found if isinstance(day, DayEntry)},
        itch_from=conventions.itch_from,
    )


def _read_days(journal: Journal, period: Period, measures: Sequence[Measure]) -> Sequence[DayEntry | DayNumbers]:
    """No more of the days than the measures need."""
    return journal.numbers(period) if set(measures) <= set(MEASURES) else journal.entries(period)
