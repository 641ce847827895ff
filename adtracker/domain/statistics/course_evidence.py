"""By how much a course explains a diary's days better than none: averaged over its shapes, its sizes integrated out.

The size of each change has a moment prior, b² / t² times a normal density of standard deviation t (`SIZE`): all
integrals are closed forms of a normal distribution's moments.
"""

from __future__ import annotations

import numpy as np

from adtracker.domain.statistics.course_shapes import Array, Shapes
from adtracker.domain.statistics.whitening import Products

SIZE = 2.5  # of a change, in points: the spread of the moment prior
# How likely no, one and two changes are before the diary is looked at.
NONE, ONE, TWO = 0.2, 0.5, 0.3


def course_factors(sums: Products, variance: Array, found: Shapes) -> Array:
    """The log of the factor for each model (rows) at each variance of a day (columns)."""
    single = _one(sums.single[:, None], sums.cross[:, None], variance[:, None])
    double = _two(sums, variance, found) if len(found.first) else None
    top = np.maximum(single.max(axis=2), 0)
    if double is not None:
        top = np.maximum(top, double)
    one = np.exp(single - top[..., None]) @ found.weights
    two = one if double is None else np.exp(double - top)
    factors: Array = top + np.log(NONE * np.exp(-top) + ONE * one + TWO * two)
    return factors


def single_changes(sums: Products, variance: Array, found: Shapes, log: Array) -> tuple[Array, Array]:
    """How likely each single change is if there was one and no other, and how large it is then on average in points.

    `log` are the log weights of models (rows) and variances (columns) before any course was looked at.
    """
    square, cross, spreads = sums.single[:, None], sums.cross[:, None], variance[:, None]
    spread = 1 / (square / spreads + SIZE**-2)
    middle = spread * cross / spreads
    sizes = middle * (middle**2 + 3 * spread) / (middle**2 + spread)
    weight = log[..., None] + _one(square, cross, spreads) + np.log(found.weights)
    weight = np.exp(weight - weight.max())
    chances = weight.sum(axis=(0, 1))
    means = (weight * sizes).sum(axis=(0, 1)) / np.maximum(chances, np.finfo(float).tiny)
    return chances / chances.sum(), means


def _one(square: Array, cross: Array, variance: Array) -> Array:
    """The log factor of each single change."""
    spread = 1 / (square / variance + SIZE**-2)
    middle = spread * cross / variance
    sizes = np.log((spread + middle**2) / SIZE**2)
    found: Array = 0.5 * np.log(spread / SIZE**2) + 0.5 * middle**2 / spread + sizes
    return found


def _two(sums: Products, variance: Array, found: Shapes) -> Array:
    """The log of the mean factor of two changes."""
    mean = np.empty((len(sums.rest), len(variance)))
    for model, (square, pull) in enumerate(zip(sums.paired, sums.paired_cross, strict=True)):
        log = _pairs(square, pull, variance[:, None], found)
        top = log.max(axis=1)
        mean[model] = top + np.log(np.exp(log - top[:, None]) @ found.pair_weights)
    return mean


def _pairs(square: Array, pull: Array, variance: Array, found: Shapes) -> Array:
    """The log factor of each pair: precision (a, c; c, b), means `one` and `two`, moments of a bivariate normal."""
    first, second, own = found.first, found.second, square.diagonal()
    a, b = own[first] / variance + SIZE**-2, own[second] / variance + SIZE**-2
    c = square[first, second] / variance
    p, q = pull[first] / variance, pull[second] / variance
    determinant = a * b - c * c
    one, two, across = (b * p - c * q) / determinant, (a * q - c * p) / determinant, -c / determinant
    sizes = (one**2 + b / determinant) * (two**2 + a / determinant) + 2 * across**2 + 4 * one * two * across
    log: Array = 0.5 * (one * p + two * q - np.log(determinant)) + np.log(sizes) - 6 * np.log(SIZE)
    return log
