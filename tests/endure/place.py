"""A folder with one diary, its photos, and all copies of it; what is in them; and when they are not whole."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from adtracker.domain.records.day import DayEntry
from adtracker.storage.copies.checking import check, look_into
from adtracker.storage.copies.contents import Contents
from adtracker.storage.copies.copy_folder import Copy, CopyFolder
from adtracker.storage.copies.pictures import lacking
from adtracker.storage.copies.shelf import Shelf, opened_aside
from adtracker.storage.journal import Journal
from tests.conftest import HOME_VARIABLES
from tests.storage.samples import NOW, TODAY, full_entry, open_journal
from tests.storage.test_photos import pixels

_PIXELS = 12_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where one diary lives, and where the person's home folder is meanwhile."""

    root: Path

    @property
    def diary(self) -> Path:
        """The diary."""
        return self.root / "diaries" / "my.diary"

    @property
    def stick(self) -> Path:
        """A second folder for copies."""
        return self.root / "stick"

    @property
    def shelf(self) -> Shelf:
        """The copies of this computer."""
        return Shelf(self.diary)

    @property
    def both(self) -> Shelf:
        """The copies of this computer and of the second folder."""
        return Shelf(self.diary, self.stick)

    def move_in(self) -> None:
        """Have this process take it for the person's own home."""
        for variable, below in HOME_VARIABLES.items():
            os.environ[variable] = str(self.root / "home" / below)

    def settle(self, days: int, photos: int = 0) -> None:
        """Make a diary of so many days."""
        with self.opened(create=True) as journal:
            journal.save_all([day_of(number) for number in range(days)])
            for number in range(photos):
                add_photo(journal, number)

    @contextmanager
    def opened(self, *, create: bool = False) -> Iterator[Journal]:
        """The diary, open."""
        self.diary.parent.mkdir(mode=0o700, exist_ok=True)
        with closing(open_journal(self.diary, create=create)) as journal:
            yield journal


def day_of(number: int) -> DayEntry:
    """What is written on a day, told by its number, over more than one page."""
    return full_entry(TODAY - timedelta(days=number), number % 11, f"day {number} " * 300)


def add_photo(journal: Journal, number: int) -> None:
    """Add a photo that its number tells."""
    journal.add_photo(pixels(number, _PIXELS), TODAY - timedelta(days=number))


def look_at(journal: Journal) -> tuple[int, int]:
    """How many days and photos there are, all in their order and whole."""
    assert journal.check() == []
    days, photos = journal.entries(), journal.photos()
    for number, entry in enumerate(reversed(days)):
        wanted = day_of(number)
        assert (entry.day, entry.itch, entry.note) == (wanted.day, wanted.itch, wanted.note)
    for number, photo in enumerate(sorted(photos, key=lambda photo: photo.day, reverse=True)):
        assert journal.picture(photo) == pixels(number, _PIXELS).jpeg
    return len(days), len(photos)


def look_at_file(diary: Path) -> tuple[int, int]:
    """The same, of a diary that was set aside."""
    with closing(opened_aside(diary, lambda: TODAY)) as journal:
        return look_at(journal)


def look_at_copies(folder: CopyFolder, *, grows: bool = True) -> int:
    """The number of the last copy. Each that has a good name is good and has its pictures.

    If the diary only `grows`, it has no day that a later one has not.
    """
    copies = folder.copies()
    held = [_inside(copy, hashlib.sha256(copy.file.read_bytes()).digest()) for copy in copies]
    days = [one.days for one in held]
    assert not grows or days == sorted(days, reverse=True)
    photos = frozenset[str]().union(*(one.photos for one in held))
    assert not photos or not lacking(folder, copies[0].name.diary, photos)
    return copies[0].name.number if copies else 0


@cache
def _inside(copy: Copy, _content: bytes) -> Contents:
    """What is in a copy; the same bytes are looked at once."""
    assert check(copy), f"{copy.name.text} is a half copy under a good name"
    held = look_into(copy)
    assert held is not None
    return held


LATER = NOW + timedelta(days=1)
