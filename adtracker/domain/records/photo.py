"""A photo of the skin, kept for looking back: which day, which region. Nothing is worked out from its pixels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Day, Text, Whole, check_fields
from adtracker.domain.common.record_kind import RecordKind

LONGEST_SIDE = 1600
NOTE_LIMIT = 1_000
REGION_LIMIT = 100
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """The pixels of a photo and nothing else: an upright JPEG in sRGB, and the same picture small.

    `width` and `height` are those of `jpeg`, in pixels, at most `LONGEST_SIDE`; `digest` is its SHA-256, in hex.
    """

    jpeg: bytes
    width: int
    height: int
    thumbnail: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Photo:
    """What is recorded about one photo. Its pixels are kept elsewhere, under `digest`.

    `region` is a key of the body map, None where the person named none. `removed_on` is the diary day it was deleted;
    such a photo is shown under "Recently deleted" alone. `width` and `height` are in pixels, 1 to `LONGEST_SIDE`.
    """

    day: date
    digest: str
    width: int
    height: int
    region: str | None = None
    note: str = ""
    removed_on: date | None = None
    key: int | None = None


@dataclass(frozen=True, slots=True)
class LoosePicture:
    """Pixels that no photo uses, though nobody deleted them: an older copy of the diary was put back, or a disk failed.

    `digest` is the name they are kept under. Those that are not `own` lie in the file of another diary.
    """

    digest: str
    thumbnail: bytes
    own: bool


def check_photo(photo: Photo) -> list[Problem]:
    """What is wrong with a photo's record; empty if it may be stored."""
    problems = check_fields(PHOTO.fields, photo)
    return problems if _DIGEST.fullmatch(photo.digest) else [*problems, Problem("digest", "not_a_digest")]


def by_region(photos: Iterable[Photo]) -> Mapping[str | None, tuple[Photo, ...]]:
    """Photos by what they show, each region's oldest first; those of one day in the order they were added."""
    found: dict[str | None, list[Photo]] = defaultdict(list)
    for photo in sorted(photos, key=_by_day):
        found[photo.region].append(photo)
    return {region: tuple(some) for region, some in found.items()}


def comparable(photos: Iterable[Photo]) -> Mapping[str | None, tuple[Photo, ...]]:
    """The same, only of places with photos of at least two days: the first and the last of each lie furthest apart."""
    return {region: some for region, some in by_region(photos).items() if some[0].day < some[-1].day}


def _by_day(photo: Photo) -> tuple[date, int]:
    return photo.day, photo.key or 0


PHOTO = RecordKind(
    of=Photo,
    name="photos",
    table="photo",
    fields=(
        Day(name="day", said="date", needed=True),
        Text(name="region", limit=REGION_LIMIT, words="regions", optional=True),
        Whole(name="width", low=1, high=LONGEST_SIDE),
        Whole(name="height", low=1, high=LONGEST_SIDE),
        Text(name="digest"),
        Text(name="note", limit=NOTE_LIMIT),
    ),
    order=("day",),
    own_check=lambda photo, _: check_photo(photo),
    together=(("digest", "width", "height"),),
    identity=lambda photo: (photo.day, photo.digest),
    called=lambda photo: photo.region or "",
    day=lambda photo: photo.day,
)
