"""The envelope of a PNG file: its chunks (W3C PNG, section 5), without texts and whatever follows the end."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from adtracker.errors import PhotoError
from adtracker.photos.envelope import Envelope, Kind, check_parts, check_size

MAGIC = b"\x89PNG\r\n\x1a\n"
# The pixels come in chunks of 8 kB or so.
MOST_CHUNKS = 50_000

_KEPT = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
_PROFILE, _EXIF, _MOVING, _END = b"iCCP", b"eXIf", b"acTL", b"IEND"
_BEFORE, _AFTER = 8, 4  # length and type, checksum


def read(data: bytes) -> Envelope:
    """The envelope. Raises PhotoError, and struct.error for a file that ends too soon."""
    length, first, width, height = struct.unpack_from(">I4sII", data, len(MAGIC))
    if (length, first) != (13, b"IHDR"):
        raise PhotoError("photo.unreadable")
    check_size(width, height)
    view = memoryview(data)
    kept: list[bytes | memoryview] = [MAGIC]
    once: dict[bytes, memoryview] = {}
    for kind, start, end in _chunks(data):
        if kind == _MOVING:
            raise PhotoError("photo.moving")
        if kind in _KEPT or (kind == _PROFILE and kind not in once):
            kept.append(view[start:end])
        once.setdefault(kind, view[start + _BEFORE : end - _AFTER])
    return Envelope(Kind.PNG, b"".join(kept), width, height, bytes(once.get(_EXIF, b"")))


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Type, start and end of every chunk up to the last."""
    kind, end = b"", len(MAGIC)
    for number in range(MOST_CHUNKS + 1):
        start = end
        length, kind = struct.unpack_from(">I4s", data, start)
        end = start + _BEFORE + length + _AFTER
        if end > len(data):
            raise PhotoError("photo.incomplete")
        check_parts(number, MOST_CHUNKS)
        yield kind, start, end
        if kind == _END:
            return
