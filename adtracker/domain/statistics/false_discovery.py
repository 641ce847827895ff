"""Not to be fooled by looking at many things: which of several findings may still be shown."""

from __future__ import annotations

from collections.abc import Sequence

# One in twelve is what is promised; shuffled runs are cut where blocks meet, which takes some of that away.
FALSE_DISCOVERY_RATE = 0.04


def adjusted_for_false_discovery(chances: Sequence[float]) -> tuple[float, ...]:
    """Each finding's chance of being nothing (0 to 1), raised for having looked at all of them; same order.

    Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289. `dev.py calibrate` shows what it
    holds where what is looked at hangs together, as it does here: the same days, seen twice.
    """
    count = len(chances)
    found = [1.0] * count
    least = 1.0
    order = sorted(range(count), key=chances.__getitem__, reverse=True)
    for rank, position in zip(range(count, 0, -1), order, strict=True):
        least = min(least, chances[position] * count / rank)
        found[position] = least
    return tuple(found)
