"""Leaves out the fonts that the compiler of reports carries: 19 MB of 68, which no report of ours may use.

Reports are set with the fonts under `resources/` and with those that a person chose, so that a page is the same on
every computer; `adtracker/report/typeset.py` shuts the compiler's own out. Where they lay the library has zeros from
then on, which stand in no file: what is around them keeps its address, and only its place in the file moves up.
"""

import re
import struct
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from messages import SetupError

_PAGE = 4096
_KINDS_OF_FONT = re.compile(rb"\x00\x01\x00\x00|OTTO")
_TABLES = range(8, 41)  # as many as a font has
_IN_EVERY_FONT = frozenset({b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name"})
# Of the file's head: where the tables of segments and of sections begin, the size and count of both.
_SEGMENTS_AT, _SECTIONS_AT, _COUNTS_AT = 32, 40, 54
_SEGMENT, _SECTION = struct.Struct("<IIQQQQQQ"), struct.Struct("<IIQQQQIIQQ")
_LOAD, _TABLE_OF_SEGMENTS, _TAKES_NO_PLACE = 1, 6, 8
Span = tuple[int, int]


class Segment(NamedTuple):
    """A part of a file that is laid into memory, or a note about one."""

    kind: int
    rights: int
    offset: int
    address: int
    physical: int
    in_file: int
    in_memory: int
    aligned: int

    def before(self, hole: Span) -> "Segment":
        """What comes before a hole, with the hole as zeros of no place in the file."""
        return self._replace(in_file=hole[0] - self.offset, in_memory=hole[1] - self.offset)

    def after(self, hole: Span) -> "Segment":
        """What comes after a hole."""
        gone = hole[1] - self.offset
        moved = self._replace(offset=hole[1], address=self.address + gone, physical=self.physical + gone)
        return moved._replace(in_file=self.in_file - gone, in_memory=self.in_memory - gone)


def leave_out_fonts(library: Path) -> None:
    """Write a library for 64 bits anew without the fonts in it. Raises SetupError if it has none."""
    content = bytearray(library.read_bytes())
    if content[:6] != b"\x7fELF\x02\x01":
        raise SetupError(f"{library.name} is no library for 64 bits.")
    spans = list(fonts_in(bytes(content)))
    if not spans:
        raise SetupError(f"{library.name} holds no fonts.")
    # The table of segments gets longer, so it moves to where the first font began.
    table_at = -(-spans[0][0] // 8) * 8
    segments = _segments(content)
    room = table_at + (len(segments) + len(spans)) * _SEGMENT.size
    begins = [room, *(begin for begin, _ in spans[1:])]
    holes = [(-(-begin // _PAGE) * _PAGE, end // _PAGE * _PAGE) for begin, (_, end) in zip(begins, spans, strict=True)]
    holes = [(begin, end) for begin, end in holes if begin < end]
    _write_segments(content, _split(segments, holes), holes, table_at)
    _move_sections(content, holes)
    kept = pairwise([0, *(end for hole in holes for end in hole), len(content)])
    library.write_bytes(b"".join(content[begin:end] for begin, end in list(kept)[::2]))


def fonts_in(content: bytes) -> Iterator[Span]:
    """Where fonts lie in a file, one after the other without a gap; the sums in each font tell that it is one."""
    begin = end = -1
    for found in _KINDS_OF_FONT.finditer(content):
        if found.start() < end or not (size := _size_of_font(content, found.start())):
            continue
        if found.start() != end:
            if end > begin:
                yield begin, end
            begin = found.start()
        end = found.start() + size
    if end > begin:
        yield begin, end


def _size_of_font(content: bytes, start: int) -> int:
    """How long the font is that begins here; 0 if none does."""
    count = int.from_bytes(content[start + 4 : start + 6], "big")
    if count not in _TABLES:
        return 0
    tables = list(struct.iter_unpack(">4sIII", content[start + 12 : start + 12 + 16 * count]))
    if not {tag for tag, *_ in tables} >= _IN_EVERY_FONT:
        return 0
    size = 0
    for tag, wanted, offset, length in tables:
        begin, padded = start + offset, -(-length // 4) * 4
        if begin + padded > len(content):
            return 0
        if tag != b"head" and _sum(content[begin : begin + length]) != wanted:  # that one holds the sum of the whole
            return 0
        size = max(size, offset + padded)
    return size


def _sum(table: bytes) -> int:
    words = array("I", table + bytes(-len(table) % 4))
    words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _segments(content: bytearray) -> list[Segment]:
    (at,) = struct.unpack_from("<Q", content, _SEGMENTS_AT)
    _, count = struct.unpack_from("<HH", content, _COUNTS_AT)
    return [Segment(*_SEGMENT.unpack_from(content, at + place * _SEGMENT.size)) for place in range(count)]


def _split(segments: Sequence[Segment], holes: Sequence[Span]) -> Iterator[Segment]:
    """The segments, with each that is loaded in two where a hole lies in it."""
    for segment in segments:
        rest = segment
        for hole in holes:
            if rest.kind == _LOAD and rest.offset < hole[0] and hole[1] < rest.offset + rest.in_file:
                yield rest.before(hole)
                rest = rest.after(hole)
        yield rest


def _write_segments(content: bytearray, segments: Iterator[Segment], holes: Sequence[Span], table_at: int) -> None:
    made = list(segments)
    home = next(one for one in made if one.kind == _LOAD and one.offset <= table_at < one.offset + one.in_file)
    for place, segment in enumerate(made):
        moved = segment._replace(offset=_moved(segment.offset, holes))
        if segment.kind == _TABLE_OF_SEGMENTS:
            address, size = home.address + table_at - home.offset, len(made) * _SEGMENT.size
            moved = Segment(segment.kind, segment.rights, table_at, address, address, size, size, segment.aligned)
        _SEGMENT.pack_into(content, table_at + place * _SEGMENT.size, *moved)
    struct.pack_into("<Q", content, _SEGMENTS_AT, table_at)
    struct.pack_into("<H", content, _COUNTS_AT + 2, len(made))


def _move_sections(content: bytearray, holes: Sequence[Span]) -> None:
    """Say where the sections lie now, which only tools ask; one with holes in it ends where the first hole begins."""
    (at,) = struct.unpack_from("<Q", content, _SECTIONS_AT)
    _, count = struct.unpack_from("<HH", content, _COUNTS_AT + 4)
    for place in range(count):
        told = list(_SECTION.unpack_from(content, at + place * _SECTION.size))
        begin, end = told[4], told[4] + told[5]
        if told[1] != _TAKES_NO_PLACE:
            told[5] = min([end, *(hole[0] for hole in holes if begin < hole[0] < end)]) - begin
        told[4] = _moved(begin, holes)
        _SECTION.pack_into(content, at + place * _SECTION.size, *told)
    struct.pack_into("<Q", content, _SECTIONS_AT, _moved(at, holes))


def _moved(offset: int, holes: Sequence[Span]) -> int:
    return offset - sum(end - begin for begin, end in holes if end <= offset)
