"""An archive is offered once a year, whatever the clock did."""

from datetime import date

import pytest

from adtracker.domain.safety.archiving import is_archive_due

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("first", "made", "put_off", "is_due"),
    [
        (None, None, None, False),
        (TODAY, None, None, False),
        (date(2025, 11, 23), None, None, False),
        (date(2025, 11, 22), None, None, True),
        (date(2016, 1, 1), None, None, True),
        (date(2016, 1, 1), TODAY, None, False),
        (date(2016, 1, 1), date(2025, 11, 23), None, False),
        (date(2016, 1, 1), date(2025, 11, 22), None, True),
        (date(2016, 1, 1), None, TODAY, False),
        (date(2016, 1, 1), None, date(2026, 10, 24), False),
        (date(2016, 1, 1), None, date(2026, 10, 23), True),
        (date(2016, 1, 1), TODAY, date(2026, 10, 23), False),
        # The clock was wrong when that was noted, or a day lies ahead.
        (date(2016, 1, 1), date(2036, 1, 1), None, True),
        (date(2016, 1, 1), None, date(2036, 1, 1), True),
        (date(2026, 6, 1), date(2036, 1, 1), None, False),
        (date(2036, 1, 1), None, None, False),
    ],
)
def test_once_a_year_and_a_month_after_a_later(
    first: date | None, made: date | None, put_off: date | None, is_due: bool
) -> None:
    assert is_archive_due(first, made, put_off, TODAY) == is_due
