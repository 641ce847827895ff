"""Reads what scales and questionnaires are called, and the scores they gave. Loaded where any of that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from adtracker.resources import scales

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.domain.scores.definition import Definition
    from adtracker.domain.scores.score_reading import Reading
    from adtracker.storage.journal import Journal


def read_titles(journal: Journal) -> Mapping[str, str]:
    """What scales and forms are called, by key. Raises DiaryError."""
    return {
        **{key: scale.name for key, scale in scales().items()},
        **{form.key: form.title for form in journal.forms()},
    }


def read_scores(journal: Journal, forms: Iterable[Definition]) -> tuple[Reading, ...]:
    """All scores and filled-in questionnaires, by day; `forms` are all of the diary. Raises DiaryError."""
    scores, filled = journal.scores(), journal.filled_forms()
    if not scores and not filled:
        return ()
    from adtracker.domain.scores.score_reading import readings  # noqa: PLC0415 -- not where there are none

    return readings(scores, filled, forms, scales())
