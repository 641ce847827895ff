"""A table from elsewhere as it stands there: names of columns, and rows of texts that can be read again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count

# A row: where it stands (1-based), and its cells; None where its quotation marks do not match.
GridRow = tuple[int, Sequence[str] | None]
# Reads the rows below the header from the first again. Raises ExchangeError on the way.
GridRows = Callable[[], Iterator[GridRow]]
MOST_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class Grid:
    """One table. `encoding` and `separator` are those it is written with, empty where the file has none.

    `sheet` is the sheet that it stands on, where a file can have several.
    """

    file: str
    names: Sequence[str]
    rows: GridRows
    encoding: str = ""
    separator: str = ""
    sheet: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is written as our own tables are."""
        return self.encoding == "utf-8-sig" and self.separator in (",", ";")


def is_blank(cells: Sequence[str] | None) -> bool:
    """Whether nothing stands in a row."""
    return cells is not None and not any(cell.strip() for cell in cells)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row can be the names of columns: a title above a table is one cell alone."""
    return sum(bool(cell.strip()) for cell in cells) > 1


def named(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of columns; one without a name has its number, and two that are alike are told apart by one."""
    names = [" ".join(cell.split()) for cell in cells]
    found: list[str] = []
    for place, name in enumerate(names, start=1):
        first = name or f"#{place}"
        others = (f"{first} ({number})" for number in count(2))
        found.append(next(one for one in chain([first], others) if one not in found))
    return tuple(found)
