"""Slots: the key of a diary, locked up by a password. A slot is no secret; without its password it says nothing.

The password is stretched by Argon2id (RFC 9106) and locks the key by AES-256-GCM, which also tells whether a password
was right. The form and the diary's identity are locked in with it: a slot put into another diary's file opens nothing.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adtracker.protection.cost import Cost, stretch
from adtracker.protection.passwords import password_bytes
from adtracker.protection.words import KEY_BYTES

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = 1
SALT_BYTES, NONCE_BYTES, TAG_BYTES = 16, 12, 16
WRAPPED_BYTES = KEY_BYTES + TAG_BYTES


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to a diary's key."""

    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes


def wrap(key: bytes, password: str, diary: str, cost: Cost) -> Slot:
    """Lock up the key of the diary of this identity."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    lock = _lock(password, salt, cost)
    return Slot(cost, salt, nonce, lock.encrypt(nonce, key, _bound(diary)))


def unwrap(slot: Slot, password: str, diary: str) -> bytes | None:
    """The key, None if the password is another or the slot is not what it was. Takes as long as its cost says."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 -- see `_lock`

    lock = _lock(password, slot.salt, slot.cost)
    try:
        return lock.decrypt(slot.nonce, slot.wrapped, _bound(diary))
    except InvalidTag:
        return None


def _lock(password: str, salt: bytes, cost: Cost) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 -- a plain diary opens without it

    return AESGCM(stretch(password_bytes(password), salt, cost))


def _bound(diary: str) -> bytes:
    return f"adtracker keys {VERSION} {diary}".encode()
