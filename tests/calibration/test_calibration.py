"""The made-up diaries of the calibration move by the published figures, and a small calibration runs to its end."""

import numpy as np
import pytest

from tests.calibration.diaries import FREE_WALK, ITCH_STEP, STEADY, WAVERING, Setting, diaries, retest
from tests.calibration.run import main
from tests.calibration.together import thing

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


def test_things_are_there_as_often_as_asked_for_and_in_runs_or_not() -> None:
    rng = _rng()
    found = np.array([thing(0.3, rng) for _ in range(600)])
    assert found.mean() == pytest.approx(0.3, abs=0.02)
    lengths = found.sum(axis=1) / np.maximum(1, np.count_nonzero(found[:, 1:] & ~found[:, :-1], axis=1))
    # Scattered they last 1 / 0.7 days, else 1 / 0.4 or 1 / 0.2.
    assert np.quantile(lengths, [0.15, 0.5, 0.85]) == pytest.approx([1 / 0.7, 1 / 0.4, 1 / 0.2], rel=0.25)


@pytest.mark.slow
def test_a_small_calibration_prints_both_tables(capsys: pytest.CaptureFixture[str]) -> None:
    main(["12"])
    lines = capsys.readouterr().out.splitlines()
    assert [len(line.split("|")) for line in lines] == [11] * 6 + [1] + [12] * 9
