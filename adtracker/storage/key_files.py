"""Where the file of keys of a diary lies: beside it, and once more in the settings folder in case that one is lost.

What is in it is no secret (`protection.key_file`). Key, password and words are never written anywhere.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from adtracker.errors import DiaryError, ProtectionError
from adtracker.files import write_whole
from adtracker.paths import private_folder
from adtracker.protection.key_file import LARGEST, KeyFile, read_key_file
from adtracker.storage.database import Database
from adtracker.storage.failures import translate_errors
from adtracker.storage.header import check_header
from adtracker.storage.opening import check_key

KEYS = ".keys"
_LETTERS = 16


class KeyPlaces:
    """The two places of the keys of the diary at `path`; `settings` is the folder of the settings."""

    def __init__(self, path: Path, settings: Path) -> None:
        self._path = path.absolute()
        self.beside = self._path.with_name(self._path.name + KEYS)
        name = hashlib.sha256(str(self._path).encode("utf-8", "surrogateescape")).hexdigest()[:_LETTERS]
        self.spare = settings / "keys" / f"{name}{KEYS}"

    def read(self) -> KeyFile:
        """The keys beside the diary, or the spare ones where those are gone or damaged. Raises ProtectionError."""
        wrong = ProtectionError("protection.keys_missing")
        for place in (self.beside, self.spare):
            try:
                return read_key_file(_content(place))
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
        return key


def opens(path: Path, key: bytes) -> bool:
    """Whether a key is that of a diary, which must not be open. Raises DiaryError."""
    check_header(path, has_key=True)
    database = Database(path, read_only=True, key=key)
    try:
        check_key(database)
    except DiaryError as error:
        if error.key != "diary.key_wrong":
            raise
        return False
    finally:
        database.close()
    return True


def _content(place: Path) -> bytes:
    with place.open("rb") as file:
        return file.read(LARGEST + 1)
