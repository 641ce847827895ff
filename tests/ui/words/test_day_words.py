"""Days and periods in words."""

from datetime import date

import pytest

from adtracker.domain.common.period import Period
from adtracker.ui.words.day_words import brief_day, date_words, day_words, month_words, short_day_words, span_words

TODAY = date(2026, 11, 29)


def test_a_day_has_its_year_where_it_is_not_this_one() -> None:
    assert day_words(date(2026, 11, 19), TODAY) == "Thursday 19 November"
    assert day_words(date(2025, 11, 19), TODAY) == "Wednesday 19 Nov 2025"
    assert short_day_words(date(2026, 11, 19), TODAY) == "Thu 19 Nov"
    assert short_day_words(date(2025, 11, 19), TODAY) == "19 Nov 2025"


def test_other_lengths_for_other_places() -> None:
    assert date_words(date(2026, 8, 2)) == "2 August 2026"
    assert brief_day(date(2026, 8, 2)) == "2 Aug"
    assert month_words(date(2026, 8, 2)) == "Aug 2026"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 8, 2), date(2026, 8, 8), "2 to 8 August 2026"),
        (date(2026, 8, 30), date(2026, 9, 5), "30 August to 5 September 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 December 2026 to 3 January 2027"),
        (date(2026, 8, 2), date(2026, 8, 2), "2 August 2026"),
    ],
)
def test_a_period_says_once_what_both_ends_share(first: date, last: date, expected: str) -> None:
    assert span_words(Period(first, last)) == expected
