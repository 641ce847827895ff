"""How days lean on each other: two days by hand, all of it by a plain second way, and what was put in comes out."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.statistics.day_noise import ALONE, NOISES, Array, Blocks, Noise, Whole, likeliest


def _plainly(noise: Noise, days: Whole, blocks: Whole, itch: Array, weekend: Array) -> float:
    """The restricted log likelihood by the textbook's matrices of all days."""
    pairs = list(zip(days.tolist(), blocks.tolist(), strict=True))
    scatter = np.array(
        [
            [1.0 if a == b else (1 - noise.fresh) * noise.carry ** abs(a - b) * (c == d) for b, d in pairs]
            for a, c in pairs
        ]
    )
    table = np.array([*(blocks == block for block in sorted(set(blocks.tolist()))), weekend], dtype=float).T
    weigh = np.linalg.inv(scatter)
    within = table.T @ weigh @ table
    left = itch - table @ np.linalg.solve(within, table.T @ weigh @ itch)
    free = len(itch) - table.shape[1]
    logs = np.linalg.slogdet(scatter)[1] + np.linalg.slogdet(within)[1]
    return float(-0.5 * (logs + free * math.log(left @ weigh @ left)))


def test_two_days_by_hand() -> None:
    # Half is carried: the variances are 1, 0.5 / 0.5, 1 with determinant 0.75. The level weighs (2/3 + 2/3) = 4/3, so
    # 0.75 * 4/3 = 1 is taken away. The difference of 2 has a variance of 2 * (1 - 0.5) = 1: 2 * 2 / 1 = 4 is left.
    blocks = Blocks(np.array([0, 1]), np.array([0, 0]))
    white, taken = blocks.whitening(Noise(0.5, 0.0))
    (left,) = blocks.each(white, np.array([[3.0, 5.0]]))
    assert [left @ left, taken] == pytest.approx([4.0, 0.0])


def test_a_block_says_nothing_of_another_and_a_short_one_is_as_it_would_be_alone() -> None:
    days, blocks = np.array([0, 1, 2, 14, 16]), np.array([0, 0, 0, 1, 1])
    both, short = Blocks(days, blocks), Blocks(days[3:], blocks[3:])
    series = np.array([[1.0, 4.0, 2.0, 7.0, 3.0]])
    together = both.each(both.whitening(Noise(0.7, 0.2))[0], series)[0]
    alone = short.each(short.whitening(Noise(0.7, 0.2))[0], series[:, 3:])[0]
    assert together.tolist()[3:] == pytest.approx([*alone, 0.0])


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_the_likeliest_is_that_of_the_textbook(seed: int) -> None:
    rng = np.random.default_rng(seed)
    days = np.flatnonzero(rng.random(70) < 0.8)
    itch = (np.cumsum(rng.integers(-1, 2, 70)) + rng.integers(0, 3, 70))[days].astype(float)
    weekend = (days % 7 >= 5).astype(float)
    plain = {noise: _plainly(noise, days, days // 14, itch, weekend) for noise in NOISES}
    assert plain[likeliest(days, days // 14, itch, weekend)] == pytest.approx(max(plain.values()), abs=1e-6)


@pytest.mark.parametrize("carry", [0.0, 0.5, 0.9])
def test_what_was_put_in_comes_out_of_ten_years(carry: float) -> None:
    rng = np.random.default_rng(11)
    itch = np.empty(3640)
    state = 0.0
    for day, draw in enumerate(rng.normal(0, 1, 3640)):
        itch[day] = state = carry * state + math.sqrt(1 - carry**2) * draw
    days = np.arange(3640)
    found = likeliest(days, days // 14, itch, (days % 7 >= 5).astype(float))
    assert found.carry * (1 - found.fresh) == pytest.approx(carry, abs=0.1)


@pytest.mark.parametrize("itch", [[], [4.0], [4.0, 6.0], [5.0] * 30])
def test_where_nothing_can_be_learnt_no_day_leans_on_another(itch: list[float]) -> None:
    days = np.arange(len(itch))
    assert likeliest(days, days // 14, np.array(itch), np.zeros(len(itch))) == ALONE
