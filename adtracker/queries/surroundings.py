"""What surrounds the days of a period: treatments with their doses, visits, side effects, scores, photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.domain.treatments.matching import days_to_read as days_to_match
from adtracker.domain.views.event import Surroundings
from adtracker.resources import scales

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.domain.scores.score_reading import Reading
    from adtracker.storage.journal import Journal


def read_surroundings(
    journal: Journal, period: Period, *, with_photos: bool = False, entries: Sequence[DayEntry] = ()
) -> Surroundings:
    """Visits, side effects, breaks, treatments, scores, recalled weeks of the diary, doses and photos of a period.

    Doses reach as far beside the period as one can count for a day in it. `entries` are put with the rest.
    """
    treatments = journal.treatments()
    return Surroundings(
        visits=journal.visits(),
        side_effects=journal.side_effects(),
        breaks=journal.breaks(),
        treatments=treatments,
        doses=journal.doses(days_to_match(treatments, period)) if treatments else (),
        photos=journal.photos(period) if with_photos else (),
        entries=entries,
        readings=read_scores(journal),
        recalls=journal.standing(Recall),
    )


def read_scores(journal: Journal) -> tuple[Reading, ...]:
    """All scores and filled-in questionnaires, by day."""
    scores, filled = journal.scores(), journal.filled_forms()
    if not scores and not filled:
        return ()
    from adtracker.domain.scores.score_reading import readings  # noqa: PLC0415 -- not where there are none

    return readings(scores, filled, journal.forms() if filled else (), scales())


def read_titles(journal: Journal) -> Mapping[str, str]:
    """What scales and forms are called, by key."""
    return {
        **{key: scale.name for key, scale in scales().items()},
        **{form.key: form.title for form in journal.forms()},
    }
