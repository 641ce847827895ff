"""The envelope of a WebP file: its chunks (RFC 9649, section 2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from adtracker.errors import PhotoError
from adtracker.photos.envelope import Envelope, Kind, check_parts, check_size

RIFF, WEBP = b"RIFF", b"WEBP"
_HEADER = 12
_EXTENDED, _LOSSY, _LOSSLESS, _EXIF = b"VP8X", b"VP8 ", b"VP8L", b"EXIF"
_MOVING = (b"ANIM", b"ANMF")
_EXIF_MARK = b"Exif\0\0"  # not in the standard, but some writers put it there


def read(data: bytes) -> Envelope:
    """The envelope. Raises PhotoError, and struct.error for a file that ends too soon."""
    (size,) = struct.unpack_from("<I", data, len(RIFF))
    end = len(RIFF) + 4 + size
    if end > len(data):
        raise PhotoError("photo.incomplete")
    chunks: dict[bytes, int] = {}
    for kind, start in _chunks(data, end):
        chunks.setdefault(kind, start)
    if any(kind in chunks for kind in _MOVING):
        raise PhotoError("photo.moving")
    width, height = _size(data, chunks)
    check_size(width, height)
    return Envelope(Kind.WEBP, data[:end], width, height, _exif(data, chunks))


def _chunks(data: bytes, end: int) -> Iterator[tuple[bytes, int]]:
    """Type and start of the content of every chunk."""
    at, parts = _HEADER, 0
    while at < end:
        parts += 1
        check_parts(parts)
        kind, length = struct.unpack_from("<4sI", data, at)
        yield kind, at + 8
        at += 8 + length + length % 2
    if at > end + 1:
        raise PhotoError("photo.incomplete")


def _size(data: bytes, chunks: dict[bytes, int]) -> tuple[int, int]:
    """Width and height, from the extended header or from the picture itself."""
    if _EXTENDED in chunks:
        at = chunks[_EXTENDED] + 4
        return _three_bytes(data, at) + 1, _three_bytes(data, at + 3) + 1
    if _LOSSY in chunks:
        width, height = struct.unpack_from("<HH", data, chunks[_LOSSY] + 6)
        return width & 0x3FFF, height & 0x3FFF
    if _LOSSLESS in chunks:
        (bits,) = struct.unpack_from("<I", data, chunks[_LOSSLESS] + 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    raise PhotoError("photo.unreadable")


def _three_bytes(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")


def _exif(data: bytes, chunks: dict[bytes, int]) -> bytes:
    if _EXIF not in chunks:
        return b""
    start = chunks[_EXIF]
    (length,) = struct.unpack_from("<I", data, start - 4)
    return data[start : start + length].removeprefix(_EXIF_MARK)
