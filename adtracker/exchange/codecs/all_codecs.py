"""All kinds of records that the formats of the diary carry, in the order they are read: what others name comes first.

A kind that is one row needs nothing here; one that is more is described in a module of this room and named below. JSON,
tables and merging follow.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from adtracker.domain.common.period import Period
from adtracker.domain.edits.kinds import KINDS
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import QUESTION, Question
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.days import DAYS
from adtracker.exchange.codecs.own import check_question_of_file
from adtracker.exchange.codecs.person import PROFILE
from adtracker.exchange.codecs.photos import PHOTOS
from adtracker.exchange.codecs.rows import row_codec
from adtracker.exchange.codecs.scores import FILLED_FORMS, FORMS
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.snapshot import Diary, Snapshot

# What kinds say that are more than their fields, or ask more of a file; all others are one row each.
_OWN: Mapping[type[Any], RecordCodec[Any]] = {
    Profile: PROFILE,
    Question: row_codec(QUESTION, check=check_question_of_file),
    Treatment: TREATMENTS,
    DayDoses: DOSES,
    Definition: FORMS,
    Response: FILLED_FORMS,
    Photo: PHOTOS,
    DayEntry: DAYS,
}
CODECS: Sequence[RecordCodec[Any]] = tuple(_OWN.get(kind.of) or row_codec(kind) for kind in KINDS)


def read_snapshot(diary: Diary, *, with_pictures: bool = False) -> Snapshot:
    """Everything that a diary holds; pictures, which take room, only if asked for. Raises what the diary raises."""
    records = list(chain.from_iterable(_standing(diary, section) for section in CODECS))
    photos = [record for record in records if with_pictures and isinstance(record, Photo)]
    pictures = {photo.digest: diary.picture(photo) for photo in photos}
    return Snapshot(records, {digest: jpeg for digest, jpeg in pictures.items() if jpeg is not None})


def read_alike(diary: Diary, parsed: ImportResult) -> Snapshot:
    """What a diary holds where a file has something: its kinds, and of what there is one a day only the file's days."""
    wanted = [(section, parsed.of(section.kind)) for section in CODECS]
    return Snapshot(
        chain.from_iterable(_standing(diary, section, _period(records)) for section, records in wanted if records)
    )


def _standing(diary: Diary, section: RecordCodec[Any], period: Period | None = None) -> list[Any]:
    return [record for record in diary.standing(section.kind, period) if not section.is_empty(record)]


def _period(records: Sequence[Any]) -> Period | None:
    days = [record.day for record in records if hasattr(record, "day")]
    return Period(min(days), max(days)) if days else None
