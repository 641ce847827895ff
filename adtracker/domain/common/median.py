"""The median, without loading the statistics of the standard library, which takes as long as a window may lose."""

from __future__ import annotations

from collections.abc import Sequence


def median(ordered: Sequence[float]) -> float:
    """The median of numbers that are already in order, at least one; between the two middle ones of an even count."""
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
