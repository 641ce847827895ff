"""Which copies of a diary may go: fewer and fewer stay the further back they are, and some stay for ever.

All of the last two days, then one a day on 12 days, one a week in 10 weeks, one a month in 9 months, and one a year for
ever. Days, weeks, months and years in which there is no copy do not count: who writes seldom keeps more.

A clock can be wrong, and then right again. So copies stand in the order of their numbers, what is recent is told by the
steps from one copy to the next, and right after a jump nothing goes at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
NEWER = 3
# Between one copy and the next; whoever did not write for longer than this is not told from a clock that jumped.
JUMP = timedelta(days=60)
# So much of a step counts at most for what is recent, and nothing of a jump: neither makes anything old.
_LONGEST_STEP = timedelta(days=1)
# After going back to an earlier copy, so many new ones are made before any goes again.
RESTING = 3

Label = Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy that was made: the place in the order of all, the moment by the clock of then, and whether it is whole.

    A copy that is not whole counts for nothing, and is never among those that may go.
    """

    number: int
    made: datetime
    is_good: bool = True


def surplus(copies: Iterable[KeptCopy], restored_at: int = 0) -> frozenset[int]:
    """The numbers of the copies that may go, now that the last of them has been made.

    `restored_at` is the number of the last copy when somebody went back to an earlier one.
    """
    good = sorted((copy for copy in copies if copy.is_good), key=lambda copy: copy.number, reverse=True)
    if len(good) <= NEWER or good[0].number < restored_at + RESTING or _is_jump(good[0], good[1]):
        return frozenset()
    kept = {copy.number for copy in good[:NEWER]} | _recent(good) | _promised(good)
    return frozenset(copy.number for copy in good) - kept


def _is_jump(newer: KeptCopy, older: KeptCopy) -> bool:
    return not timedelta() <= newer.made - older.made <= JUMP


def _recent(newest_first: Sequence[KeptCopy]) -> set[int]:
    """Those of the last two days, by the steps between them."""
    age, recent = timedelta(), {newest_first[0].number}
    for newer, older in pairwise(newest_first):
        age += timedelta() if _is_jump(newer, older) else min(newer.made - older.made, _LONGEST_STEP)
        if age > ALL_OF:
            break
        recent.add(older.number)
    return recent


def _promised(newest_first: Sequence[KeptCopy]) -> set[int]:
    """The last one of each day, week, month and year, beyond those of the last two days."""
    recent = _recent(newest_first)
    left = [copy for copy in newest_first if copy.number not in recent]
    promised = set(recent)
    for label, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY), (_year, len(left))):
        last, left = _last_of_each(left, label, most)
        promised |= last
    return promised


def _last_of_each(newest_first: Sequence[KeptCopy], label: Label, most: int) -> tuple[set[int], list[KeptCopy]]:
    """The last copy of each of `most` days (or weeks, ...), and the copies before all of these.

    A new one begins wherever the label changes: a wrong clock may come back to the label of another time.
    """
    last: set[int] = set()
    current: object = None
    for place, copy in enumerate(newest_first):
        if label(copy.made) != current:
            if len(last) == most:
                return last, list(newest_first[place:])
            current = label(copy.made)
            last.add(copy.number)
    return last, []


def _day(made: datetime) -> object:
    return made.date()


def _week(made: datetime) -> object:
    return made.isocalendar()[:2]


def _month(made: datetime) -> object:
    return made.year, made.month


def _year(made: datetime) -> object:
    return made.year
