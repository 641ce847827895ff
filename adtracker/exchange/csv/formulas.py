"""Texts that a spreadsheet would take for a formula: written with a mark before them, and read again without it.

A spreadsheet works out a cell that begins with one of a few signs, also behind blanks and in their full-width forms: a
note "=1+1" would show as 2, and what others wrote into a table taken in here could have a spreadsheet fetch something.
The mark is the apostrophe by which spreadsheets know a text. A text that begins with apostrophes before such a sign
gets one more, so that each text comes back letter for letter. Numbers are no texts: -5 stays -5.
"""

from __future__ import annotations

import re

MARK = "'"
_TAKEN = re.compile(rf"{MARK}*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")  # noqa: RUF001 -- the full-width forms are meant


def guarded(text: str) -> str:
    """A text as it stands in a cell."""
    return MARK + text if _TAKEN.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell."""
    return cell[1:] if cell.startswith(MARK) and _TAKEN.match(cell) else cell
