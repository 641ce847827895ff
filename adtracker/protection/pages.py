"""The pages of a file that SQLCipher encrypted, one by one: whether each is what was written, and what is under it.

The layout is that of version 4 (zetetic.net/sqlcipher/design): the file begins with 16 bytes of salt in place of
SQLite's first 16; each page ends with 16 bytes that its cipher (AES-256-CBC) began with, and with 64 bytes of
HMAC-SHA512 over all of it and its number: its seal.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from adtracker.protection.words import KEY_BYTES

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.modes import CBC

PAGE, RESERVED, SALT = 4096, 80, 16
_SEAL = 64
_MASK, _ROUNDS = 0x3A, 2
# SQLite's page size, ways to write and read, reserved bytes and fractions, as they stand behind the salt.
_SHAPE = PAGE.to_bytes(2, "big") + bytes((1, 1, RESERVED, 64, 32, 32))
_KINDS, _MOST_FRAGMENTS = (2, 5, 10, 13), 60  # of SQLite's pages, section 1.6 of its file format


class Pages:
    """The pages of the encrypted file that begins with a salt, under a key."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        self._seal = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ _MASK for byte in salt), _ROUNDS, KEY_BYTES)

    def is_whole(self, number: int, page: bytes) -> bool:
        """Whether a page is what was written, in its place."""
        return hmac.compare_digest(self._sealed(number, page), page[-_SEAL:])

    def plain(self, number: int, page: bytes) -> bytes:
        """What is under the cipher; of a damaged page what is left. Of the first one without what stood at the salt."""
        start = page[-RESERVED : -RESERVED + SALT]
        return _cipher(self._key, start).decryptor().update(page[_begin(number) : -RESERVED])

    def has_form(self, number: int, page: bytes) -> bool:
        """Whether under the cipher is one of SQLite's pages with rows; of noise one in five million is."""
        content = self.plain(number, page)
        if number == 1:
            return content.startswith(_SHAPE)
        free, cells, first = (int.from_bytes(content[at : at + 2], "big") for at in (1, 3, 5))
        is_full = 0 < cells < PAGE // 4 and first <= PAGE - RESERVED
        return content[0] in _KINDS and free < PAGE and is_full and content[7] <= _MOST_FRAGMENTS

    def seal(self, number: int, page: bytes, content: bytes | None = None) -> bytes:
        """The page with a seal that is right, with other content if any is given."""
        begin = _begin(number)
        if content is not None:
            start = secrets.token_bytes(SALT)
            hidden = _cipher(self._key, start).encryptor().update(content)
            page = page[:begin] + hidden + start + page[-_SEAL:]
        return page[:-_SEAL] + self._sealed(number, page)

    def _sealed(self, number: int, page: bytes) -> bytes:
        return hmac.digest(self._seal, page[_begin(number) : -_SEAL] + number.to_bytes(4, "little"), "sha512")


def _cipher(key: bytes, start: bytes) -> Cipher[CBC]:
    from cryptography.hazmat.primitives.ciphers import Cipher  # noqa: PLC0415 -- a plain diary opens without it
    from cryptography.hazmat.primitives.ciphers.algorithms import AES  # noqa: PLC0415 -- the same
    from cryptography.hazmat.primitives.ciphers.modes import CBC  # noqa: PLC0415 -- the same

    return Cipher(AES(key), CBC(start))


def _begin(number: int) -> int:
    return SALT if number == 1 else 0
