"""Makes a copy of an open diary, checked before and after, with the pictures that are new, and thins out old ones.

Pictures come first: a copy never names one that is not there yet.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from adtracker.domain.common.progress import GoesOn, unwatched
from adtracker.domain.safety.thinning import NEWER, KeptCopy, surplus
from adtracker.errors import DiaryError
from adtracker.files import draft_of, open_private, sync_folder
from adtracker.paths import data_folder
from adtracker.storage import backups
from adtracker.storage.copies.checking import check, is_sound
from adtracker.storage.copies.contents import Contents, contents, opened_copy
from adtracker.storage.copies.copy_folder import Copy, CopyFolder
from adtracker.storage.copies.copy_name import NOBODY, CopyName
from adtracker.storage.copies.pictures import back_up_pictures
from adtracker.storage.database import Database
from adtracker.storage.encryption.key_files import bring_keys
from adtracker.storage.failures import diary_error
from adtracker.storage.photo_files import PhotoFiles

_LETTERS = 8
_PIECE = 1 << 20
_SALT = 16


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """A copy that was just made, what is in it, and the pictures that the diary itself has not whole any more."""

    copy: Copy
    contents: Contents
    damaged: frozenset[str]


def own_folder(diary: Path, key: bytes | None = None) -> CopyFolder:
    """Where the copies of the diary at a path are on this computer; also of one that cannot be read any more."""
    place = hashlib.sha256(str(diary.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return CopyFolder(data_folder() / "copies" / f"{diary.stem[:40]}-{place[:_LETTERS]}", key)


def is_changed(diary: Database, folder: CopyFolder) -> bool:
    """Whether a diary was written to since its last copy, as far as can be told. Raises DiaryError."""
    now = contents(diary)
    last = next(iter(folder.copies(now.diary)), None)
    if last is None or now.mark is None:
        return True
    try:
        with opened_copy(last) as copied:
            return contents(copied).mark != now.mark
    except DiaryError:
        return True


def back_up(
    diary: Database,
    pixels: PhotoFiles,
    folder: CopyFolder,
    now: datetime,
    after: int = 0,
    goes_on: GoesOn = unwatched,
) -> MadeCopy:
    """Make a copy in a folder, with a number that comes after `after`. Raises DiaryError; nothing is left then."""
    folder.tidy()
    if not diary.is_sound():
        raise diary_error("damaged", diary.path)
    owner = contents(diary).diary
    with folder.about():
        while True:
            name = CopyName.of(max(folder.last_number(), after) + 1, now, owner)
            try:
                damaged = back_up_pictures(pixels, folder, name, owner or NOBODY, goes_on)
                bring_keys(diary.path, folder.place / name.text)
                held = backups.copy(diary, folder.place / name.text)
                break
            except DiaryError as error:  # another program took that name in this very second
                if error.key not in ("copies.busy", "diary.exists"):
                    raise
    thin_out(folder, owner or NOBODY)
    return MadeCopy(Copy(folder.place / name.text, name, folder.key), held, damaged)


def carry_on(folder: CopyFolder, second: CopyFolder, diary: str) -> int:
    """Bring what the last copy needs to a second folder, byte by byte, and read it back; how many files were brought.

    A folder that is not there is never made: the stick that it is on is not in. Raises DiaryError.
    """
    second.check_there()
    second.tidy()
    wanted = [*reversed(folder.pictures(diary)), *folder.copies(diary)[:1]]
    missing = [copy for copy in wanted if _salt(second.place / copy.name.text) != _salt(copy.file)]
    with second.about():
        for copy in missing:
            bring(copy.file, second.place / copy.name.text)
            bring_keys(copy.file, second.place / copy.name.text)
    thin_out(second, diary)
    return len(missing)


def thin_out(folder: CopyFolder, diary: str) -> None:
    """Take away the copies that may go, if the last ones are read once more and are good. What stays does no harm."""
    copies = folder.copies(diary)
    restored_at = folder.restored_at
    before = sum(copy.name.number <= restored_at for copy in copies) if restored_at else -NEWER
    all_good = [KeptCopy(len(copies) - place, copy.name.made) for place, copy in enumerate(copies)]
    if not surplus(all_good, restored_at=before):
        return  # as on most days: then none has to be read
    kept = [replace(one, is_good=check(copies[place])) for place, one in enumerate(all_good[:NEWER])]
    for number in surplus([*kept, *all_good[NEWER:]], restored_at=before):
        gone = copies[len(copies) - number]
        if is_sound(gone):  # what may be all that is left of something is not thrown away
            folder.remove(gone)


def bring(file: Path, target: Path) -> None:
    """Put a file of copies elsewhere, in place of the one of its name with another key. Raises DiaryError, OSError."""
    draft = draft_of(target)
    try:
        with file.open("rb") as source, open(draft, "xb", opener=open_private) as copied:
            while piece := source.read(_PIECE):
                copied.write(piece)
            copied.flush()
            os.fsync(copied.fileno())
        if _digest(draft) != _digest(file):
            raise diary_error("backup_failed", file)
        draft.replace(target)
        sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def _salt(file: Path) -> bytes | None:
    """What a file of copies begins with, which is another with each key; None where there is none."""
    try:
        with file.open("rb") as opened:
            return opened.read(_SALT)
    except FileNotFoundError:
        return None


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
