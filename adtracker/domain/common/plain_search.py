"""Searching in what people wrote, as people expect it: case, accents and hyphens make no difference.

Words are plain text, never a pattern; several words may stand anywhere, in any order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

# Dashes and apostrophes as typists and typesetters write them.
_DASHES = str.maketrans("-‐‑–’", "    '")  # noqa: RUF001
_LEAD, _LONGEST = 24, 400


def folded(text: str) -> str:
    """A text as it is compared: without case, accents and hyphens."""
    if text.isascii():
        return text.translate(_DASHES).casefold()
    letters = unicodedata.normalize("NFKD", text.translate(_DASHES))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, folded; none in a blank one."""
    return tuple(folded(query).split())


def has_words(folded_text: str, words: Sequence[str]) -> bool:
    """Whether a text that is folded already has all words."""
    return all(word in folded_text for word in words)


def places(text: str, words: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text as it is written: (start, end) in order, those that touch or overlap as one."""
    plain, origins = _traced(text)
    found = sorted(
        (origins[at], max(origins[at + len(word)], origins[at + len(word) - 1] + 1))
        for word in words
        for at in _starts(plain, word)
    )
    return _joined(found)


def excerpt(text: str, words: Sequence[str]) -> str:
    """A text in one line, from shortly before the first of the words on: what a narrow place has room for."""
    line = " ".join(text.split())
    first = next((start for start, _ in places(line, words)), 0)
    if first <= _LEAD:
        return line[:_LONGEST]
    begin = line.find(" ", first - _LEAD, first) + 1 or first
    return f"… {line[begin : begin + _LONGEST]}"


def _traced(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters (and the end) where it comes from."""
    if text.isascii():
        return folded(text), list(range(len(text) + 1))
    parts = [folded(letter) for letter in text]
    origins = [at for at, part in enumerate(parts) for _ in part]
    return "".join(parts), [*origins, len(text)]


def _starts(text: str, word: str) -> list[int]:
    starts, at = [], text.find(word)
    while at >= 0:
        starts.append(at)
        at = text.find(word, at + 1)
    return starts


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)
