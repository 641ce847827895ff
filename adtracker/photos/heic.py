"""The envelope of a HEIC file: its boxes (ISO/IEC 14496-12), outermost only.

What is inside is left to libheif, which checks every size before it takes memory for it. The picture's own turn is a
part of the format there, and EXIF says nothing about it.
"""

from __future__ import annotations

import struct

from adtracker.errors import PhotoError
from adtracker.photos.envelope import Envelope, Kind, check_parts

BRAND_BOX = b"ftyp"
# Phones make these; libheif's limits keep what they cost at 8 bytes a pixel.
MOST_PIXELS = 50_000_000
# What stands in the metadata is copied five times.
LARGEST_MEGABYTES = 16

_STILL = {b"heic", b"heix", b"heim", b"heis"}
_MOVING = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"}
_LONG, _TO_THE_END = 1, 0


def read(data: bytes) -> Envelope:
    """The envelope, without a size. Raises PhotoError, and struct.error for a file that ends too soon."""
    (length,) = struct.unpack_from(">I", data)
    brands = [data[at : at + 4] for at in range(8, min(length, 8 + 4 * 64), 4)]
    if brands[:1] and brands[0] in _MOVING:
        raise PhotoError("photo.moving")
    if not _STILL.intersection(brands):
        raise PhotoError("photo.not_a_picture")
    if len(data) > LARGEST_MEGABYTES * 1024 * 1024:
        raise PhotoError("photo.too_large", megabytes=LARGEST_MEGABYTES)
    _check_boxes(data)
    return Envelope(Kind.HEIC, data)


def _check_boxes(data: bytes) -> None:
    at, parts = 0, 0
    while at < len(data):
        parts += 1
        check_parts(parts)
        (length,) = struct.unpack_from(">I", data, at)
        if length == _TO_THE_END:
            return
        if length == _LONG:
            (length,) = struct.unpack_from(">Q", data, at + 8)
        if length < 8:
            raise PhotoError("photo.unreadable")
        at += length
    if at > len(data):
        raise PhotoError("photo.incomplete")
