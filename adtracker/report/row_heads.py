"""Makes the first cell of each table row a header of its row, in a PDF that Typst has set.

Typst knows headers of columns alone, as far as its Python package lets one ask. In the tags of the PDF a cell becomes a
header by one letter (TD, TH), and says of what in place of the columns it belongs to: both fit into the room that is
there, so no byte of the file moves, and its list of places stays true. Other cells no longer name their columns: every
header now says whether it is one of a row or a column, which together is what a screen reader goes by.
"""

from __future__ import annotations

import re

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"xref\s+0 (\d+)\s+")
_ENTRY_BYTES = 20
_ELEMENT = re.compile(rb"\d+ 0 obj\s<</Type/StructElem/S/(\w+)/P (\d+) 0 R")
_KIDS = re.compile(rb"/K\[([\d R]*)\]")
_COLUMNS = re.compile(rb"/Headers\[[^\]]*\]")
_ROW_SCOPE = b"/Scope/Row"


def with_row_heads(document: bytes) -> bytes:
    """The same PDF, in which each row of the body of a table has its first cell as its header."""
    places = _places(document)
    made = bytearray(document)
    for place in places.values():
        element = _ELEMENT.match(document, place)
        if element is None or element[1] != b"TR" or not _is_body(document, places.get(int(element[2]))):
            continue
        kids = _KIDS.search(document, place, _end(document, place))
        cells = [] if kids is None else [int(number) for number in kids[1].split(b" ")[::3]]
        for index, cell in enumerate(cells):
            _rewrite(made, places[cell], is_head=index == 0)
    return bytes(made)


def _places(document: bytes) -> dict[int, int]:
    """Where each object begins, by its number."""
    start = _START.search(document)
    section = None if start is None else _SECTION.match(document, int(start[1]))
    if section is None:
        return {}
    first = section.end()
    entries = (document[first + _ENTRY_BYTES * number :][:_ENTRY_BYTES] for number in range(int(section[1])))
    return {number: int(entry[:10]) for number, entry in enumerate(entries) if entry[17:18] == b"n"}


def _is_body(document: bytes, place: int | None) -> bool:
    element = None if place is None else _ELEMENT.match(document, place)
    return element is not None and element[1] == b"TBody"


def _rewrite(made: bytearray, place: int, *, is_head: bool) -> None:
    """Let a cell no longer name its columns; a head says that it is one of its row."""
    element, end = _ELEMENT.match(made, place), _end(made, place)
    columns = _COLUMNS.search(made, place, end)
    if element is None or element[1] != b"TD" or columns is None:
        return
    said = _ROW_SCOPE if is_head else b""
    made[columns.start() : columns.end()] = said.ljust(columns.end() - columns.start())
    if is_head:
        made[element.start(1) : element.end(1)] = b"TH"


def _end(document: bytes | bytearray, place: int) -> int:
    return document.index(b"endobj", place)
