"""Reads a picture from a file that a person chose, or says in a sentence why not."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from adtracker.domain.records.photo import CleanPhoto
from adtracker.errors import PhotoError

# Twice what a phone makes of its best photo. Reading and taking apart needs twice its size.
LARGEST_MEGABYTES = 40
_LIMIT = LARGEST_MEGABYTES * 1024 * 1024


def clean_file(file: Path) -> CleanPhoto:
    """The photo in a file, as `clean` makes it. Raises PhotoError."""
    return clean_bytes(_read(file))


def take_back_file(file: Path) -> CleanPhoto:
    """The photo in a file of an export, as it was in the diary. Raises PhotoError."""
    return take_back_bytes(_read(file))


def take_back_bytes(data: bytes) -> CleanPhoto:
    """The photo in what a diary had as its picture, the very same. Raises PhotoError."""
    from adtracker.photos.clean import take_back  # noqa: PLC0415 -- as below

    return take_back(data)


def is_readable(digest: str, jpeg: bytes) -> bool:
    """Whether a stored picture can still be read; only what is not as it was stored has to be tried."""
    if hashlib.sha256(jpeg).hexdigest() == digest:
        return True
    from adtracker.photos.clean import take_back  # noqa: PLC0415 -- as below

    try:
        take_back(jpeg)
    except PhotoError:
        return False
    return True


def clean_bytes(data: bytes) -> CleanPhoto:
    """The photo in what was pasted or read, as `clean` makes it. Raises PhotoError."""
    if len(data) > _LIMIT:
        raise PhotoError("photo.too_large", megabytes=LARGEST_MEGABYTES)
    from adtracker.photos.clean import clean  # noqa: PLC0415 -- Pillow is loaded when the first photo is added

    return clean(data)


def _read(file: Path) -> bytes:
    try:
        state = file.stat()
        if not stat.S_ISREG(state.st_mode):  # a pipe would be waited for
            raise PhotoError("photo.not_a_picture")
        if state.st_size > _LIMIT:
            raise PhotoError("photo.too_large", megabytes=LARGEST_MEGABYTES)
        with file.open("rb") as source:
            return source.read(_LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        reason = getattr(error, "strerror", None) or str(error)
    raise PhotoError("photo.cannot_read", file=file, reason=reason)
