"""How far the difference of two averages can be off: half widths under a mixture of scatters (`scatter`)."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.statistics.course_shapes import Array
from adtracker.domain.statistics.scatter import Scatter

_HALVINGS = 40


def half_width(scatter: Scatter, days: NDArray[np.int64], pulls: Array, extra: float, beyond: float) -> float:
    """How far to either side of the sum of `pulls` times `days` the truth lies but for a share of `beyond`, in points.

    `extra` is what two averages of the same person differ by for reasons that no diary of hers shows, as a standard
    deviation in points.
    """
    errors = np.sqrt(scatter.variances(days, pulls) + extra**2)
    low, high = 0.0, 10 * float(errors.max())
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tails = [math.erfc(middle / (error * math.sqrt(2))) for error in errors]
        low, high = (middle, high) if float(scatter.weight @ tails) > beyond else (low, middle)
    return high
