"""How days scatter, against plain matrices: likelihoods, variances, shapes and the mixture's quantile."""

import itertools
import math

import numpy as np
import pytest

from adtracker.domain.statistics.course_evidence import NONE, ONE, SIZE, TWO, course_factors
from adtracker.domain.statistics.course_shapes import Array, shapes
from adtracker.domain.statistics.faded_start import Faded
from adtracker.domain.statistics.scatter import AROUND, REACH, Scatter, clipped, learnt
from adtracker.domain.statistics.whitening import Model, products
from adtracker.domain.statistics.width import half_widths

DAYS = np.array([-7, -6, -4, -3, -1, 0, 2, 3, 5, 6, 9, 10, 12, 13, 14, 16, 17, 19, 20])
VALUES = np.array([7, 6, 7, 8, 7, 6, 7, 6, 5, 6, 4, 5, 4, 4, 3, 4, 5, 4, 3], float)
NO_COURSE = (np.zeros((1, 0)), np.zeros(0), np.zeros(0), Faded(0.0, 0.0))


def _covariance(carry: float, fresh: float) -> Array:
    apart = np.abs(DAYS[:, None] - DAYS)
    found: Array = (1 - fresh) * carry**apart + fresh * np.eye(len(DAYS))
    return found


def _level_out(joint: Array, one: Array, other: Array) -> float:
    """The product of two series under a covariance, with the level taken out by generalised least squares."""
    inverse, ones = np.linalg.inv(joint), np.ones(len(DAYS))
    whole = one @ inverse @ other
    return float(whole - (ones @ inverse @ one) * (ones @ inverse @ other) / (ones @ inverse @ ones))


@pytest.mark.parametrize(("carry", "fresh"), [(0.0, 1.0), (0.5, 0.0), (0.93, 0.3), (0.985, 0.8)])
def test_sums_of_products_are_those_of_the_whole_matrix(carry: float, fresh: float) -> None:
    found, joint = shapes(DAYS), _covariance(carry, fresh)
    sums = products(Model(np.array([carry]), np.array([fresh])), DAYS, VALUES, found)
    ones = np.ones(len(DAYS))
    determinant = np.linalg.slogdet(joint)[1] + math.log(ones @ np.linalg.inv(joint) @ ones)
    assert sums.determinant[0] == pytest.approx(determinant)
    assert sums.rest[0] == pytest.approx(_level_out(joint, VALUES, VALUES))
    for column in (0, 7, found.single.shape[1] - 1):
        shape = found.single[:, column]
        assert sums.single[0, column] == pytest.approx(_level_out(joint, shape, shape))
        assert sums.cross[0, column] == pytest.approx(_level_out(joint, shape, VALUES))
    one, other = found.paired[:, 1], found.paired[:, 4]
    assert sums.paired[0, 1, 4] == pytest.approx(_level_out(joint, one, other))
    assert sums.paired_cross[0, 4] == pytest.approx(_level_out(joint, other, VALUES))
    fading = 0.95 ** (DAYS + 7)
    assert sums.start[0] == pytest.approx(_level_out(joint, fading, fading))
    assert sums.start_cross[0] == pytest.approx(_level_out(joint, fading, VALUES))


def test_changes_of_every_size_are_added_up_as_a_fine_grid_of_sizes_does() -> None:
    found, variance = shapes(DAYS), 1.3
    sums = products(Model(np.array([0.5]), np.array([0.3])), DAYS, VALUES, found)
    sizes = np.linspace(-25, 25, 2001)
    prior = sizes**2 / SIZE**2 * np.exp(-(sizes**2) / (2 * SIZE**2)) / (SIZE * math.sqrt(2 * math.pi))
    step = sizes[1] - sizes[0]

    def fit(square: Array, cross: Array) -> Array:
        return np.asarray(cross / variance - square / (2 * variance))

    one = 0.0
    for column, weight in enumerate(found.weights):
        log = fit(sizes**2 * sums.single[0, column], sizes * sums.cross[0, column])
        one += weight * float(np.sum(np.exp(log) * prior) * step)
    two, coarse = 0.0, slice(None, None, 20)
    first, second = sizes[coarse][:, None], sizes[coarse][None, :]
    both = prior[coarse][:, None] * prior[coarse][None, :] * (20 * step) ** 2
    for a, b, weight in zip(found.first, found.second, found.pair_weights, strict=True):
        square = sums.paired[0]
        quadratic = first**2 * square[a, a] + second**2 * square[b, b] + 2 * first * second * square[a, b]
        linear = first * sums.paired_cross[0, a] + second * sums.paired_cross[0, b]
        two += weight * float(np.sum(np.exp(fit(quadratic, linear)) * both))
    whole = course_factors(sums, np.array([variance]), found)[0, 0]
    assert whole == pytest.approx(math.log(NONE + ONE * one + TWO * two), rel=1e-3)


