"""What is counted beside published definitions, for the clinician: counts and where they come from, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator

from adtracker.domain.common.measure import ITCH
from adtracker.domain.common.period import Period
from adtracker.domain.statistics.published_counts import published_counts
from adtracker.domain.statistics.published_phrase import Speech, published_rows
from adtracker.domain.treatments.cream_days import cream_days
from adtracker.report.listing import Listing
from adtracker.report.material import Material
from adtracker.report.stretches import weeks_over


def published_list(material: Material) -> Listing | None:
    """A row for each count; None where no week was calm and no cream was kept: page one then says all there is."""
    itch = {day: value for day, entry in material.known.items() if (value := entry.value(ITCH)) is not None}
    found = published_counts(
        itch=itch,
        cream=cream_days(material.around.treatments, material.around.doses, material.days),
        weeks=tuple(_weeks(material)),
        last=material.period.last,
        minimum=material.minimum,
        scores=material.around.readings,
    )
    if not found.average.counted or (not found.average.calm and found.cream is None):
        return None
    say = material.wording.other
    rows = published_rows(found, Speech(say, material.wording.short_span, material.wording.short_full))
    return Listing(
        heading=say("published.heading"),
        caption=say("published.caption"),
        columns=(say("published.what"), say("published.count"), say("published.source")),
        shares=(3, 3, 4),
        rows=tuple((row.what, material.printable(row.count), row.source) for row in rows),
    )


def _weeks(material: Material) -> Iterator[Period]:
    """The whole weeks of the period that are over; of a course not the days before it."""
    for number, week in weeks_over(material.counted, material.week_start):
        is_whole = week.first >= material.period.first and week.last <= material.counted.last
        if is_whole and week.last < material.as_of and (material.course is None or number > 0):
            yield week
