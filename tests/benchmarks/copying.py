"""Backing up ten years with 1,000 photos; and SQLite's own copies of the same two files."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlcipher3 import dbapi2

from adtracker.domain.records.photo import CleanPhoto
from adtracker.storage.copies.copy_folder import CopyFolder
from adtracker.storage.copies.making import back_up
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from adtracker.storage.photo_files import PhotoFiles
from tests.benchmarks import diaries
from tests.benchmarks.measure import Take, timed

PHOTOS, SIZE = 1000, 100_000
NOW = datetime(2026, 11, 29, 20, 0, tzinfo=UTC)


def ten_years(folder: Path) -> Journal:
    """A diary of ten years with its photos, open."""
    journal = Journal.open(diaries.ten_years(folder), diaries.today)
    for number in range(PHOTOS):
        jpeg = os.urandom(SIZE)
        pixels = CleanPhoto(jpeg, 1600, 1200, os.urandom(4000), hashlib.sha256(jpeg).hexdigest())
        journal.add_photo(pixels, diaries.today() - timedelta(days=number))
    return journal


def by_app(journal: Journal, folder: Path) -> Take:
    """Seconds for a first copy, checked, with all pictures new."""
    numbers = count()

    def take() -> float:
        place = CopyFolder(folder / f"ours-{next(numbers)}")
        place.make()

        def work(diary: Database, pixels: PhotoFiles) -> None:
            back_up(diary, pixels, place, NOW)

        seconds = timed(lambda: journal.with_files(work))
        shutil.rmtree(place.place)
        return seconds

    return take


def by_sqlite(journal: Journal, folder: Path) -> Take:
    """Seconds for VACUUM INTO of both files, each on the disk when it is done."""

    def work() -> None:
        for file in (journal.path, journal.photo_file):
            target = folder / f"bare-{file.name}"
            with closing(dbapi2.connect(str(file), isolation_level=None)) as connection:
                connection.execute("VACUUM INTO ?", (str(target),))
            with target.open("r+b") as written:
                os.fsync(written.fileno())
            target.unlink()

    return lambda: timed(work)
