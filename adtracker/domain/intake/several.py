"""Several entries of one day, of which the diary has one: the worst, the mean, the last, or all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from math import fsum

from adtracker.domain.common.measure import Direction, rounded

_DECIMALS = 4


class Several(Enum):
    """What is made of the numbers of one day; the values are the words of recipes."""

    WORST = "worst"
    MEAN = "mean"
    LAST = "last"
    SUM = "sum"


# Those that a person chooses among; what can be added up, such as hours, is no choice.
CHOICES = (Several.WORST, Several.MEAN, Several.LAST)


def one_of_several(values: Sequence[float], several: Several, direction: Direction | None) -> float:
    """One number for a day from those that were given, in their order; at least one.

    The worst is the highest unless higher is better.
    """
    match several:
        case Several.MEAN:
            return rounded(fsum(values) / len(values), _DECIMALS)
        case Several.SUM:
            return rounded(fsum(values), _DECIMALS)
        case Several.LAST:
            return values[-1]
    return min(values) if direction is Direction.HIGHER_IS_BETTER else max(values)
