"""The doses of a day, and which sites were used last."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from adtracker.domain.treatments.dose import DayDoses, check_doses, last_sites
from adtracker.resources import Texts
from tests.strategies import TODAY, day_doses

DOSES = DayDoses(1, TODAY, taken=1)


def _on(back: int, *sites: str, treatment: int = 1) -> DayDoses:
    return DayDoses(treatment, TODAY - timedelta(days=back), taken=1, sites=sites)


def test_doses_are_empty_only_without_a_taken_and_a_skipped_one() -> None:
    assert DayDoses(1, TODAY, reason="forgot", amount="250 mg").is_empty
    assert not DayDoses(1, TODAY, skipped=1).is_empty
    assert not DOSES.is_empty


def test_doses_written_down_on_a_later_day_were_filled_in_later() -> None:
    assert not DOSES.filled_in_later
    assert not replace(DOSES, recorded_on=TODAY).filled_in_later
    assert replace(DOSES, recorded_on=TODAY + timedelta(days=1)).filled_in_later


def test_the_last_sites_are_those_of_the_treatment_newest_first() -> None:
    doses = [
        _on(84, "thigh_left"),
        _on(28, "thigh_right"),
        _on(56, "abdomen_left", "abdomen_right"),
        _on(14),
        _on(7, "thigh_left", treatment=2),
    ]
    assert last_sites(doses, 1, 2) == (doses[1], doses[2])
    assert last_sites(doses, 1, 9) == (doses[1], doses[2], doses[0])
    assert last_sites(doses, 3, 9) == ()


@given(day_doses(1))
def test_what_can_be_recorded_has_nothing_wrong(doses: DayDoses) -> None:
    assert check_doses(doses) == []


@pytest.mark.parametrize(
    ("doses", "field", "rule"),
    [
        (replace(DOSES, day=date(1899, 12, 31)), "date", "date_range"),
        (replace(DOSES, taken=25), "taken", "number_range"),
        (replace(DOSES, taken=-1), "taken", "number_range"),
        (replace(DOSES, skipped=25), "skipped", "number_range"),
        (replace(DOSES, reason="x" * 1001), "reason", "text_too_long"),
        (replace(DOSES, reason="a\0"), "reason", "text_unreadable"),
        (replace(DOSES, amount="x" * 201), "amount", "text_too_long"),
        (replace(DOSES, sites=tuple(f"site_{number}" for number in range(13))), "sites", "too_many_sites"),
        (replace(DOSES, sites=("\ud800",)), "sites", "text_unreadable"),
    ],
)
def test_doses_that_cannot_be_are_refused_with_a_sentence(doses: DayDoses, field: str, rule: str) -> None:
    (problem,) = check_doses(doses)
    assert (problem.field, problem.rule) == (field, rule)
    assert "{" not in Texts().problem(problem)
