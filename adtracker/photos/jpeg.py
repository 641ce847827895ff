"""The envelope of a JPEG file: its segments (ITU-T T.81, annex B), without metadata and whatever follows the end."""

from __future__ import annotations

import re
import struct

from adtracker.errors import PhotoError
from adtracker.photos.envelope import MOST_PIXELS, Envelope, Kind, check_parts, check_size

MAGIC = b"\xff\xd8\xff"
# In one sequential scan a JPEG is decoded at a fraction of its size, so even 200 million pixels cost little; in several
# scans all coefficients are held.
MOST_PIXELS_IN_ONE_SCAN = 210_000_000
MOST_SCANS = 64

_SOI, _EOI = b"\xff\xd8", b"\xff\xd9"
_END, _SCAN, _TABLES = 0xD9, 0xDA, (0xC4, 0xDB, 0xDD)
_SEQUENTIAL, _PROGRESSIVE = (0xC0, 0xC1), (0xC2,)
_JFIF, _EXIF, _PROFILE, _ADOBE = (0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
_KEPT = (_JFIF, _PROFILE, _ADOBE)
# Within a scan a marker is 0xFF and a code; 0xFF00 is a byte of data, 0xFFD0 to 0xFFD7 are restarts.
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def read(data: bytes) -> Envelope:
    """The envelope. Raises PhotoError, and struct.error or IndexError for a file that ends too soon."""
    walk = _Walk(data)
    while walk.step():
        pass
    return walk.envelope()


class _Walk:
    """Goes from segment to segment, keeping those that make the picture."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = len(_SOI)
        self._parts = 0
        self._scans = 0
        self._frame: tuple[int, int, int] | None = None
        self._exif = b""
        self._kept: list[bytes | memoryview] = [_SOI]

    def step(self) -> bool:
        """Take the next segment; False at the end of the picture."""
        code = self._next_code()
        if code == _END:
            return False
        self._parts += 1
        check_parts(self._parts)
        (length,) = struct.unpack_from(">H", self._data, self._at + 1)
        self._take(code, self._data[self._at - 1 : self._at + 1 + length])
        self._at += 1 + length
        if code == _SCAN:
            self._take_scan()
        return True

    def envelope(self) -> Envelope:
        """What was found. Raises PhotoError if it is no picture, or too large a one."""
        if self._frame is None or not self._scans:
            raise PhotoError("photo.unreadable")
        code, width, height = self._frame
        one_scan = code in _SEQUENTIAL and self._scans == 1
        check_size(width, height, MOST_PIXELS_IN_ONE_SCAN if one_scan else MOST_PIXELS)
        return Envelope(Kind.JPEG, b"".join([*self._kept, _EOI]), width, height, self._exif)

    def _next_code(self) -> int:
        if self._data[self._at] != 0xFF:
            raise PhotoError("photo.unreadable")
        while self._data[self._at] == 0xFF:  # a marker may have several
            self._at += 1
        return self._data[self._at]

    def _take(self, code: int, segment: bytes) -> None:
        body = segment[4:]
        if code in (*_SEQUENTIAL, *_PROGRESSIVE):
            if self._frame is not None:
                raise PhotoError("photo.unreadable")
            height, width = struct.unpack_from(">HH", body, 1)
            self._frame = code, width, height
        elif (code, body[: len(_EXIF[1])]) == _EXIF:
            self._exif = self._exif or body[len(_EXIF[1]) :]
            return
        elif code not in (*_TABLES, _SCAN) and not any(code == kept and body.startswith(mark) for kept, mark in _KEPT):
            return
        self._kept.append(segment)

    def _take_scan(self) -> None:
        self._scans += 1
        check_parts(self._scans, MOST_SCANS)
        found = _AFTER_SCAN.search(self._data, self._at)
        if found is None:
            raise PhotoError("photo.incomplete")
        self._kept.append(memoryview(self._data)[self._at : found.start()])
        self._at = found.start()
