"""How a person's days scatter around whatever their score did: a mixture of noise models, learnt from the diary itself.

A day is level + course + sigma (s + e): s is carried from day to day by `carry` (AR(1), variance 1 - r), e is new each
day (variance r). Which of them fits is never known, so each model of a grid is weighed by the exact likelihood of the
recorded days, with the level integrated out and the course averaged over `course_shapes`: none, one change, or two.
The size of a change has a moment prior (Johnson and Rossell 2010, JRSS B 72:143), which says that a change is no
change of nothing: so larger changes are never found more rarely. `dev.py calibrate` shows how that works out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from adtracker.domain.statistics.course_evidence import course_factors, single_changes
from adtracker.domain.statistics.course_shapes import Array, Days, shapes
from adtracker.domain.statistics.faded_start import Faded, faded_start
from adtracker.domain.statistics.whitening import Model, products

CARRIES = (0.3, 0.5, 0.7, 0.85, 0.93, 0.97, 0.985)
CARRY_WEIGHTS = (1.0, 1.0, 1.0, 1.0, 3.0, 3.0, 2.0)
FRESH = (0.0, 0.3, 0.6, 0.8)
NOTHING_CARRIED = 1.0
SIGMAS = np.exp(np.linspace(np.log(0.3), np.log(4.5), 13))
USUAL_SIGMA, SIGMA_SPREAD = 0.9, 0.9
# An answer in whole points is off by up to half a point: half of that variance of 1/12 is what the grid leaves out.
ROUNDING = 1 / 24
# For learning alone, a day counts as no further than this from the middle of the days around it.
REACH, AROUND = 3.0, 15
_NEGLIGIBLE = 1e-7


@dataclass(frozen=True, slots=True)
class Scatter:
    """The models that matter: `carry`, `fresh`, the `variance` of a day in points squared, and each one's `weight`.

    If the score changed once, it did so in one of the ways of `courses`: a row for each day from the first dose to the
    last recorded one, a column for each way, from 0 to 1. `chances` say how likely each is and `sizes` how many points
    it then was. They say when a change was done, never how large it was. `faded` is how likely it is that none was.
    """

    carry: Array
    fresh: Array
    variance: Array
    weight: Array
    courses: Array
    chances: Array
    sizes: Array
    faded: Faded

    def variances(self, days: Days, pulls: Array) -> Array:
        """The variance of a weighted sum of days, under each model."""
        apart, which = np.unique(np.abs(days[:, None] - days), return_inverse=True)
        together = np.bincount(which.ravel(), np.outer(pulls, pulls).ravel())
        carries, where = np.unique(self.carry, return_inverse=True)
        joint = (carries[:, None] ** apart @ together)[where]
        found: Array = self.variance * ((1 - self.fresh) * joint + self.fresh * (pulls @ pulls))
        return found


def learnt(days: Days, values: Array) -> Scatter:
    """What recorded days, at least 2, say of their scatter. `days` go up and are counted from the first dose (0).

    `values` are as they come out of `clipped`.
    """
    model, prior = _grid()
    found = shapes(days)
    sums = products(model, days, values, found)
    variance = SIGMAS**2 + ROUNDING
    usual = -0.5 * (np.log(SIGMAS / USUAL_SIGMA) / SIGMA_SPREAD) ** 2
    steady = -0.5 * (sums.determinant[:, None] + (len(days) - 1) * np.log(variance) + sums.rest[:, None] / variance)
    before = steady + np.log(prior)[:, None] + usual
    factors = course_factors(sums, variance, found)
    log = before + factors
    weight = np.exp(log - log.max())
    weight /= weight.sum()
    which, sigma = np.nonzero(weight > _NEGLIGIBLE)
    kept = weight[which, sigma]
    chances, sizes = single_changes(sums, variance, found, before)
    return Scatter(
        carry=model.carry[which],
        fresh=model.fresh[which],
        variance=variance[sigma],
        weight=kept / kept.sum(),
        courses=shapes(np.arange(days[-1] + 1)).single,
        chances=chances,
        sizes=sizes,
        faded=faded_start(sums, variance, before, factors),
    )


def clipped(values: Array) -> Array:
    """The values, none further than `REACH` from the median of the `AROUND` recorded days around it."""
    padded = np.pad(values, AROUND // 2, constant_values=np.nan)
    # Numpy's own median of what is not missing loads a part of numpy that a report needs for nothing else.
    around = np.sort(np.lib.stride_tricks.sliding_window_view(padded, AROUND), axis=1)  # what is missing is last
    count = AROUND - np.isnan(around).sum(axis=1)
    lower, upper = (np.take_along_axis(around, one[:, None], axis=1)[:, 0] for one in ((count - 1) // 2, count // 2))
    middle = (lower + upper) / 2
    found: Array = np.clip(values, middle - REACH, middle + REACH)
    return found


def _grid() -> tuple[Model, Array]:
    """The models, and what each weighs before the diary is looked at."""
    carried = zip(CARRIES, CARRY_WEIGHTS, strict=True)
    rows = [(carry, fresh, weight / len(FRESH)) for carry, weight in carried for fresh in FRESH]
    carry, fresh, prior = np.array([(0.0, 1.0, NOTHING_CARRIED), *rows]).T
    return Model(carry, fresh), prior
