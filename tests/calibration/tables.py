"""Tables as Markdown, each figure with whether it holds its bar."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.tables import table

MISSED = "MISSED"
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the headings of its columns and the cells of its rows."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]

    def lines(self) -> Iterator[str]:
        """The lines of Markdown."""
        yield from (f"**{self.title}**", "")
        yield from table(self.headings, self.rows)
        yield ""


def percent(share: float) -> str:
    """A share in whole per cent, a dash where there is none."""
    return NOTHING if math.isnan(share) else f"{100 * share:.0f} %"


def verdict(words: str, held: bool) -> str:
    """A figure; one that misses its bar says so."""
    return words if held or words == NOTHING else f"{words} {MISSED}"
