"""The days before a visit, and what a young diary can say: counted by hand."""

from datetime import date, timedelta

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.visit import Visit
from adtracker.domain.views.first_days import FirstDays, before_visit, first_days

TODAY = date(2026, 11, 28)


def _last(count: int, itch: float | None = 5) -> dict[date, float | None]:
    """So many days up to today."""
    return {TODAY - timedelta(days=back): itch for back in range(count)}


def test_the_28_days_before_a_visit_end_on_the_day_before_it() -> None:
    """The visit is on 10 December: its days are 12 November to 9 December; of 20 days up to today 17 are among them."""
    found = before_visit(Visit(date(2026, 12, 10)), _last(20))
    assert found is not None
    assert found.days == Period(date(2026, 11, 12), date(2026, 12, 9))
    assert found.written == 17


def test_of_a_visit_far_ahead_no_day_is_written_yet() -> None:
    found = before_visit(Visit(date(2027, 3, 1)), _last(20))
    assert found is not None
    assert (found.days.first, found.written) == (date(2027, 2, 1), 0)
    assert before_visit(None, _last(20)) is None


@pytest.mark.parametrize(
    ("count", "stage"), [(0, 0), (2, 0), (3, 3), (6, 3), (7, 7), (13, 7), (14, 14), (27, 14), (28, 0)]
)
def test_another_sentence_is_true_from_3_7_and_14_entries_on(count: int, stage: int) -> None:
    found = first_days(_last(count), TODAY - timedelta(days=40), TODAY, 4)
    assert (0 if found is None else found.stage) == stage


def test_an_average_needs_its_days_of_the_last_seven() -> None:
    begun = TODAY - timedelta(days=30)
    assert first_days(_last(3), begun, TODAY, 4) == FirstDays(3, 3, False, 4, 8)
    assert first_days(_last(4), begun, TODAY, 4) == FirstDays(4, 3, True, 4, 8)
    assert first_days(_last(5, None), begun, TODAY, 4) == FirstDays(5, 3, False, 4, 8)  # bad days have no number
    older = {day - timedelta(days=7): itch for day, itch in _last(5).items()}
    assert first_days(older, begun, TODAY, 4) == FirstDays(5, 3, False, 4, 8)


def test_an_old_diary_with_few_days_and_an_empty_one_are_not_young() -> None:
    assert first_days(_last(3), TODAY - timedelta(days=60), TODAY, 4) is None
    assert first_days(_last(3), TODAY - timedelta(days=59), TODAY, 4) is not None
    assert first_days({}, None, TODAY, 4) is None
