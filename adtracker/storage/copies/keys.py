"""Finds the key of copies, also where the diary itself cannot be opened: each copy has its keys beside it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from enum import Enum

from adtracker.errors import DiaryError, ProtectionError
from adtracker.protection.key_file import read_key_file
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.encryption.key_files import content_of, opens
from adtracker.storage.header import is_sealed
from adtracker.storage.naming import keys_of


class Lock(Enum):
    """How a copy is locked: not at all, by the key that is at hand, or by another one; as scripts read it."""

    NONE = "none"
    OPEN = "given"
    SHUT = "other"


def lock_of(copy: Copy) -> Lock:
    """Whether a copy is encrypted, and whether the key that comes with it is its own."""
    try:
        if not _is_sealed(copy):
            return Lock.NONE
        return Lock.OPEN if copy.key is not None and opens(copy.file, copy.key) else Lock.SHUT
    except DiaryError:  # it is gone by now
        return Lock.SHUT


def is_any_sealed(copies: Sequence[Copy]) -> bool:
    """Whether a key is needed to read these copies."""
    return any(_is_sealed(copy) for copy in copies)


def key_by_password(copies: Sequence[Copy], password: str) -> bytes:
    """The key of the first of the encrypted copies that a password opens by the keys beside it; the last copy is asked
    first. Each file of keys is tried once, for a try takes long. Raises ProtectionError."""
    tried: set[bytes] = set()
    for copy in filter(_is_sealed, copies):
        with suppress(OSError, ProtectionError):
            content = content_of(keys_of(copy.file))
            if content not in tried:
                tried.add(content)
                for key in read_key_file(content).keys(password):
                    if opens_copy(copy, key):
                        return key
    raise ProtectionError("protection.password_wrong" if tried else "protection.keys_missing")


def check_words(copies: Sequence[Copy], key: bytes) -> None:
    """Refuse a key that opens none of the encrypted copies. Raises ProtectionError."""
    if not any(opens_copy(copy, key) for copy in filter(_is_sealed, copies)):
        raise ProtectionError("protection.words_wrong")


def opens_copy(copy: Copy, key: bytes) -> bool:
    """Whether a key opens an encrypted copy."""
    return lock_of(Copy(copy.file, copy.name, key)) is Lock.OPEN


def _is_sealed(copy: Copy) -> bool:
    try:
        return is_sealed(copy.file)
    except DiaryError:
        return False
