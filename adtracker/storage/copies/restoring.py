"""Goes back to a copy. Today's files are moved aside and never deleted, whether they can be read or not.

Everything is made ready in a hidden folder beside the diary first, and checked there. Then a plan is written down, and
from that moment on it is carried out to its end, if need be by whoever opens the diary next: a crash leaves the diary
as it was, or the copy.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from adtracker.errors import DiaryError
from adtracker.files import is_alive, is_there, sync_folder, write_whole
from adtracker.paths import private_folder
from adtracker.protection.labels import photos_key
from adtracker.storage.copies.checking import is_sound, look_into
from adtracker.storage.copies.contents import Contents
from adtracker.storage.copies.copy_folder import Copy, CopyFolder
from adtracker.storage.copies.pictures import find, opened_pictures
from adtracker.storage.copies.unfinished import PLAN, clear, finish, stage_of
from adtracker.storage.encryption.key_files import bring_keys
from adtracker.storage.header import is_sealed
from adtracker.storage.naming import JOURNAL, KEYS, PHOTOS, keys_of
from adtracker.storage.photo_file import PhotoFile

ASIDE = "set aside"
_BY = "by"


@dataclass(frozen=True, slots=True)
class Restored:
    """What is in the diary now, where what was there before has been put, and how many pictures nobody has any more."""

    contents: Contents
    aside: Path
    lacking: int = 0


def restore(
    diary: Path, copy: Copy, folders: Sequence[CopyFolder], now: datetime, *, keeps_keys: bool = False
) -> Restored:
    """Put a copy in the place of the diary, which nobody has open. Raises DiaryError; the diary is then as it was.

    `folders` are where copies are, and with them pictures; the first is that of this computer. The password of the
    copy opens the diary from then on, unless it `keeps_keys` of its own.
    """
    finish(diary)
    held = look_into(copy) if is_sound(copy) else None
    if held is None:
        raise DiaryError("copies.bad", file=copy.file)
    stage = stage_of(diary)
    with _safely(diary, stage):
        stage.mkdir(mode=0o700)
        (stage / _BY).write_text(str(os.getpid()), encoding="ascii")
        shutil.copyfile(copy.file, stage / diary.name)
        _sync(stage / diary.name)
        if not is_sound(replace(copy, file=stage / diary.name)):
            raise DiaryError("copies.bad", file=copy.file)
        if is_sealed(copy.file):
            _stage_keys(diary, stage, copy, keeps_keys=keeps_keys)
        lacking = _stage_pictures(diary, stage, held, folders, copy)
        aside = _free_aside(diary, now)
        folders[0].note_restored()
        sync_folder(stage)
        _write_plan(diary, stage, aside, with_pictures=held.diary is not None)
    finish(diary)
    return Restored(held, aside, lacking)


def _write_plan(diary: Path, stage: Path, aside: Path, *, with_pictures: bool) -> None:
    """From here on there is no way back."""
    photos = [name for name in _beside(diary) if PHOTOS in name.removeprefix(diary.name)]
    files = [name for name in _beside(diary) if with_pictures or name not in photos]
    endings = (KEYS, PHOTOS, "")  # the diary last: what it needs is there by then
    coming = [name for name in (diary.name + ending for ending in endings) if (stage / name).exists()]
    plan = {"aside": list(aside.relative_to(diary.parent).parts), "files": files, "coming": coming}
    write_whole(stage / PLAN, json.dumps(plan).encode())


def _beside(diary: Path) -> list[str]:
    """The files that are a diary: its own, what a crash left of it, its photos, and its keys."""
    endings = ("", JOURNAL, PHOTOS, PHOTOS + JOURNAL, KEYS)
    usual = [diary.name + ending for ending in endings]
    named = [file.name for file in diary.parent.iterdir() if _is_named_photos(diary, file.name)]
    return [name for name in dict.fromkeys((*named, *usual)) if is_there(diary.with_name(name))]


def _is_named_photos(diary: Path, name: str) -> bool:
    """Whether it is a file of photos that could not have the usual name."""
    return name.startswith(f"{diary.name}.") and name.removesuffix(JOURNAL).endswith(PHOTOS)


def _stage_keys(diary: Path, stage: Path, copy: Copy, *, keeps_keys: bool) -> None:
    """Put the keys of an encrypted copy beside it; for want of its own those of the diary."""
    own = copy.file
    bring_keys(diary if keeps_keys or not keys_of(own).exists() else own, stage / diary.name)


def _stage_pictures(diary: Path, stage: Path, held: Contents, folders: Sequence[CopyFolder], copy: Copy) -> int:
    """Put the pictures of the copy beside it, from all that has them; how many are nowhere."""
    if held.diary is None or not held.photos:
        return 0
    files = [opened_pictures(one.file, one.key) for folder in folders for one in folder.pictures(held.diary)]
    photos = [name for name in _beside(diary) if name.endswith(PHOTOS)]
    key = None if copy.key is None else photos_key(copy.key)
    files += [PhotoFile(diary.with_name(name), read_only=True, key=key) for name in photos]
    key = key if is_sealed(copy.file) else None
    target = PhotoFile(stage / (diary.name + PHOTOS), key=key)
    try:
        target.put_all(find(files, held.photos), held.diary)
        found = target.names()
    finally:
        for file in (*files, target):
            file.close()
    with closing(PhotoFile(target.path, read_only=True, key=key)) as written:
        if written.lacking(found):
            raise DiaryError("copies.failed", folder=stage.parent)
    return len(held.photos - found)


def _free_aside(diary: Path, now: datetime) -> Path:
    moment = now.astimezone(UTC).strftime("%Y-%m-%d %H.%M.%S")
    names = (moment if number == 1 else f"{moment} {number}" for number in count(1))
    return next(place for name in names if not is_there(place := diary.parent / ASIDE / name))


@contextmanager
def _safely(diary: Path, stage: Path) -> Iterator[None]:
    """Have nothing left of what was made ready if it fails, and say that the diary is as it was."""
    try:
        private_folder(diary.parent)
        if stage.exists():
            if _is_at_work(stage):
                raise DiaryError("copies.busy", folder=diary.parent)
            clear(stage)
    except OSError:
        raise DiaryError("copies.no_room", folder=diary.parent) from None
    try:
        yield
    except FileExistsError:
        raise DiaryError("copies.busy", folder=diary.parent) from None
    except OSError:
        clear(stage)
        raise DiaryError("copies.no_room", folder=diary.parent) from None
    except DiaryError as error:
        clear(stage)
        if error.key.rpartition(".")[2] in ("disk_full", "disk_failed", "cannot_create", "read_only"):
            raise DiaryError("copies.no_room", folder=diary.parent) from None
        raise
    except BaseException:
        clear(stage)
        raise


def _is_at_work(stage: Path) -> bool:
    """Whether another program is making something ready there."""
    try:
        return is_alive(int((stage / _BY).read_text(encoding="ascii")))
    except (OSError, ValueError):
        return False


def _sync(file: Path) -> None:
    with file.open("r+b") as written:
        os.chmod(file, 0o600)  # noqa: PTH101 -- of the file that is open
        os.fsync(written.fileno())
