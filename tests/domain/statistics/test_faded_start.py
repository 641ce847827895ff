"""Whether a bad start may have faded by itself: against a plain sum of matrices, and of diaries drawn by hand."""

import math

import numpy as np
import pytest

from adtracker.domain.statistics.course_shapes import Array, shapes
from adtracker.domain.statistics.faded_start import Faded, faded_start
from adtracker.domain.statistics.scatter import learnt
from adtracker.domain.statistics.whitening import Model, products

DAYS = np.array([-7, -6, -4, -3, -1, 0, 2, 3, 5, 6, 9, 10, 12, 13, 14, 16, 17, 19, 20])
VALUES = np.array([9, 8, 8, 7, 6, 6, 5, 5, 5, 4, 4, 5, 4, 4, 3, 4, 5, 4, 4], float)
NINE_WEEKS = np.arange(63)
PEAK = 3 * 0.95**NINE_WEEKS


def _log_density(covariance: Array) -> float:
    """Of the values, with a level of which nothing is known."""
    inverse, ones = np.linalg.inv(covariance), np.ones(len(DAYS))
    level = ones @ inverse @ ones
    off = VALUES - (ones @ inverse @ VALUES) / level
    return float(-0.5 * (np.linalg.slogdet(covariance)[1] + math.log(level) + off @ inverse @ off))


def test_a_start_far_out_is_a_start_of_three_standard_deviations_that_fades_by_a_twentieth_a_day() -> None:
    variance, found = 1.3, shapes(DAYS)
    plain = variance * (0.7 * 0.5 ** np.abs(DAYS[:, None] - DAYS) + 0.3 * np.eye(len(DAYS)))
    fading = 0.95 ** (DAYS + 7)
    far = plain + 9 * variance * np.outer(fading, fading)
    ratio = math.exp(_log_density(far) - _log_density(plain))
    sums = products(Model(np.array([0.5]), np.array([0.3])), DAYS, VALUES, found)
    # With none at .2 and courses at .8, 3 on the whole are .2 of 1 and .8 of 3.5.
    said = faded_start(sums, np.array([variance]), np.zeros((1, 1)), np.full((1, 1), math.log(3.0)))
    assert said.nothing == pytest.approx(1 / 3.5)
    assert said.start == pytest.approx(ratio / 3.5)


@pytest.mark.parametrize(
    ("nothing", "start", "likely"), [(0.17, 2.0, True), (0.16, 9.0, False), (9.0, 1.9, False), (9.0, 9.0, True)]
)
def test_both_must_be_likely_enough(nothing: float, start: float, likely: bool) -> None:
    assert Faded(nothing, start).is_likely is likely


@pytest.mark.parametrize(
    ("itch", "likely"),
    [
        (4 + PEAK, True),
        (8 - PEAK, True),  # a good start that passes
        (4 + 3.5 * (NINE_WEEKS < 24), False),  # a step weeks later
        (4 + 3.5 * (NINE_WEEKS < 7), False),  # one on the first day of the course
    ],
)
def test_what_fades_from_the_first_day_on_is_told_from_what_falls_later(itch: Array, likely: bool) -> None:
    scatter = 0.7 * np.sin(NINE_WEEKS * 2.1) + np.cos(NINE_WEEKS / 4)
    found = learnt(NINE_WEEKS - 7, np.round(itch + scatter)).faded
    assert found.is_likely is likely
