"""A diary gets a password, gets another one, or loses it; the door to all of this for window and command line.

The keys are written before the diary is encrypted and go after it is plain, so that a crash in between leaves a plain
diary with keys beside it, which do nothing, or an encrypted one that its password opens. Nobody may have it open.
"""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

from adtracker.errors import ProtectionError
from adtracker.files import is_there
from adtracker.protection.cost import Cost, calibrated, stretch
from adtracker.protection.key_file import KeyFile
from adtracker.protection.passwords import check_password
from adtracker.protection.slots import SALT_BYTES, wrap
from adtracker.storage import converting, upkeep
from adtracker.storage.failures import diary_error
from adtracker.storage.header import is_sealed
from adtracker.storage.key_files import KeyPlaces, opens
from adtracker.storage.opening import open_diary


class Protection:
    """The password of the diary at `path`; `settings` is the folder of the settings, where spare keys lie."""

    def __init__(self, path: Path, settings: Path) -> None:
        self.path = path
        self._places = KeyPlaces(path, settings)

    @property
    def is_on(self) -> bool:
        """Whether the diary is encrypted. Raises DiaryError where there is none."""
        return is_sealed(self.path)

    def key_of(self, password: str) -> bytes:
        """The key that a password opens. Raises ProtectionError, DiaryError."""
        return self._places.key(password)

    def confirm(self, password: str, key: bytes) -> None:
        """Refuse what is not the password of the key. The diary is not touched, so it may be open.

        Raises ProtectionError.
        """
        if key not in self._places.read().keys(password):
            raise ProtectionError("protection.password_wrong")

    def check(self, key: bytes) -> None:
        """Refuse the key of another diary, which wrong words gave. Raises ProtectionError, DiaryError."""
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

    def change_password(self, key: bytes, password: str, cost: Cost) -> None:
        """Let another password open the diary, and the one before no more; the diary stays as it is. Raises as above.

        Copies of the diary from before keep the keys that lie beside them.
        """
        check_password(password)
        identity = self._identity(key)
        self._places.write(KeyFile(identity, (wrap(key, password, identity, cost),)))

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
