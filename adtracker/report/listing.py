"""What most parts after page one are: a heading, what it rests on, and a table of words and numbers."""

from __future__ import annotations

from dataclasses import dataclass

# The width of a column of numbers: as much as it needs. Columns of words share the rest.
NUMBER = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A table; `shares` has for each column its share of the width, or `NUMBER`."""

    heading: str
    caption: str
    columns: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Sentences under a heading, with `notes` in small below them."""

    heading: str
    lines: tuple[str, ...]
    notes: str = ""
