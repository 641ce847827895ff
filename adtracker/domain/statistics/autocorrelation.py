"""How far a slope can be off when each day leans on the day before: the half width of a trend's 95 % interval.

Scores of neighbouring days are alike, so 56 days say far less than 56 numbers would: with a correlation of 0.7 from day
to day no more than ten, by n (1 - r) / (1 + r). How strongly the days of a diary lean on each other is not known, only
how well each strength explains them. So the interval is a mixture: for every strength, from none to a walk that never
returns, the likelihood of the recorded days around a straight line (restricted to what the line leaves, Harville 1974,
Biometrika 61:383; exact with missing days) weighs the t distribution that the slope has under it. The free walk starts
with most of the weight, since a diary that wanders can look like a trend. `dev.py calibrate` shows how that works out.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

CONFIDENCE = 0.95
# Correlation of one day with the next, and what each weighs before the diary is looked at (found by calibration).
STRENGTHS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
WEIGHTS = (3.0, 3.0, 2.75, 2.25, 2.25, 2.25, 2.0, 1.75, 1.25, 1.0, 2.5, 45.0)
# An answer in whole points is half a point off at most: spread evenly that is a variance of 1/12.
ROUNDING_VARIANCE = 1 / 12
# How much wider a Theil-Sen slope over 8 weeks scatters than the least-squares slope, whose spread has a formula.
THEIL_SEN_SPREAD = 1.03
_STEPS = 50
_NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Sample:
    """The recorded days, at least 3: day numbers going up, their values, and each value's weight in the slope."""

    days: tuple[int, ...]
    values: tuple[float, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """What one strength makes of a sample: log-likelihood, and the standard error of the slope."""

    likelihood: float
    error: float


def half_width(sample: Sample) -> float:
    """How far to either side of a slope its interval reaches, in the unit of values times weights. Always above 0."""
    fits = [_fit(sample, strength) for strength in STRENGTHS]
    best = max(fit.likelihood for fit in fits)
    raw = [weight * math.exp(fit.likelihood - best) for fit, weight in zip(fits, WEIGHTS, strict=True)]
    parts = [(weight / sum(raw), fit.error) for weight, fit in zip(raw, fits, strict=True)]
    return THEIL_SEN_SPREAD * _mixture_quantile(parts, len(sample.days) - 2)


def _fit(sample: Sample, strength: float) -> _Fit:
    """The straight line under one strength, by the steps from each recorded day to the next (a gap of g leans s^g)."""
    steps = [strength ** (later - earlier) for earlier, later in pairwise(sample.days)]
    middle = sum(sample.days) / len(sample.days)
    times = [day - middle for day in sample.days]
    ones, line, values = (_whitened(series, steps) for series in ([1.0] * len(times), times, sample.values))
    a, b, c = _dot(ones, ones), _dot(ones, line), _dot(line, line)
    p, q = _dot(ones, values), _dot(line, values)
    determinant = a * c - b * b
    left = _dot(values, values) - (c * p * p - 2 * b * p * q + a * q * q) / determinant
    freedom = len(times) - 2
    least = ROUNDING_VARIANCE * (1 + sum((1 + s * s) / (1 - s * s) for s in steps)) * freedom / len(times)
    left = max(left, least)
    scatter = sum(math.log(1 - s * s) for s in steps)
    likelihood = -0.5 * (scatter + math.log(determinant) + freedom * math.log(left))
    return _Fit(likelihood, math.sqrt(left / freedom * _spread(sample.weights, steps)))


def _whitened(series: Sequence[float], steps: Sequence[float]) -> list[float]:
    """A series as steps that no longer lean on each other, all with the variance of the first."""
    moves = zip(pairwise(series), steps, strict=True)
    return [series[0], *((later - s * earlier) / math.sqrt(1 - s * s) for (earlier, later), s in moves)]


def _spread(weights: Sequence[float], steps: Sequence[float]) -> float:
    """The variance of a weighted sum of days, for days of variance 1."""
    total, carried = weights[0] ** 2, 0.0
    for (earlier, weight), step in zip(pairwise(weights), steps, strict=True):
        carried = step * (carried + earlier)
        total += weight * (weight + 2 * carried)
    return max(total, 0.0)


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _mixture_quantile(parts: Sequence[tuple[float, float]], freedom: int) -> float:
    """Beyond what a mixture of t distributions, given as (share, standard error), lies with 5 %; by halving."""
    weighty = [part for part in parts if part[0] > _NEGLIGIBLE]
    low, high = 0.0, 1e4 * max(error for _, error in weighty)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        beyond = sum(share * both_tails(middle / error, freedom) for share, error in weighty)
        low, high = (middle, high) if beyond > 1 - CONFIDENCE else (low, middle)
    return high


def both_tails(t: float, freedom: int) -> float:
    """How often a t statistic lies further from 0 than `t`, for 1 or more degrees of freedom.

    Wallace 1959, bounds on normal approximations to Student's t; within 0.001 from 4 degrees of freedom on.
    """
    normal = math.sqrt(freedom * math.log1p(t * t / freedom)) * (8 * freedom + 1) / (8 * freedom + 3)
    return math.erfc(normal / math.sqrt(2))
