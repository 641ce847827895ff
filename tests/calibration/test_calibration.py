"""The made-up diaries scatter, fall and lack days as they say, and a small calibration runs to its end."""

import numpy as np
import pytest

from tests.calibration.processes import (
    AR3,
    AR9,
    AR9_LITTLE,
    NOISES,
    PEAK,
    Array,
    Noise,
    fast,
    line,
    made,
    slow,
    step,
    step_of,
)
from tests.calibration.run import main
from tests.calibration.together import thing


def _rng() -> np.random.Generator:
    return np.random.default_rng(8)


def _noise(name: str) -> Noise:
    return next(noise for noise in NOISES if noise.name.startswith(name))


def _agreement(one: Array, other: Array) -> float:
    both = ~np.isnan(one) & ~np.isnan(other)
    return float(np.corrcoef(one[both], other[both])[0, 1])


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: noise.name)
def test_they_are_the_same_every_time_and_whole_points_within_the_scale(noise: Noise) -> None:
    one, two = (made(20, 8, noise, _rng()) for _ in range(2))
    np.testing.assert_array_equal(one.itch, two.itch)
    assert set(one.itch[~np.isnan(one.itch)]) <= set(range(11))
    assert (one.days[0], one.days[-1]) == (-7, 55)
    assert np.isnan(one.itch).mean() == pytest.approx(noise.missing, abs=0.05)


@pytest.mark.parametrize("noise", [AR3, AR9], ids=lambda noise: noise.name)
def test_a_day_carries_on_what_it_says_and_scatters_as_it_says(noise: Noise) -> None:
    itch = made(4000, 4, noise, _rng(), level=5.0).itch
    # Rounding to whole points adds a twelfth to the variance.
    assert np.nanvar(itch) == pytest.approx(noise.sd**2 + 1 / 12, rel=0.06)
    carried = noise.carry * noise.sd**2 / (noise.sd**2 + 1 / 12)
    assert _agreement(itch[:, 10], itch[:, 11]) == pytest.approx(carried, abs=0.04)


def test_the_likeliest_noise_agrees_over_a_week_about_as_published_of_stable_people() -> None:
    # Published of 31 people: weekly averages 0.95, days a week apart 0.94; theirs differ by a deviation of about 2.1.
    rng = _rng()
    levels = np.clip(rng.normal(5, 2.1, 3000), 1, 9)
    itch = np.concatenate([made(1, 2, AR9_LITTLE, rng, level=level, before=0).itch for level in levels])
    with np.errstate(invalid="ignore"):
        weeks = [np.nanmean(week, axis=1) for week in (itch[:, :7], itch[:, 7:])]
    assert _agreement(*weeks) == pytest.approx(0.95, abs=0.025)
    assert _agreement(itch[:, 6], itch[:, 13]) == pytest.approx(0.94, abs=0.025)


def test_courses_are_as_deep_as_they_say_at_the_weeks_they_say() -> None:
    days = np.array([-1.0, 0.0, 16.0, 17.0, 28.0, 112.0])
    assert line(days).tolist() == pytest.approx([0, 0, -4 / 7, -17 / 28, -1, -4])
    assert step(days).tolist() == [0, 0, 0, -3, -3, -3]
    assert step_of(2)(days).tolist() == [0, 0, 0, -2, -2, -2]
    # 1 - exp(-3) = 0.9502 of 3.5 by day 112, and of 4.5 by day 28.
    assert slow(days)[-1] == pytest.approx(-3.5 * 0.9502, abs=1e-3)
    assert fast(days)[-2] == pytest.approx(-4.5 * 0.9502, abs=1e-3)


def test_what_is_odd_about_a_diary_is_in_it() -> None:
    rng = _rng()
    heaped = made(500, 8, _noise("heaped"), rng, level=5.0).itch
    assert np.count_nonzero(heaped == 5) > 2 * np.count_nonzero(heaped == 4)
    assert np.nanmean(made(500, 8, _noise("floor"), rng).itch) < 1.2
    assert np.nanmean(made(50, 1, PEAK, rng, level=5.0).itch[:, 0]) == 7.0  # 5 + 2 * 1.2, rounded
    calm, flaring = (np.nanmean(made(400, 24, noise, rng, level=4.0).itch) for noise in (AR3, _noise("flares")))
    assert 0.3 < flaring - calm < 1.0  # 3 points on about a fifth of the days
    raised = made(400, 8, AR3, rng, level=4.0, before=0, extra=1.5 * (np.arange(56) == 9)).itch
    assert np.nanmean(raised[:, 9]) - np.nanmean(raised[:, 10]) == pytest.approx(1.5, abs=0.2)


def test_things_are_there_as_often_as_asked_for_and_in_runs_or_not() -> None:
    rng = _rng()
    found = np.array([thing(0.3, rng) for _ in range(600)])
    assert found.mean() == pytest.approx(0.3, abs=0.02)
    lengths = found.sum(axis=1) / np.maximum(1, np.count_nonzero(found[:, 1:] & ~found[:, :-1], axis=1))
    # Scattered they last 1 / 0.7 days, else 1 / 0.4 or 1 / 0.2.
    assert np.quantile(lengths, [0.15, 0.5, 0.85]) == pytest.approx([1 / 0.7, 1 / 0.4, 1 / 0.2], rel=0.25)


@pytest.mark.slow
def test_a_small_calibration_prints_its_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["8"])
    out = capsys.readouterr().out
    assert "**What happened together**" in out
    rows = [line.split("|") for line in out.splitlines() if line.startswith("|")]
    assert [len(row) for row in rows[-9:]] == [12] * 9  # headings, a line, seven noises
    assert sum(row[1].strip() in {noise.name for noise in NOISES} for row in rows) >= 14 + 7
