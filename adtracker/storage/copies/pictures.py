"""The pixels of photos among the copies: each file has those that no file before it had, so a copy a day costs nothing.

A file is complete under its name and never changed. What a picture is called is the digest of what is in it, so any
file that has a picture whole will do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from adtracker.domain.common.progress import GoesOn, unwatched
from adtracker.errors import DiaryError
from adtracker.protection.labels import backups_key
from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.copies.copy_folder import CopyFolder
from adtracker.storage.copies.copy_name import CopyName
from adtracker.storage.failures import diary_error
from adtracker.storage.photo_file import PhotoFile
from adtracker.storage.photo_files import PhotoFiles


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture as it is stored."""

    digest: str
    thumbnail: bytes
    jpeg: bytes


def opened_pictures(file: Path, key: bytes | None, *, is_new: bool = False) -> PhotoFile:
    """A file with pictures among the copies of a diary with a key: the one place where such a file is opened."""
    return PhotoFile(file, read_only=not is_new, key=None if key is None else backups_key(key))


def known(folder: CopyFolder, diary: str) -> frozenset[str]:
    """The pictures that are among the copies. A file that cannot be read has none: they are copied once more."""
    found: set[str] = set()
    for copy in folder.pictures(diary):
        with closing(opened_pictures(copy.file, copy.key)) as pictures:
            try:
                found |= pictures.names()
            except DiaryError:
                continue
    return frozenset(found)


def back_up_pictures(
    pixels: PhotoFiles, folder: CopyFolder, name: CopyName, diary: str, goes_on: GoesOn = unwatched
) -> frozenset[str]:
    """Copy the pictures that are not among the copies yet, and read them back; nothing is left where it is stopped.

    Those that the diary itself does not have whole any more are copied as they are, and given. Raises DiaryError.
    """
    wanted = pixels.names() - known(folder, diary)
    if not wanted:
        return frozenset()
    with folder.about(), created_atomically(folder.place / name.pictures.text) as scratch:
        scratch.unlink()
        with closing(opened_pictures(scratch, folder.key, is_new=True)) as copied:
            copied.put_all(_told(pixels.pictures(wanted), len(wanted), folder, goes_on), diary)
        with closing(opened_pictures(scratch, folder.key)) as copied:
            damaged = copied.lacking(wanted)
        # Only what was damaged before may be damaged in the copy.
        if damaged and damaged - pixels.lacking(damaged):
            raise diary_error("backup_failed", pixels.path)
    return damaged


def _told(
    found: Iterable[tuple[str, bytes, bytes]], count: int, folder: CopyFolder, goes_on: GoesOn
) -> Iterator[Picture]:
    for done, one in enumerate(found):
        if not goes_on(done / count):
            raise DiaryError("copies.stopped", folder=folder.place)
        yield Picture(*one)


def lacking(folder: CopyFolder, diary: str, digests: Collection[str]) -> frozenset[str]:
    """Which pictures are not among the copies, or not whole: reads all, which takes a while."""
    left = frozenset(digests)
    for copy in folder.pictures(diary) if left else ():
        with closing(opened_pictures(copy.file, copy.key)) as pictures:
            try:
                left = pictures.lacking(left)
            except DiaryError:
                continue
    return left


def find(files: Iterable[PhotoFile], digests: Collection[str]) -> Iterator[Picture]:
    """Pictures from the first file that has them whole; those that none has are left out."""
    left = set(digests)
    for file in files:
        try:
            here = file.names() & left
            whole = here - file.lacking(here)
        except DiaryError:
            continue
        yield from (Picture(*one) for one in file.pictures(whole))
        left -= whole
