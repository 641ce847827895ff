"""Where the file of keys of a diary lies: beside it, and once more in the settings folder in case that one is lost.

What is in it is no secret (`protection.key_file`). Key, password and words are never written anywhere.
"""

from __future__ import annotations

import hashlib
from contextlib import closing, suppress
from pathlib import Path

from adtracker.errors import DAMAGED, DiaryError, ProtectionError
from adtracker.files import write_whole
from adtracker.paths import private_folder
from adtracker.protection.key_file import LARGEST, KeyFile, read_key_file
from adtracker.storage.database import Database
from adtracker.storage.encryption.sealing import fits
from adtracker.storage.failures import translate_errors
from adtracker.storage.header import check_header
from adtracker.storage.naming import KEYS, keys_of

_LETTERS = 16


class KeyPlaces:
    """The two places of the keys of the diary at `path`; `settings` is the folder of the settings."""

    def __init__(self, path: Path, settings: Path) -> None:
        self._path = path.absolute()
        self.beside = keys_of(self._path)
        name = hashlib.sha256(str(self._path).encode("utf-8", "surrogateescape")).hexdigest()[:_LETTERS]
        self.spare = settings / "keys" / f"{name}{KEYS}"

    def read(self) -> KeyFile:
        """The keys beside the diary, or the spare ones where those are gone or damaged. Raises ProtectionError."""
        wrong = ProtectionError("protection.keys_missing")
        for place in (self.beside, self.spare):
            try:
                return read_key_file(content_of(place))
            except FileNotFoundError:
                continue
            except OSError:
                wrong = ProtectionError("protection.keys_damaged")
            except ProtectionError as error:
                wrong = error
        raise wrong

    def write(self, keys: KeyFile) -> None:
        """Put keys in both places. That the spare ones cannot be written is no error. Raises DiaryError."""
        with translate_errors(self._path):
            write_whole(self.beside, keys.to_bytes())
        with suppress(OSError):
            private_folder(self.spare.parent)
            write_whole(self.spare, keys.to_bytes())

    def drop(self) -> None:
        """Take away the keys beside a diary that is plain again; the spare ones open backups from before."""
        with suppress(OSError):
            self.beside.unlink(missing_ok=True)

    def key(self, password: str) -> bytes:
        """The diary's key. The diary must not be open. Raises ProtectionError, DiaryError."""
        found = self.read().keys(password)
        if not found:
            raise ProtectionError("protection.password_wrong")
        key = next((key for key in found if opens(self._path, key)), None)
        if key is None:
            raise ProtectionError("protection.keys_foreign")
        self._renew()
        return key

    def _renew(self) -> None:
        """Put the keys back beside the diary where they are gone; that this cannot be done is no error."""
        if not self.beside.exists() and self.spare.exists():
            with suppress(OSError):
                write_whole(self.beside, content_of(self.spare))


def opens(path: Path, key: bytes) -> bool:
    """Whether a key is that of a diary, which must not be open. Raises DiaryError.

    Where damage lets nobody tell it is taken for the right one: a diary that is damaged is never called another's.
    """
    try:
        check_header(path, has_key=True)
    except DiaryError as error:
        if error.key != DAMAGED:
            raise
        return True
    with closing(Database(path, read_only=True, key=key)) as database:
        try:
            database.check_key()
        except DiaryError as error:
            if error.key != "diary.key_wrong":
                raise
        else:
            return True
    return fits(path, key)


def bring_keys(file: Path, copy: Path) -> None:
    """Put the keys that lie beside a diary beside a copy of it too; nothing where there are none. Raises OSError."""
    with suppress(FileNotFoundError):
        write_whole(keys_of(copy), content_of(keys_of(file)))


def content_of(place: Path) -> bytes:
    """What is in a file of keys, as far as it can be one. Raises OSError."""
    with place.open("rb") as file:
        return file.read(LARGEST + 1)
