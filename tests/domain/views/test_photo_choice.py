"""Which photos a report shows."""

from __future__ import annotations

from datetime import date, timedelta

from adtracker.domain.records.photo import Photo
from adtracker.domain.views.photo_choice import MOST_PLACES, first_and_last

DAY = date(2026, 8, 2)


def _photo(day: int, region: str | None) -> Photo:
    return Photo(DAY + timedelta(days=day), f"{day:064d}", 40, 30, region)


def test_of_each_named_place_the_first_and_the_last() -> None:
    photos = [_photo(day, region) for day, region in ((9, "nape"), (1, "nape"), (5, "nape"), (3, "chin"))]
    assert first_and_last(photos) == ((photos[1], photos[0]), (photos[3],))


def test_photos_without_a_place_are_not_set_side_by_side() -> None:
    photos = [_photo(day, None) for day in (1, 5)]
    assert first_and_last(photos) == ((photos[1],),)


def test_there_are_no_more_places_than_pages_can_take() -> None:
    assert len(first_and_last(_photo(day, f"place {day}") for day in range(20))) == MOST_PLACES
