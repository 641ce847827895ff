"""The made-up diaries of the calibration move by the published figures, and a small calibration runs to its end."""

from dataclasses import replace

import numpy as np
import pytest

from tests.calibration.processes import (
    AR3,
    AR5,
    AR9,
    AR9_LITTLE,
    AR95,
    NOISES,
    PEAK,
    Array,
    Course,
    Noise,
    fast,
    line,
    made,
    none,
    slow,
    step,
)
from tests.calibration.run import main
from tests.calibration.together import thing


def _rng() -> np.random.Generator:
    return np.random.default_rng(8)


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: noise.name)
def test_they_are_the_same_every_time_and_whole_points_within_the_scale(noise: Noise) -> None:
    one, two = (made(20, 8, noise, _rng()) for _ in range(2))
    np.testing.assert_array_equal(one.itch, two.itch)
    assert set(one.itch[~np.isnan(one.itch)]) <= set(range(11))
    assert (one.days[0], one.days[-1]) == (-7, 55)


def _path(noise: Noise, days: int = 400) -> Array:
    """Itch of many people, in the middle of the scale and with no day missing."""
    return made(60, days // 7, replace(noise, missing=0.0, peak=0.0), _rng(), level=5.0).itch


@pytest.mark.parametrize(("noise", "apart"), [(AR3, 0.3), (AR5, 0.5), (AR9, 0.9)])
def test_days_lean_on_each_other_as_their_name_says(noise: Noise, apart: float) -> None:
    itch = _path(noise)
    assert itch.std() == pytest.approx(noise.sd, rel=0.1)
    assert np.corrcoef(itch[:, 1:].ravel(), itch[:, :-1].ravel())[0, 1] == pytest.approx(apart, abs=0.08)


@pytest.mark.parametrize(("noise", "days_agree"), [(AR9_LITTLE, True), (AR95, True), (AR3, False)])
def test_slow_scatter_agrees_with_itself_as_stable_people_do_and_quick_scatter_does_not(
    noise: Noise, days_agree: bool
) -> None:
    # PMC6635522, table 3, 31 people: weeks agree by 0.95, days a week apart by 0.94 (0.88 to 0.97).
    between = _rng().normal(0, 1.8, (4000, 1))
    itch = made(4000, 2, replace(noise, missing=0.0), _rng(), level=5.0).itch + between
    weeks = np.corrcoef(itch[:, 7:14].mean(axis=1), itch[:, 14:].mean(axis=1))[0, 1]
    days = np.corrcoef(itch[:, 7], itch[:, 14])[0, 1]
    assert 0.90 < weeks < 0.99
    assert bool(0.88 < days < 0.97) is days_agree


def test_odd_diaries_are_odd_in_their_own_way() -> None:
    names = {noise.name: noise for noise in NOISES}
    assert np.isnan(made(200, 24, names["40 % missing"], _rng()).itch).mean() == pytest.approx(0.4, abs=0.02)
    fives = [np.mean(_path(names[name]) == 5) for name in ("heaped on 0, 5, 10", "AR .5 sd 1.2")]
    assert fives[0] > 1.3 * fives[1]
    floor = made(200, 24, names["floor at level 0.7"], _rng()).itch
    assert np.nanmean(floor == 0) > 0.3
    peak = made(500, 8, PEAK, _rng()).itch
    assert np.nanmean(peak[:, 0]) - np.nanmean(peak[:, -28:]) == pytest.approx(2.4, abs=0.3)
    flares = made(500, 24, names["flares at random"], _rng(), level=4.0).itch
    assert np.nanmean(flares) > 4.2
    memory = _path(names["long memory d .4"])
    assert np.corrcoef(memory[:, 14:].ravel(), memory[:, :-14].ravel())[0, 1] > 0.3


@pytest.mark.parametrize(("course", "whole"), [(none, 0), (step, -3), (fast, -4.5), (slow, -3.5), (line, -6)])
def test_a_course_goes_as_far_as_it_says(course: Course, whole: float) -> None:
    diaries = made(10, 24, AR3, _rng(), course, 8.0)
    assert diaries.truth[:7].tolist() == [0] * 7
    assert diaries.truth[-1] == pytest.approx(whole, abs=0.1)


def test_what_things_add_is_in_their_days() -> None:
    raised = made(400, 8, AR3, _rng(), level=4.0, before=0, extra=1.5 * (np.arange(56) == 9)).itch
    assert np.nanmean(raised[:, 9]) - np.nanmean(raised[:, 10]) == pytest.approx(1.5, abs=0.2)


def test_things_are_there_as_often_as_asked_for_and_in_runs_or_not() -> None:
    rng = _rng()
    found = np.array([thing(0.3, rng) for _ in range(600)])
    assert found.mean() == pytest.approx(0.3, abs=0.02)
    lengths = found.sum(axis=1) / np.maximum(1, np.count_nonzero(found[:, 1:] & ~found[:, :-1], axis=1))
    # Scattered they last 1 / 0.7 days, else 1 / 0.4 or 1 / 0.2.
    assert np.quantile(lengths, [0.15, 0.5, 0.85]) == pytest.approx([1 / 0.7, 1 / 0.4, 1 / 0.2], rel=0.25)


@pytest.mark.slow
def test_a_small_calibration_prints_all_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["4"])
    lines = capsys.readouterr().out.splitlines()
    titles = [line for line in lines if line.startswith("**")]
    assert len(titles) == 8
    assert [len(line.split("|")) for line in lines if line.startswith("| AR .9 sd 1.2")] == [13] * 3 + [12]
