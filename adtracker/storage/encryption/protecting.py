"""A diary gets a password, gets another one, or loses it; the door to all of this for window and command line.

The keys are written before the diary is encrypted and go after it is plain, so that a crash in between leaves a plain
diary with keys beside it, which do nothing, or an encrypted one that its password opens. Nobody may have it open.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from adtracker.errors import ProtectionError
from adtracker.files import is_there
from adtracker.protection.cost import Cost, calibrated, stretch
from adtracker.protection.key_file import KeyFile
from adtracker.protection.passwords import check_password
from adtracker.protection.slots import SALT_BYTES, wrap
from adtracker.storage import upkeep
from adtracker.storage.copies import rekeying
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.copies.unfinished import finish
from adtracker.storage.encryption import converting
from adtracker.storage.encryption.key_files import KeyPlaces, opens
from adtracker.storage.failures import diary_error
from adtracker.storage.header import is_sealed
from adtracker.storage.opening import open_diary


class Protection:
    """The password of the diary at `path`; `settings` is the folder of the settings, where spare keys lie."""

    def __init__(self, path: Path, settings: Path) -> None:
        self.path = path
        self._places = KeyPlaces(path, settings)

    @property
    def is_on(self) -> bool:
        """Whether the diary is encrypted. Raises DiaryError where there is none."""
        finish(self.path)
        return is_sealed(self.path)

    def key_of(self, password: str) -> bytes:
        """The key that a password opens. Raises ProtectionError, DiaryError."""
        finish(self.path)
        return self._places.key(password)

    def confirm(self, password: str, key: bytes) -> None:
        """Refuse what is not the password of the key. The diary is not touched, so it may be open.

        Raises ProtectionError.
        """
        if key not in self._places.read().keys(password):
            raise ProtectionError("protection.password_wrong")

    def check(self, key: bytes) -> None:
        """Refuse the key of another diary, which wrong words gave. Raises ProtectionError, DiaryError."""
        finish(self.path)
        if not opens(self.path, key):
            raise ProtectionError("protection.words_wrong")

    def switch_on(self, key: bytes, password: str, cost: Cost) -> None:
        """Encrypt the diary and its photos with a new key that a new password opens. Raises as above."""
        check_password(password)
        identity = self._identity(None)
        self._places.write(KeyFile(identity, (wrap(key, password, identity, cost),)))
        converting.encrypt(self.path, key)

    def begin(self, key: bytes, password: str, cost: Cost) -> None:
        """Make a new diary that is encrypted before anything is in it. Raises as above; there is none then."""
        if is_there(self.path):
            raise diary_error("exists", self.path)
        open_diary(self.path, create=True).close()
        try:
            self.switch_on(key, password, cost)
        except BaseException:
            self.path.unlink(missing_ok=True)  # nothing was in it
            raise

    def change_password(self, key: bytes, password: str, cost: Cost, shelf: Shelf | None = None) -> list[Path]:
        """Let another password open the diary, and the one before no more; the diary stays as it is. Raises as above.

        The copies on the shelf get it too; those that keep the one that they had are given.
        """
        check_password(password)
        identity = self._identity(key)
        keys = KeyFile(identity, (wrap(key, password, identity, cost),))
        self._places.write(keys)
        return [] if shelf is None else rekeying.rewrap(self.path, shelf.under(key), keys)

    def change_key(self, key: bytes, new: bytes, password: str, cost: Cost, shelf: Shelf | None = None) -> list[Path]:
        """Encrypt the diary anew, so that words that somebody has seen open it no more. Raises as above.

        So are the copies on the shelf; those that keep the key that they had are given. While it is being done, both
        passwords are taken, for either key.
        """
        check_password(password)
        identity = self._identity(key)
        keys = KeyFile(identity, (wrap(new, password, identity, cost),))
        slots = [wrap(key, password, identity, cost)]
        with suppress(ProtectionError):  # where there are none, the words open it
            slots += self._places.read().slots
        self._places.write(keys.and_slots(slots))
        converting.rekey(self.path, key, new)
        self._places.write(keys)
        return [] if shelf is None else rekeying.reencrypt(self.path, shelf.under(key), new, keys)

    def encrypt_files(self, files: Sequence[Path], key: bytes) -> list[Path]:
        """Encrypt files from before the diary had its password; those that could not be are given. Raises as above."""
        return rekeying.encrypt(files, key, self._places.read())

    def switch_off(self, key: bytes) -> None:
        """Make the diary and its photos plain again. Raises DiaryError."""
        with closing(open_diary(self.path, create=False, key=key)):
            pass  # it is sound, and the key is its own
        converting.decrypt(self.path, key)
        self._places.drop()

    def _identity(self, key: bytes | None) -> str:
        """Which diary it is; opened in full first, so that only a sound one of the current form is encrypted."""
        with closing(open_diary(self.path, create=False, key=key)) as database, database.transaction() as connection:
            return upkeep.identity(connection)


def measured_cost() -> Cost:
    """What a try at a password should cost by this computer: takes about a second."""
    return calibrated(_seconds)


def _seconds(cost: Cost) -> float:
    begun = time.perf_counter()
    stretch(b"how fast is this computer", bytes(SALT_BYTES), cost)
    return time.perf_counter() - begun
