"""Not to be fooled by looking at many things: which of several findings may still be shown."""

from __future__ import annotations

from collections.abc import Sequence

# One in twenty is what is promised; shuffled runs are cut where blocks meet, which takes some of that away.
FALSE_DISCOVERY_RATE = 0.04


def adjusted_for_false_discovery(chances: Sequence[float]) -> tuple[float, ...]:
    """Each finding's chance of being nothing (0 to 1), raised for having looked at all of them; same order.

    Benjamini and Yekutieli 2001, Annals of Statistics 29:1165: holds however the findings hang together, as what is
    looked at here does (the same days, seen twice).
    """
    count = len(chances)
    penalty = count * sum(1 / rank for rank in range(1, count + 1))
    found = [1.0] * count
    least = 1.0
    order = sorted(range(count), key=chances.__getitem__, reverse=True)
    for rank, position in zip(range(count, 0, -1), order, strict=True):
        least = min(least, chances[position] * penalty / rank)
        found[position] = least
    return tuple(found)
