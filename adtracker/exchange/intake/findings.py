"""What was found in a table before anything is asked: how it is written, and what its columns hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, zip_longest

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.progress import GoesOn, StoppedError, unwatched
from adtracker.errors import ExchangeError
from adtracker.exchange.intake.grid import Grid, GridRow
from adtracker.exchange.intake.numbers import Decimals, decimals_shown, is_duration, read_decimal
from adtracker.exchange.intake.when import read_time, read_when
from adtracker.exchange.intake.words import flags, longest_nothing, nothing
from adtracker.exchange.screen_words import folded

SHOWN_ROWS = 5
_MOST_TEXTS = 3000
# So much of what stands in a column has to be of a kind for the column to be of it.
_MOST_OF = 0.8
_AT_ONCE = 2000
# A table of so many cells stays in memory once it was read: about 60 MB.
_MOST_CELLS_KEPT = 1_000_000


@dataclass(slots=True)
class ColumnLook:
    """What stands in one column: its different `texts` (so many as are kept), and how many cells are not empty."""

    name: str
    texts: dict[str, None] = field(default_factory=dict)
    filled: int = 0
    first_orders: dict[DateOrder, int] = field(default_factory=dict)
    example: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.filled

    def share(self, fits: object) -> float:
        """How much of the texts are of a kind, told by a function of a text."""
        return sum(bool(fits(text)) for text in self.texts) / len(self.texts) if self.texts else 0.0  # type: ignore[operator]

    @property
    def holds_days(self) -> bool:
        """Whether it holds days."""
        return self.share(read_when) >= _MOST_OF

    @property
    def holds_times(self) -> bool:
        """Whether it holds times of day."""
        return self.share(read_time) >= _MOST_OF

    @property
    def holds_durations(self) -> bool:
        """Whether it holds hours and minutes."""
        return self.share(is_duration) >= _MOST_OF

    @property
    def holds_flags(self) -> bool:
        """Whether it holds yes and no in words."""
        known = flags()
        return self.share(lambda text: folded(text) in known) >= _MOST_OF and not self.share(str.isdecimal) > _MOST_OF

    def numbers(self, decimals: Decimals) -> list[float]:
        """The numbers in it."""
        read = (read_decimal(text, decimals) for text in self.texts)
        return [number for number in read if number is not None]

    def holds_numbers(self, decimals: Decimals) -> bool:
        """Whether it holds numbers."""
        return self.share(lambda text: read_decimal(text, decimals) is not None) >= _MOST_OF


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found. `last` are the last rows, oldest first, each with its line.

    `decimals` are those that the numbers show, None if none does; `is_mixed` says that both are there. `kept` are all
    rows of a table that is not too large to be kept.
    """

    rows: int
    columns: Sequence[ColumnLook]
    decimals: Decimals | None
    is_mixed: bool
    last: Sequence[tuple[int, Sequence[str]]]
    kept: Sequence[GridRow] | None = None

    def column(self, name: str) -> ColumnLook | None:
        """What stands in the column of a name."""
        return next((one for one in self.columns if one.name == name), None)


def look_at(grid: Grid, goes_on: GoesOn = unwatched) -> Findings:
    """Read a table once and say what it is like. Raises ExchangeError; StoppedError if nobody waits."""
    looks = [ColumnLook(name) for name in grid.names]
    last: list[tuple[int, Sequence[str]]] = []
    kept: list[GridRow] = []
    count, rows, most_kept = 0, grid.rows(), _MOST_CELLS_KEPT // len(looks)
    while some := list(islice(rows, _AT_ONCE)):
        told = [(line, cells) for line, cells in some if cells is not None]
        if count and not goes_on(0.0):
            raise StoppedError
        count += len(told)
        last = [*last, *told[-SHOWN_ROWS:]][-SHOWN_ROWS:]
        kept += some if len(kept) <= most_kept else []
        _look_through(looks, [cells for _, cells in told])
    if not count:
        raise ExchangeError("exchange.no_rows", file=grid.file)
    return Findings(count, looks, *_decimals(looks), last, kept if len(kept) <= most_kept else None)


def _look_through(looks: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> None:
    """Note what stands in some rows, column by column: each different text once."""
    longest = longest_nothing()
    for look, cells in zip(looks, zip_longest(*rows, fillvalue=""), strict=False):
        for text, times in Counter(cells).items():
            plain = text.strip()
            if plain and (len(plain) > longest or folded(plain) not in nothing()):
                _note(look, plain, times)


def _note(look: ColumnLook, text: str, times: int) -> None:
    look.filled += times
    if len(look.texts) < _MOST_TEXTS:
        look.texts[text] = None
    if "/" in text or "-" in text[1:3]:
        _note_order(look, text, times)


def _note_order(look: ColumnLook, text: str, times: int) -> None:
    """What a day with slashes shows of the order of all of them."""
    when = read_when(text)
    if when is None:
        return
    if when.order is not None:
        look.first_orders[when.order] = look.first_orders.get(when.order, 0) + times
    elif when.is_open:
        look.example = look.example or text


def _decimals(looks: Sequence[ColumnLook]) -> tuple[Decimals | None, bool]:
    """What the numbers of all columns show; days with full stops are none."""
    found: dict[Decimals, int] = {}
    for look in looks:
        for text in look.texts:
            if len(text) < 20 and (sign := decimals_shown(text)) is not None and read_when(text) is None:
                found[sign] = found.get(sign, 0) + 1
    if not found:
        return None, False
    return max(found, key=lambda sign: found[sign]), len(found) > 1
