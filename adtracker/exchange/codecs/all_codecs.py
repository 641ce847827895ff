"""All kinds of records that the formats of the diary carry, in the order they are read: what others name comes first.

To carry one more kind: describe it in a module of `kinds`, name it here, and give it its sentences below `import` and
`import.names` in `cli.toml`. JSON, tables and merging follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from adtracker.domain.common.period import Period
from adtracker.domain.records.photo import Photo
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.days import DAYS
from adtracker.exchange.codecs.events import SIDE_EFFECTS, VISITS
from adtracker.exchange.codecs.own import QUESTIONS, TRIGGERS
from adtracker.exchange.codecs.person import COURSES, PROFILE
from adtracker.exchange.codecs.photos import PHOTOS
from adtracker.exchange.codecs.scores import CLINIC_SCORES, FILLED_FORMS, FORMS
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.snapshot import Diary, Snapshot

CODECS: Sequence[RecordCodec[Any]] = (
    PROFILE,
    COURSES,
    TRIGGERS,
    QUESTIONS,
    TREATMENTS,
    DOSES,
    VISITS,
    SIDE_EFFECTS,
    CLINIC_SCORES,
    FORMS,
    FILLED_FORMS,
    PHOTOS,
    DAYS,
)


def read_snapshot(diary: Diary, *, with_pictures: bool = False) -> Snapshot:
    """Everything that a diary holds; pictures, which take room, only if asked for. Raises what the diary raises."""
    records = list(chain.from_iterable(section.fetch(diary, None) for section in CODECS))
    photos = [record for record in records if with_pictures and isinstance(record, Photo)]
    pictures = {photo.digest: diary.picture(photo) for photo in photos}
    return Snapshot(records, {digest: jpeg for digest, jpeg in pictures.items() if jpeg is not None})


def read_alike(diary: Diary, parsed: ImportResult) -> Snapshot:
    """What a diary holds where a file has something: its kinds, and of what there is one a day only the file's days."""
    wanted = [(section, parsed.of(section.kind)) for section in CODECS]
    return Snapshot(
        chain.from_iterable(section.fetch(diary, _period(records)) for section, records in wanted if records)
    )


def _period(records: Sequence[Any]) -> Period | None:
    days = [record.day for record in records if hasattr(record, "day")]
    return Period(min(days), max(days)) if days else None
