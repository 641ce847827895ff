"""An archive is offered once a year, whatever the clock did."""

from datetime import date

import pytest

from adtracker.domain.safety.archiving import is_archive_due

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("first", "answered", "is_due"),
    [
        (None, None, False),
        (TODAY, None, False),
        (date(2025, 11, 23), None, False),
        (date(2025, 11, 22), None, True),
        (date(2016, 1, 1), None, True),
        (date(2016, 1, 1), TODAY, False),
        (date(2016, 1, 1), date(2025, 11, 23), False),
        (date(2016, 1, 1), date(2025, 11, 22), True),
        (date(2016, 1, 1), date(2036, 1, 1), True),  # the clock was wrong when that was noted
        (date(2026, 6, 1), date(2036, 1, 1), False),
        (date(2036, 1, 1), None, False),  # or a day lies ahead
    ],
)
def test_once_a_year(first: date | None, answered: date | None, is_due: bool) -> None:
    assert is_archive_due(first, answered, TODAY) == is_due
