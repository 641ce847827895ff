"""Photos as a whole: what the diary records about them, and their pixels in the file beside it.

Pixels go for good only when this diary deleted their photo, by the rule for all that is deleted. That no photo uses
them is no reason: an older copy of the diary does not know the newer ones, and a new diary none of the old.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from adtracker.domain.common.period import EVER, Period
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.soft_delete import Usage
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.photo import CleanPhoto, LoosePicture, Photo
from adtracker.errors import DiaryError, PhotoError
from adtracker.protection.labels import photos_key
from adtracker.storage import upkeep
from adtracker.storage.database import Database
from adtracker.storage.photo_files import PhotoFiles
from adtracker.storage.repositories.photos import PHOTOS


class PhotoAlbum:
    """The photos of one diary. All methods raise DiaryError if one of the files fails."""

    def __init__(self, diary: Database) -> None:
        self._diary = diary
        self._let_go: set[str] = set()
        self._found: set[str] = set()
        key = None if diary.key is None else photos_key(diary.key)
        self.pixels = PhotoFiles(diary.path, self.identity, read_only=diary.read_only, key=key)

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

    def count_loose(self) -> tuple[int, int]:
        """How many pictures no photo uses, though nobody deleted them: the diary's own, and those of another diary."""
        own, others = self._loose()
        return len(own), len(others)

    def loose(self) -> tuple[LoosePicture, ...]:
        """The same pictures; the diary's own first."""
        own, others = self._loose()
        small = self.pixels.thumbnails(own | others)
        return tuple(LoosePicture(name, small[name], name in own) for some in (own, others) for name in sorted(some))

    def discard(self, loose: LoosePicture, usage: Usage) -> None:
        """Delete a loose picture: it goes for good as all that is deleted does. One of another diary stays."""
        self.pixels.mark([loose.digest], usage, deleted=True)

    def take_back(self, loose: LoosePicture, pixels: CleanPhoto, usage: Usage) -> None:
        """Store the pixels of a loose picture, made anew, under their right name, to be used again by a photo."""
        self._found.add(pixels.digest)
        self.pixels.put(pixels)
        if loose.own and loose.digest != pixels.digest:  # the disk changed its name, or what is in it
            self.discard(loose, usage)

    def keep(self, loose: LoosePicture, usage: Usage) -> None:
        """Do not delete it after all."""
        self.pixels.mark([loose.digest], usage, deleted=False)

    def inspect(self) -> list[Problem]:
        """Which photos have no pixels, or other ones than they had."""
        photos = self.photos()
        lacking = self.pixels.lacking({photo.digest for photo in photos}) if photos else ()
        return [Problem(f"{photo.day.isoformat()} photo", "no_pixels") for photo in photos if photo.digest in lacking]

    def renew_thumbnails(self, clean: Callable[[bytes], CleanPhoto]) -> int:
        """Make small pictures anew that are not what they were; how many. `clean` makes a photo of a JPEG of ours.

        What is no picture any more is left as it is: `inspect` names it.
        """
        unsealed = self.pixels.unsealed({photo.digest for photo in self.photos()})
        whole = unsealed.keys() - self.pixels.lacking(unsealed.keys())
        return sum(self._renew(name, unsealed[name], clean) for name in sorted(whole))

    def let_go(self, edit: Edit) -> None:
        """Note which photos a write of this diary took out: forgotten ones, and those whose adding was undone.

        Where a loose picture was given a day and that was undone, it is loose again.
        """
        gone = (change.before for change in edit.changes if change.after is None)
        self._let_go |= {photo.digest for photo in gone if isinstance(photo, Photo)} - self._found

    def tidy(self, usage: Usage) -> None:
        """Take out the pixels that this diary deleted long ago. What cannot be done now is done another time."""
        with suppress(DiaryError):
            with self._diary.transaction() as connection:
                used = PHOTOS.digests(connection)
            self.pixels.tidy(self._let_go, used, usage)
            self._let_go = set()

    def identity(self) -> str:
        """What the diary is told apart by from every other, for ever: 32 hexadecimal digits, given by chance."""
        with self._diary.transaction() as connection:
            return upkeep.identity(connection)

    def close(self) -> None:
        """Let go of the files of photos."""
        self.pixels.close()

    def _loose(self) -> tuple[frozenset[str], frozenset[str]]:
        with self._diary.transaction() as connection:
            used = PHOTOS.digests(connection)
        return self.pixels.loose(used | self._let_go)

    def _renew(self, name: str, small: bytes, clean: Callable[[bytes], CleanPhoto]) -> bool:
        """Make one anew; whether it was another one."""
        jpeg = self.pixels.jpeg(name)
        try:
            photo = None if jpeg is None else clean(jpeg)
        except PhotoError:
            return False
        if photo is None or photo.digest != name:
            return False
        self.pixels.put(photo)
        return small != photo.thumbnail
