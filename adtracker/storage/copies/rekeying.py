"""Files from before get the password or the key that their diary has now: copies, and what was set aside.

Each is old or new, with its keys beside it, whatever happens in between. What could not be reached is given back, to be
named: a copy on a stick that is not in keeps what it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from adtracker.errors import DiaryError, ProtectionError
from adtracker.files import write_whole
from adtracker.paths import DIARY_SUFFIX
from adtracker.protection.key_file import KeyFile, read_key_file
from adtracker.protection.labels import backups_key, photos_key
from adtracker.storage.copies.copy_name import CopyName
from adtracker.storage.copies.plain import plain_copies
from adtracker.storage.copies.restoring import ASIDE
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.encryption import converting
from adtracker.storage.encryption.key_files import content_of
from adtracker.storage.encryption.sealing import fits
from adtracker.storage.header import is_sealed
from adtracker.storage.naming import PHOTOS, keys_of


def plain_files(diary: Path, shelf: Shelf) -> list[Path]:
    """What everybody can still read of a diary that has a password now: copies, and files that were set aside.

    Where exports, reports and copies by other programs are, nobody but the person knows.
    """
    return [*(copy.file for copy in plain_copies(shelf)), *(file for file in _beside(diary) if not _is_sealed(file))]


def encrypt(files: Iterable[Path], key: bytes, keys: KeyFile) -> list[Path]:
    """Encrypt plain files with the key of their diary; those that could not be are given."""
    return _each(files, lambda file: _convert(file, None, key, keys))


def remove(files: Iterable[Path]) -> list[Path]:
    """Take files away; those that could not be are given."""
    return _each(files, lambda file: file.unlink(missing_ok=True))


def rewrap(diary: Path, shelf: Shelf, keys: KeyFile) -> list[Path]:
    """Have the new password of the diary open all that its key opens; what has another one is given, or cannot be."""
    sealed = [file for file in _sealed(diary, shelf, keys.diary) if not _is_pictures(file)]
    own = [file for file in sealed if fits(file, _key(shelf))]
    left = _each(own, lambda file: write_whole(keys_of(file), keys.to_bytes()))
    return [file for file in sealed if file in left or file not in own]


def reencrypt(diary: Path, shelf: Shelf, new: bytes, keys: KeyFile) -> list[Path]:
    """Encrypt all that the key of the shelf opens with a new one; what has another one is given, or cannot be."""
    return _each(_sealed(diary, shelf, keys.diary), lambda file: _convert(file, _key(shelf), new, keys))


def _convert(file: Path, old: bytes | None, new: bytes, keys: KeyFile) -> None:
    """Put a file with the new key in the place of one. Raises DiaryError, OSError; it is then as it was."""
    if fits(file, _of(file, new)):
        return  # it was done before something was cut off
    if _is_pictures(file):
        converting.convert(file, None if old is None else _of(file, old), _of(file, new), keeps=False)
        return
    write_whole(keys_of(file), _with_old(keys, file).to_bytes())
    converting.convert(file, old, new, keeps=False)
    write_whole(keys_of(file), keys.to_bytes())


def _with_old(keys: KeyFile, file: Path) -> KeyFile:
    """New keys and those that are beside a file."""
    try:
        return keys.and_slots(read_key_file(content_of(keys_of(file))).slots)
    except (OSError, ProtectionError):
        return keys


def _of(file: Path, key: bytes) -> bytes:
    """What is made of the diary's key for a file."""
    if not _is_pictures(file):
        return key
    return photos_key(key) if CopyName.read(file.name) is None else backups_key(key)


def _key(shelf: Shelf) -> bytes:
    assert shelf.key is not None, "it is the shelf of a diary that has a password"
    return shelf.key


def _is_pictures(file: Path) -> bool:
    return file.name.endswith(PHOTOS)


def _sealed(diary: Path, shelf: Shelf, identity: str) -> list[Path]:
    """All that is at hand and encrypted; a folder that cannot be read has nothing."""
    found: list[Path] = []
    for folder in (shelf.folder, shelf.second):
        try:
            if folder is not None:
                found += [copy.file for copy in (*folder.copies(identity), *folder.pictures(identity))]
        except DiaryError:
            continue
    return [file for file in (*found, *_beside(diary)) if _is_sealed(file)]


def _beside(diary: Path) -> list[Path]:
    """Diaries from before an upgrade or a restore, and their photos."""
    upgraded = diary.parent.glob(f"{diary.stem}.before-upgrade-to-*{diary.suffix}")
    found = (*upgraded, *(diary.parent / ASIDE).glob("*/*"))
    return sorted(file for file in found if file.name.endswith((DIARY_SUFFIX, PHOTOS)) and file.is_file())


def _is_sealed(file: Path) -> bool:
    try:
        return is_sealed(file)
    except DiaryError:
        return False


def _each(files: Iterable[Path], work: Callable[[Path], object]) -> list[Path]:
    """Do something with each file; those where it failed."""
    left = []
    for file in files:
        try:
            work(file)
        except (DiaryError, OSError):
            left.append(file)
    return left
