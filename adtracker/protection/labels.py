"""Keys that are made of a diary's key, each for one use, so that none tells anything of another (HKDF, RFC 5869)."""

from __future__ import annotations

import secrets

from adtracker.protection.words import KEY_BYTES


def new_key() -> bytes:
    """A key that nobody has had."""
    return secrets.token_bytes(KEY_BYTES)


def photos_key(key: bytes) -> bytes:
    """The key of the file of photos beside a diary."""
    return _made(key, b"adtracker photos 1")


def backups_key(key: bytes) -> bytes:
    """The key of what is kept with backups and is not itself a diary."""
    return _made(key, b"adtracker backups 1")


def _made(key: bytes, label: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 -- a plain diary opens without it
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 -- the same

    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=label).derive(key)
