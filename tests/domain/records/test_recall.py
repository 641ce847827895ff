"""The last seven days as remembered: what it is, and that none of it is ever a day's."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.recall import ASKED, BESIDE, Recall, check_recall
from tests import strategies

SUNDAY = date(2026, 8, 2)


def test_it_speaks_of_the_seven_days_up_to_its_own() -> None:
    assert Recall(SUNDAY, 8).period == Period(date(2026, 7, 27), SUNDAY)
    assert Recall(SUNDAY, 8).period.length == 7
    assert Recall(SUNDAY, 8).middle == date(2026, 7, 30)


def test_what_is_not_answered_is_not_there_and_zero_is() -> None:
    found = Recall(SUNDAY, worst_itch=0, extent_percent=12.5)
    assert found.answers == {"worst_itch": 0, "extent_percent": 12.5}
    assert not found.is_empty
    assert Recall(SUNDAY).is_empty


def test_an_answer_is_given_and_taken_back() -> None:
    given_one = Recall(SUNDAY).with_answer("sleep_quality", 6)
    assert given_one == Recall(SUNDAY, sleep_quality=6)
    assert given_one.with_answer("sleep_quality", None) == Recall(SUNDAY)


def test_its_four_questions_are_its_fields_on_the_scales_of_the_day() -> None:
    assert tuple(ASKED) == tuple(one.name for one in fields(Recall))[1:5]
    assert set(BESIDE.values()) == set(MEASURES)
    assert [(one.minimum, one.maximum) for one in ASKED.values()] == [(0, 10)] * 3 + [(0, 100)]
    assert not {one.key for one in ASKED.values()} & {one.key for one in MEASURES}


@pytest.mark.parametrize(
    ("recall", "broken"),
    [
        (Recall(SUNDAY), [("", "nothing_answered")]),
        (Recall(SUNDAY, 10.5), [("worst_itch", "number_range")]),
        (Recall(SUNDAY, 3, -1), [("average_itch", "number_range")]),
        (Recall(SUNDAY, 3, extent_percent=101), [("extent_percent", "number_range")]),
        (Recall(SUNDAY, sleep_quality=float("nan")), [("sleep_quality", "number_range")]),
        (Recall(date(1899, 12, 31), 3), [("date", "date_range")]),
        (Recall(SUNDAY, 10, 0, 10, 100), []),
    ],
)
def test_what_may_be_stored(recall: Recall, broken: list[tuple[str, str]]) -> None:
    assert [(one.field, one.rule) for one in check_recall(recall)] == broken


@given(strategies.recalls)
def test_any_that_has_an_answer_may_be_stored(recall: Recall) -> None:
    assert not check_recall(recall)
    assert recall.day in recall.period
    assert recall.day + ONE_DAY not in recall.period


@given(strategies.recalls, st.sampled_from(tuple(ASKED)))
def test_taking_one_answer_back_leaves_the_others(recall: Recall, name: str) -> None:
    left = recall.with_answer(name, None)
    assert left.answers == {other: value for other, value in recall.answers.items() if other != name}
    assert left.with_answer(name, recall.answer(name)) == replace(recall)


def test_it_has_no_value_of_a_measure_so_no_average_can_take_it_for_a_day() -> None:
    assert not hasattr(Recall(SUNDAY, 8), "value")
