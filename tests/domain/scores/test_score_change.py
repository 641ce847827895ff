"""How far a score has come: worked out by hand, and where nothing can be said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.score_change import ScoreChange, score_changes
from adtracker.domain.scores.score_reading import readings
from adtracker.resources import scales

DOSE = date(2026, 8, 1)
DAY = timedelta(days=1)
LAST = DOSE + 119 * DAY


def _of(*scores: tuple[int, str, float], first_dose: date | None = DOSE) -> tuple[ScoreChange, ...]:
    """The changes of scores, each by its day counted from the first dose."""
    given = [ClinicScore(DOSE + day * DAY, scale, value) for day, scale, value in scores]
    return score_changes(readings(given, (), (), scales()), first_dose, LAST)


def test_the_newest_value_is_set_beside_the_last_before_the_first_dose() -> None:
    # 9.8 - 26.4 = -16.6, which is 62.9 % of 26.4.
    (found,) = _of((-40, "easi", 30.0), (-3, "easi", 26.4), (28, "easi", 15.0), (84, "easi", 9.8))
    assert found.baseline is not None
    assert (found.baseline.value, found.baseline.day) == (26.4, date(2026, 7, 29))
    assert (found.newest.value, found.newest.day) == (9.8, date(2026, 10, 24))
    assert (found.change, found.percent) == (-16.6, -63)


@pytest.mark.parametrize(("day", "value"), [(-57, None), (-56, 20.0), (0, 20.0), (1, None)])
def test_the_baseline_is_of_the_eight_weeks_up_to_the_dose(day: int, value: float | None) -> None:
    (found,) = _of((day, "easi", 20.0), (80, "easi", 10.0))
    assert (found.baseline and found.baseline.value) == value
    assert (found.change is None) == (value is None)


def test_all_scores_with_two_values_are_there_by_name_and_no_others() -> None:
    once = [(number, key, 3.0) for number, key in enumerate(("dlqi", "adct"))]
    twice = [(day, key, 4.0) for day in (-1, 30) for key in ("poem", "iga", "easi", "scorad")]
    assert [one.newest.name for one in _of(*once, *twice)] == ["EASI", "IGA", "POEM", "SCORAD"]


def test_a_grade_and_a_value_below_two_have_no_per_cent() -> None:
    grade, little = _of((-1, "iga", 4), (30, "iga", 2)), _of((-1, "easi", 1.9), (30, "easi", 9.5))
    assert [(one.change, one.percent) for one in (*grade, *little)] == [(-2, None), (7.6, None)]


def test_there_is_nothing_to_compare_without_a_dose_or_with_nothing_newer() -> None:
    (without,) = _of((-1, "easi", 8.0), (30, "easi", 4.0), first_dose=None)
    assert (without.baseline, without.change, without.percent) == (None, None, None)
    (before,) = _of((-20, "easi", 8.0), (-1, "easi", 4.0))
    assert before.baseline is before.newest
    assert (before.change, before.percent) == (None, None)


def test_what_comes_after_the_last_day_is_not_looked_at() -> None:
    (found,) = _of((-1, "easi", 8.0), (119, "easi", 6.0), (120, "easi", 1.0))
    assert found.newest.value == 6.0
    assert _of((-1, "easi", 8.0), (120, "easi", 1.0)) == ()


def test_no_change_is_a_change_of_nothing() -> None:
    (found,) = _of((-1, "easi", 8.0), (30, "easi", 8.0))
    assert (found.change, found.percent) == (0, 0)
