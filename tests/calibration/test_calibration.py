"""The made-up diaries of the calibration move by the published figures, and a small calibration runs to its end."""

from dataclasses import replace

import numpy as np
import pytest

from tests.calibration.diaries import FREE_WALK, ITCH_STEP, STEADY, WAVERING, Setting, diaries, retest
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
from tests.calibration.triggers import NOTED, noted

DAYS = 168


def _rng() -> np.random.Generator:
    return np.random.default_rng(8)


def test_they_are_the_same_every_time_and_whole_points_within_the_scale() -> None:
    one, two = (diaries(50, DAYS, STEADY, _rng()) for _ in range(2))
    np.testing.assert_array_equal(one.itch, two.itch)
    recorded = one.itch[~np.isnan(one.itch)]
    assert set(recorded) <= set(range(11))


def test_people_start_as_published() -> None:
    levels = diaries(4000, 1, FREE_WALK, _rng()).levels
    logits = np.log(levels / (10 - levels))
    assert logits.mean() == pytest.approx(-0.08, abs=0.05)
    assert logits.std() == pytest.approx(0.87, abs=0.05)


def test_the_free_walk_steps_as_published_in_the_middle_of_the_scale() -> None:
    # One step of 0.479 on the logit is 0.479 * 10 / 4 = 1.2 points where itch is 5; the binomial answer (0.5 points),
    # rounding (0.29) and heaping (about 0.4) of two days add to it: the root of 1.2² + 2 * (0.5² + 0.29² + 0.4²).
    itch = diaries(8000, 8, FREE_WALK, _rng()).itch
    steps = (itch[:, 1:] - itch[:, :-1])[np.abs(itch[:, :-1] - 5) <= 1]
    assert np.nanstd(steps) == pytest.approx(np.sqrt((ITCH_STEP * 2.5) ** 2 + 2 * 0.49), rel=0.15)


def test_one_day_in_ten_is_missing_in_runs() -> None:
    missing = np.isnan(diaries(400, DAYS, STEADY, _rng()).itch)
    assert missing.mean() == pytest.approx(0.1, abs=0.015)
    runs = np.count_nonzero(missing[:, 1:] & ~missing[:, :-1])
    assert missing.sum() / runs == pytest.approx(1.8, abs=0.15)


def test_round_numbers_are_answered_more_often_than_their_neighbours() -> None:
    level = Setting("one level", 0.0)
    itch = diaries(2000, 28, level, _rng()).itch
    counts = [np.count_nonzero(itch == score) for score in range(11)]
    assert counts[5] > 1.2 * counts[4]
    assert counts[5] > 1.2 * counts[6]


@pytest.mark.parametrize("setting", [STEADY, WAVERING])
def test_a_fall_is_as_steep_as_it_says_and_none_is_none(setting: Setting) -> None:
    weeks = np.arange(56) / 7
    for fall in (0.0, 0.25):
        means = np.nanmean(diaries(6000, 56, setting, _rng(), fall=fall).itch, axis=0)
        assert np.polyfit(weeks, means, 1)[0] == pytest.approx(-fall, abs=0.02)


def test_the_less_is_carried_on_the_better_two_weeks_agree() -> None:
    agree = [retest(diaries(2000, 14, setting, _rng()).itch) for setting in (STEADY, WAVERING, FREE_WALK)]
    assert agree == sorted(agree, reverse=True)
    assert agree[0] == pytest.approx(0.91, abs=0.02)


@pytest.mark.parametrize(("stays", "length"), [(NOTED, 1 / 0.7), (0.7, 1 / 0.3)])
def test_triggers_are_noted_on_three_days_of_ten_in_runs_of_the_length_asked_for(stays: float, length: float) -> None:
    days = noted(500, stays, _rng())
    assert days.mean() == pytest.approx(0.3, abs=0.02)
    assert days.sum() / np.count_nonzero(days[:, 1:] & ~days[:, :-1]) == pytest.approx(length, rel=0.06)


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


@pytest.mark.slow
def test_a_small_calibration_prints_all_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["4"])
    lines = capsys.readouterr().out.splitlines()
    titles = [line for line in lines if line.startswith("**")]
    assert len(titles) == 8
    assert [len(line.split("|")) for line in lines if line.startswith("| AR .9 sd 1.2")] == [13] * 3
