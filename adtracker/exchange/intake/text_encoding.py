"""Tells how the letters of a text are written: UTF-8, UTF-16, or as Windows did before (cp1252); or that it is none."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

UTF8, UTF16, WINDOWS = "utf-8-sig", "utf-16", "cp1252"
_MARKS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, UTF16), (codecs.BOM_UTF16_BE, UTF16))
_PIECE = 1 << 20
# Letters that no text has: what begins so was written by a program for itself.
_NO_TEXT = frozenset(range(32)) - {9, 10, 12, 13, 26, 27}


@dataclass(frozen=True, slots=True)
class Encoding:
    """How letters are written, as Python calls it."""

    name: str

    @property
    def is_utf8(self) -> bool:
        """Whether it is the one that our own files have."""
        return self.name == UTF8


def encoding_of(file: Path) -> Encoding | None:
    """The encoding of a file; None if it is no text. It is read in pieces, as often as it takes. Raises OSError."""
    with file.open("rb") as source:
        head = source.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name) if _fits(file, name) else None
    if unmarked := _utf16_without_mark(head):
        return Encoding(unmarked) if _fits(file, unmarked) else None
    if _NO_TEXT & set(head):
        return None
    return next((Encoding(name) for name in (UTF8, WINDOWS) if _fits(file, name)), None)


def _utf16_without_mark(head: bytes) -> str:
    """UTF-16 whose mark is missing shows by its zeros: every other byte of plain letters is one."""
    half = len(head) // 2
    if half < 2 or b"\0" not in head:
        return ""
    even, odd = head[0 : 2 * half : 2].count(0), head[1 : 2 * half : 2].count(0)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.1 else ""


def _fits(file: Path, name: str) -> bool:
    """Whether all of the file can be read so."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        with file.open("rb") as source:
            while piece := source.read(_PIECE):
                if "\0" in decoder.decode(piece):
                    return False
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
