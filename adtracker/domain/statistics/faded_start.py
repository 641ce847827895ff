"""Whether a diary that began at a bad time can be explained without a course: what is bad by chance passes by itself.

A baseline of a week cannot tell a fall from a peak that fades. So two stories without a course are held against all
courses: that there was nothing but scatter, and that the first day lay far from the level (by `FAR` standard
deviations, as a normal density) and what there was of that faded (`course_shapes.FADES`). Nothing is said to have moved
since the first days if the second explains the diary better than courses do and the first is not much worse. The first
alone would take away slow falls of people whose days drift, and the second alone falls that are quick at first.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from adtracker.domain.statistics.course_evidence import NONE, ONE, TWO
from adtracker.domain.statistics.course_shapes import Array
from adtracker.domain.statistics.whitening import Products

FAR = 3.0
LEAST_NOTHING, LEAST_START = 1 / 6, 2.0


@dataclass(frozen=True, slots=True)
class Faded:
    """How many times as well as courses do on average it explains the diary that there was `nothing` but scatter.

    And how many times as well a `start` far out that faded does.
    """

    nothing: float
    start: float

    @property
    def is_likely(self) -> bool:
        """Whether what moved since the first days may have moved by itself."""
        return self.nothing >= LEAST_NOTHING and self.start >= LEAST_START


def faded_start(sums: Products, variance: Array, before: Array, factors: Array) -> Faded:
    """What each model (rows) at each variance of a day (columns) says, added up.

    `before` are the logs of their weights before any course was looked at, `factors` those of what courses add.
    """
    started = before + _start_factors(sums, variance)
    whole = before + factors
    top = max(float(whole.max()), float(started.max()))
    nothing, start, all_ = (float(np.exp(log - top).sum()) for log in (before, started, whole))
    course = max((all_ - NONE * nothing) / (ONE + TWO), np.finfo(float).tiny)
    return Faded(nothing / course, start / course)


def _start_factors(sums: Products, variance: Array) -> Array:
    """The log of the factor by which a faded start explains the days better than none, its size integrated out."""
    grown = 1 + FAR**2 * sums.start[:, None]
    found: Array = 0.5 * (FAR**2 * sums.start_cross[:, None] ** 2 / (variance * grown) - np.log(grown))
    return found
