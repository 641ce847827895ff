"""Photos as a whole: what the diary records about them, and their pixels in the file beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from adtracker.domain.common.period import EVER, Period
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.photo import Photo
from adtracker.errors import DiaryError
from adtracker.storage.database import Database
from adtracker.storage.photo_file import PhotoFile
from adtracker.storage.repositories.photos import PHOTOS


class PhotoAlbum:
    """The photos of one diary. All methods raise DiaryError if one of the two files fails."""

    def __init__(self, diary: Database) -> None:
        self._diary = diary
        self.pixels = PhotoFile(diary.path, read_only=diary.read_only)

    def photos(self, period: Period | None = None) -> tuple[Photo, ...]:
        """All photos of a period, or of the whole diary, by day, deleted ones included."""
        with self._diary.transaction() as connection:
            return PHOTOS.between(connection, period or EVER)

    def counts(self) -> tuple[int, int]:
        """How many photos there are, and how many deleted ones."""
        with self._diary.transaction() as connection:
            return PHOTOS.counts(connection)

    def thumbnails(self, photos: Iterable[Photo]) -> Mapping[str, bytes]:
        """Small JPEGs by digest; those whose pixels are not there are left out."""
        digests = {photo.digest for photo in photos}
        return self.pixels.thumbnails(digests) if digests else {}

    def inspect(self) -> list[Problem]:
        """Which photos have no pixels, or other ones than they had."""
        photos = self.photos()
        lacking = self.pixels.lacking({photo.digest for photo in photos}) if photos else ()
        return [Problem(f"{photo.day.isoformat()} photo", "no_pixels") for photo in photos if photo.digest in lacking]

    def tidy(self, today: date) -> None:
        """Forget the pixels that no photo needs. What cannot be done now is done another time."""
        with suppress(DiaryError):
            with self._diary.transaction() as connection:
                used = PHOTOS.digests(connection)
            self.pixels.sweep(used, today)

    def close(self) -> None:
        """Let go of the photos file."""
        self.pixels.close()
