"""What can be plotted and averaged: a measure has a key, a range and a direction, and reads its value off a day."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum


class Direction(Enum):
    """Which way is better. Directions are never mixed in one panel (Snyder 2019, display consensus)."""

    LOWER_IS_BETTER = "lower"
    HIGHER_IS_BETTER = "higher"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number a day can have.

    `key` names it in files and in the text catalogue (`measures.<key>_…`); values lie in `minimum..maximum`;
    `decimals` is how many a mean is shown with; `unit` is "" or "%", or what is counted; `colour` names a theme token.
    `direction` is None where neither way is better. `is_share` is for days that say yes (1) or no (0): a mean is then
    the share of the recorded days with a yes, 0 to 1, and is shown in per cent. A change of it is given in per cent of
    what was before only if `in_percent`: more of a good thing has no share that means anything.
    """

    key: str
    minimum: float
    maximum: float
    direction: Direction | None
    decimals: int
    unit: str
    colour: str
    is_share: bool = False
    in_percent: bool = True

    def better(self, change: float) -> bool:
        """Whether a change points to the better end of the scale (no change does not, nor one that has no better)."""
        if self.direction is None:
            return False
        return change < 0 if self.direction is Direction.LOWER_IS_BETTER else change > 0


ITCH = Measure("itch", 0, 10, Direction.LOWER_IS_BETTER, 1, "", "itch")
SLEEP = Measure("sleep_quality", 0, 10, Direction.HIGHER_IS_BETTER, 1, "", "sleep", in_percent=False)
EXTENT = Measure("extent_percent", 0, 100, Direction.LOWER_IS_BETTER, 1, "%", "extent")
MEASURES: tuple[Measure, ...] = (ITCH, SLEEP, EXTENT)
# Those that are answered by the number itself; it stands under the key of the measure in entries, tables and files.
PLAIN = tuple(measure for measure in MEASURES if measure != EXTENT)
# What the key of a measure begins with that is an own question; the rest is the question's key.
ANSWER = "answer."
# A change from less than this is not given in per cent: from 0.1 to 1.7 it would be 1600.
LEAST_FOR_PERCENT = 2


def exact(value: float) -> Decimal:
    """The number as it was typed: 0.1 is one tenth, not the nearest binary fraction."""
    return Decimal(repr(value))


def rounded(value: float | Decimal, decimals: int = 1) -> float:
    """Round half away from zero, as people do by hand; every shown number goes through here, so no two disagree."""
    step = Decimal(1).scaleb(-decimals)
    number = value if isinstance(value, Decimal) else exact(value)
    return float(number.quantize(step, rounding=ROUND_HALF_UP)) + 0.0  # -0.0 would be shown as "-0"


def percent_of_change(change: float, before: float) -> float | None:
    """A change as a share of what was before, in whole per cent; None if that was below `LEAST_FOR_PERCENT`."""
    if before < LEAST_FOR_PERCENT:
        return None
    return rounded(100 * exact(change) / exact(before), 0)
