"""In which week a change was done, of what each week is worth: the one that is likeliest to be right.

"By about week k" is right if the change was done in that week, at most `LATE` before it or `EARLY` after it. Where days
scatter the single likeliest week, or the week in which an average course gets there, is often the first of many; the
week that is likeliest to be right in this sense is asked for instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

EARLY, LATE = 1, 4
# Weeks that are right as often but for so much are as good: of them the one nearest to that by which it was done with
# a chance of `DONE_BY`, of all that any of them would be right of. So of a sudden fall its own week is said, not one up
# to four later.
AS_GOOD, DONE_BY = 0.05, 0.5


def likely_week(chances: Sequence[float]) -> int | None:
    """The week to say, counted from 1; `chances` are those of having been done in each. None if nothing was."""
    total = sum(chances)
    if total <= 0:
        return None
    right = [sum(chances[_right_of(week)]) / total for week in range(len(chances))]
    good = [week for week, chance in enumerate(right) if chance >= max(right) - AS_GOOD]
    reach = range(len(chances))[_right_of(good[0]).start : _right_of(good[-1]).stop]
    shares = list(accumulate(chances[week] for week in reach))
    done = next(week for week, share in zip(reach, shares, strict=True) if share >= DONE_BY * shares[-1])
    return min(good, key=lambda week: (abs(week - done), week)) + 1


def _right_of(week: int) -> slice:
    """The weeks of which this one would be right."""
    return slice(max(week - LATE, 0), week + EARLY + 1)
