"""How far the difference of two averages can be off, and when a change was done, learnt from the diary itself."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.change_windows import FOUR_WEEKS, Window
from adtracker.domain.statistics.course_shapes import Array, Days
from adtracker.domain.statistics.scatter import Scatter, clipped, learnt

# By how much two averages of a stable person differ beyond what one diary shows, as a standard deviation: from weekly
# averages that agreed by 0.95 (31 people, PMC6635522, table 3). Over four weeks less.
STABLE, STABLE_SHORT = 0.5, 0.35
_CLOSE = 1e-9  # points
_RATHER = 0.5


@dataclass(frozen=True, slots=True)
class Width:
    """What was learnt of a diary's scatter; `origin` is the day from which its days are counted.

    `odd` is by how much each recorded day lies beyond what it was learnt from. One odd day says little of the others,
    and so it does not widen them; but an average that it is part of can be off by as much as it pulls.
    """

    scatter: Scatter
    odd: Mapping[date, float]
    origin: date

    @classmethod
    def learnt(cls, values: Mapping[date, float], origin: date) -> Width:
        """From the recorded values, at least 2, of a course that began on `origin`."""
        days = sorted(values)
        offsets = np.array([(day - origin).days for day in days], np.int64)
        recorded = np.array([values[day] for day in days], float)
        kept = clipped(recorded)
        odd = dict(zip(days, (recorded - kept).tolist(), strict=True))
        return cls(learnt(offsets, kept), odd, origin)

    def halves(self, found: Window, beyond: Sequence[float]) -> list[float]:
        """How far to either side of the difference of two full windows the truth lies but for each share of `beyond`,
        the largest first."""
        days, pulls, odd = self._pulls(found)
        is_short = (found.recent.last - found.earlier.first).days < FOUR_WEEKS
        extra = STABLE_SHORT if is_short else STABLE
        return half_widths(self.scatter, days, pulls, math.hypot(extra, float(np.linalg.norm(pulls * odd))), beyond)

    def done(self, weeks: Sequence[Period], recent: Period, share: float, points: float) -> list[float]:
        """How likely it is of each week but the last that in it, with the next, first such a `share` was done of what
        was there in the `recent` days; of all courses that moved the same way as the `points`.

        All 0 if the diary rather moved the other way, or at no time that can be told.
        """
        shares = self._moved([*weeks, recent])
        moved, whole = shares[:-1], shares[-1]
        reached = (moved[:-1] + moved[1:]) / 2 >= share * whole
        same = (self.scatter.sizes * points > 0) & (whole > 0)
        chances = self.scatter.chances * same
        if chances.sum() < _RATHER:
            return [0.0] * len(reached)
        first = reached & (np.cumsum(reached, axis=0) == 1)
        found: list[float] = (first @ chances).tolist()
        return found

    def _moved(self, periods: Sequence[Period]) -> Array:
        """The share of each course that was there on average in each period, which may end after the last day."""
        courses = self.scatter.courses
        summed = np.concatenate([np.zeros_like(courses[:1]), np.cumsum(courses, axis=0)])

        def before(days: Days) -> Array:
            over = np.maximum(days - len(courses), 0)[:, None]
            found: Array = summed[np.clip(days, 0, len(courses))] + over * courses[-1]
            return found

        first = np.array([(period.first - self.origin).days for period in periods], np.int64)
        length = np.array([period.length for period in periods], np.int64)
        found: Array = (before(first + length) - before(first)) / length[:, None]
        return found

    def _pulls(self, found: Window) -> tuple[Days, Array, Array]:
        """The recorded days of both windows, how each pulls at the difference, and how odd each is."""
        rows = []
        for period, side in ((found.earlier, -1), (found.recent, 1)):
            recorded = [day for day in period if day in self.odd]
            rows += [((day - self.origin).days, side / len(recorded), self.odd[day]) for day in recorded]
        days, pulls, odd = zip(*sorted(rows), strict=True)
        return np.array(days, np.int64), np.array(pulls), np.array(odd)


def half_widths(scatter: Scatter, days: Days, pulls: Array, extra: float, beyond: Sequence[float]) -> list[float]:
    """How far to either side of the sum of days times `pulls` the truth lies but for each share of `beyond`, the
    largest first.

    `extra` is a standard deviation in points that comes on top. Found by Newton's steps from 0: what lies beyond gets
    less ever more slowly, so none of them goes too far.
    """
    spreads = np.sqrt(2 * (scatter.variances(days, pulls) + extra**2))
    half, found = 0.0, []
    for share in beyond:
        step = 1.0
        while step > _CLOSE:
            tails = [math.erfc(half / spread) for spread in spreads.tolist()]
            falls = 2 / math.sqrt(math.pi) * np.exp(-((half / spreads) ** 2)) / spreads
            step = (float(scatter.weight @ tails) - share) / float(scatter.weight @ falls)
            half += max(step, 0.0)
        found.append(half)
    return found
