"""Which photos a report shows, so that no others are read: of each place the first and the last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from adtracker.domain.records.photo import Photo

MOST_PLACES = 12


def first_and_last(photos: Iterable[Photo]) -> tuple[tuple[Photo, ...], ...]:
    """The first and the last photo of each place, or the only one; the places in the order they were first seen."""
    places: dict[str | None, list[Photo]] = {}
    for photo in sorted(photos, key=_day):
        places.setdefault(photo.region, []).append(photo)
    ends = [(found[0], found[-1]) if len(found) > 1 else (found[0],) for found in places.values()]
    return tuple(ends[:MOST_PLACES])


def _day(photo: Photo) -> tuple[date, int]:
    return photo.day, photo.key or 0
