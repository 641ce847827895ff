"""Which photos a report shows, so that no others are read: of each named place the first and the last."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from adtracker.domain.records.photo import Photo

MOST_PLACES = 12


def first_and_last(photos: Iterable[Photo]) -> tuple[tuple[Photo, ...], ...]:
    """The first and the last photo of each place, or the only one; the places in the order they were first seen.

    Photos without a place may be of two: of them the last one stands alone.
    """
    places: dict[str | None, list[Photo]] = {}
    for photo in sorted(photos, key=_day):
        places.setdefault(photo.region, []).append(photo)
    ends = [_ends(found) for found in places.values()]
    return tuple(ends[:MOST_PLACES])


def _ends(found: list[Photo]) -> tuple[Photo, ...]:
    is_pair = len(found) > 1 and found[-1].region is not None
    return (found[0], found[-1]) if is_pair else (found[-1],)


def _day(photo: Photo) -> tuple[date, int]:
    return photo.day, photo.key or 0
