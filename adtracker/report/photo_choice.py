"""Which photos a report shows, so that no others are read: of each place the first and the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from adtracker.domain.records.photo import Photo

MOST_PLACES = 12


def wanted(photos: Iterable[Photo]) -> tuple[tuple[Photo, ...], ...]:
    """The first and the last photo of each place, or the only one; the places in the order they were first seen."""
    places: dict[str | None, list[Photo]] = {}
    for photo in sorted(photos, key=_day):
        places.setdefault(photo.region, []).append(photo)
    ends = [(found[0], found[-1]) if len(found) > 1 else (found[0],) for found in places.values()]
    return tuple(ends[:MOST_PLACES])


def _day(photo: Photo) -> tuple[date, int]:
    return photo.day, photo.key or 0


def read_pictures(photos: Iterable[Photo], read: Callable[[Photo], bytes | None]) -> Mapping[str, bytes]:
    """The JPEGs of the photos that are shown, by digest; those whose pixels are not there are left out."""
    shown = {photo.digest: photo for pair in wanted(photos) for photo in pair}
    found = ((digest, read(photo)) for digest, photo in shown.items())
    return {digest: jpeg for digest, jpeg in found if jpeg is not None}