def test_a_day_by_day_average_has_the_variance_of_its_matrix() -> None:
    scatter = Scatter(np.array([0.0, 0.7]), np.array([1.0, 0.3]), np.array([4.0, 1.5]), np.ones(2) / 2, *NO_COURSE)
    pulls = np.linspace(-1, 1, len(DAYS))
    expected = [v * pulls @ _covariance(c, f) @ pulls for c, f, v in ((0.0, 1.0, 4.0), (0.7, 0.3, 1.5))]
    assert scatter.variances(DAYS, pulls) == pytest.approx(expected)


def test_half_widths_leave_out_their_shares_of_the_mixture() -> None:
    scatter = Scatter(np.zeros(2), np.ones(2), np.array([1.0, 9.0]), np.array([0.7, 0.3]), *NO_COURSE)
    shares = (0.5, 0.10, 0.05, 1e-6)
    for half, share in zip(half_widths(scatter, np.array([0]), np.array([1.0]), 0.5, shares), shares, strict=True):
        tails = [math.erfc(half / math.sqrt(2 * (variance + 0.25))) for variance in (1.0, 9.0)]
        assert 0.7 * tails[0] + 0.3 * tails[1] == pytest.approx(share, rel=1e-6)
    single = Scatter(np.zeros(1), np.ones(1), np.ones(1), np.ones(1), *NO_COURSE)
    assert half_widths(single, np.array([0]), np.array([1.0]), 0.0, (0.05,)) == pytest.approx([1.95996], abs=1e-5)


@pytest.mark.parametrize("weeks", [1, 2, 8, 24, 52, 520])
def test_shapes_go_from_nothing_to_all_and_weigh_one(weeks: int) -> None:
    days = np.arange(-7, 7 * weeks)
    found = shapes(days)
    assert found.weights.sum() == pytest.approx(1)
    assert not found.single[days < 0].any()
    assert found.single.min() == 0
    assert found.single.max() <= 1
    assert (np.diff(found.single, axis=0) >= 0).all()
    assert found.single.shape[1] <= 250
    if len(found.first):
        assert found.pair_weights.sum() == pytest.approx(1)


def test_one_odd_day_is_learnt_from_as_three_points_off() -> None:
    assert clipped(np.array([3.0] * 20 + [10.0])).tolist() == [3.0] * 20 + [6.0]
    step = np.array([8.0] * 20 + [2.0] * 20)
    assert clipped(step).tolist() == step.tolist()  # a fall is no odd day


@pytest.mark.parametrize(("carry", "fresh"), [(0.0, 1.0), (0.95, 0.0)])
def test_much_of_a_diary_says_how_it_scatters(carry: float, fresh: float) -> None:
    rng, state, itch = np.random.default_rng(3), 0.0, []
    for _ in range(500):
        state = carry * state + rng.normal() * math.sqrt(1 - carry**2)
        itch.append(5 + (1 - fresh) * state + fresh * rng.normal())
    found = learnt(np.arange(500), np.array(itch))
    assert found.weight.sum() == pytest.approx(1)
    leaning = float(found.weight @ ((1 - found.fresh) * found.carry))
    assert leaning < 0.2 if carry == 0 else leaning > 0.75
    assert math.sqrt(found.weight @ found.variance) == pytest.approx(1.0, abs=0.3)


def test_a_fall_is_placed_where_it_was() -> None:
    itch = np.array([7.0] * 28 + [3.0] * 35)
    found = learnt(np.arange(-7, 56), itch)
    assert found.chances.sum() == pytest.approx(1)
    course = found.courses @ (found.chances * found.sizes)
    assert len(course) == 56
    assert course[20] == pytest.approx(0, abs=0.4)
    assert course[21] == pytest.approx(-4, abs=0.8)
    assert all(later - earlier < 0.2 for earlier, later in itertools.pairwise(course))


def test_days_are_held_to_the_median_of_the_days_around_them_at_the_ends_too() -> None:
    values = np.random.default_rng(11).normal(5, 4, 200)
    for some in (values[:1], values[:4], values[:AROUND], values):
        padded = np.pad(some, AROUND // 2, constant_values=np.nan)
        middle = np.nanmedian(np.lib.stride_tricks.sliding_window_view(padded, AROUND), axis=1)
        assert clipped(some).tolist() == np.clip(some, middle - REACH, middle + REACH).tolist()
