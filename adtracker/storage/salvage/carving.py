"""Reads the rows in the pages of a file of SQLite's without its list of tables, which may be damaged.

A page says what form it has, and where its rows begin; where it does not any more they are searched for. Whatever does
not fit the form of a row to the last byte is left out. The layout is SQLite's file format, sections 1.6 "B-tree Pages"
and 2.1 "Record Format" (sqlite.org/fileformat2.html).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

Value = int | float | str | bytes | None

_KEY_INTERIOR, _NUMBER_INTERIOR, _KEY_LEAF, _NUMBER_LEAF = 0x02, 0x05, 0x0A, 0x0D
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # bytes, by the number of the form
_NULL, _FLOAT, _ZERO, _ONE, _FIRST_BLOB = 0, 7, 8, 9, 12
_SECTOR = 512
_HEADER = 100  # of the file, before the first page


class _UnfitError(Exception):
    """There is no row here."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one row holds, in the order in which the file has it; with its number in tables that number their rows."""

    number: int | None
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Pages:
    """The content of a file, in pages, of which the last `reserved` bytes are no content."""

    content: bytes
    size: int
    reserved: int = 0

    def rows(self) -> Iterator[Sequence[Row]]:
        """The rows, page by page: those of one page are all of one table, or of one index."""
        for number in range(1, len(self.content) // self.size + 1):
            page = self.page(number)
            found = list(self._listed(page, _HEADER if number == 1 else 0))
            if not found and _has_lost_its_beginning(page):
                found = list(self._unlisted(page))
            if found:
                yield found

    def page(self, number: int) -> bytes:
        """One page. Raises _UnfitError if there is none."""
        page = self.content[(number - 1) * self.size : number * self.size]
        if number < 1 or len(page) < self.size:
            raise _UnfitError
        return page[: self.size - self.reserved]

    def _unlisted(self, page: bytes) -> Iterator[Row]:
        """What looks like a row, on a page that does not say any more where its rows begin."""
        at = 0
        while at < len(page):
            for is_numbered in (False, True):
                with suppress(_UnfitError, UnicodeDecodeError):
                    row, end = self._row(page, at, is_numbered=is_numbered)
                    yield row
                    at = end - 1
                    break
            at += 1

    def _listed(self, page: bytes, start: int) -> Iterator[Row]:
        form = page[start]
        if form not in (_KEY_INTERIOR, _KEY_LEAF, _NUMBER_LEAF):
            return
        places = start + (12 if form == _KEY_INTERIOR else 8)
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for place in range(places, min(places + 2 * count, len(page) - 1), 2):
            at = int.from_bytes(page[place : place + 2], "big")
            try:
                yield self._row(page, at + (4 if form == _KEY_INTERIOR else 0), is_numbered=form == _NUMBER_LEAF)[0]
            except (_UnfitError, UnicodeDecodeError):
                continue

    def _row(self, page: bytes, at: int, *, is_numbered: bool) -> tuple[Row, int]:
        """The row that begins at a place, and where it ends on this page. Raises _UnfitError, UnicodeDecodeError."""
        length, at = _varint(page, at)
        number = None
        if is_numbered:
            number, at = _varint(page, at)
        if not 0 < length <= len(self.content):
            raise _UnfitError
        content, end = self._payload(page, at, length, is_numbered=is_numbered)
        return Row(number, _values(content)), end

    def _payload(self, page: bytes, at: int, length: int, *, is_numbered: bool) -> tuple[bytes, int]:
        """A row as it is stored; what does not fit its page goes on in others, each of which names the next."""
        usable = len(page)
        most = usable - 35 if is_numbered else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return page[at : at + length], at + length
        least = (usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (usable - 4)
        if here > most:
            here = least
        found = bytearray(page[at : at + here])
        following = page[at + here : at + here + 4]
        while len(found) < length:
            page = self.page(int.from_bytes(following, "big"))
            following, piece = page[:4], page[4:]
            found += piece[: length - len(found)]
        return bytes(found), at + here + 4


def _has_lost_its_beginning(page: bytes) -> bool:
    """Whether it may be a page of rows: those that go on a row begin with the number of the next, which is small."""
    return any(page) and (page[0] != 0 or not any(page[:_SECTOR]))


def _values(payload: bytes) -> Sequence[Value]:
    """The values of a row. Raises _UnfitError unless they fill it exactly, UnicodeDecodeError for text that is none."""
    end, at = _varint(payload, 0)
    forms = []
    while at < end:
        form, at = _varint(payload, at)
        forms.append(form)
    sizes = list(map(_size, forms))
    if not forms or at != end or end + sum(sizes) != len(payload):
        raise _UnfitError
    values: list[Value] = []
    for form, size in zip(forms, sizes, strict=True):
        values.append(_value(form, payload[at : at + size]))
        at += size
    return values


def _size(form: int) -> int:
    if form >= _FIRST_BLOB:
        return (form - _FIRST_BLOB) // 2
    if form in (_NULL, _ZERO, _ONE):
        return 0
    if form == _FLOAT:
        return 8
    if form not in _INTEGERS:
        raise _UnfitError
    return _INTEGERS[form]


def _value(form: int, content: bytes) -> Value:
    if form == _NULL:
        return None
    if form in (_ZERO, _ONE):
        return form - _ZERO
    if form == _FLOAT:
        return float(struct.unpack(">d", content)[0])
    if form < _FIRST_BLOB:
        return int.from_bytes(content, "big", signed=True)
    return content.decode() if form % 2 else content


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """A number of up to nine bytes, and where the next thing begins."""
    value = 0
    for place in range(at, at + 8):
        if place >= len(content):
            raise _UnfitError
        value = value << 7 | content[place] & 0x7F
        if content[place] < 0x80:
            return value, place + 1
    if at + 8 >= len(content):
        raise _UnfitError
    return value << 8 | content[at + 8], at + 9
