"""The week that is said, by hand: of chances of each week, and of three courses that are as likely as said."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.faded_start import Faded
from adtracker.domain.statistics.likely_week import likely_week
from adtracker.domain.statistics.scatter import Scatter
from adtracker.domain.statistics.width import Width

START = date(2026, 10, 5)
NEVER = Faded(0.0, 0.0)


@pytest.mark.parametrize(
    ("chances", "week"),
    [
        ([], None),
        ([0, 0, 0], None),
        ([0, 0, 1, 0, 0, 0, 0, 0, 0], 3),  # weeks 2 to 7 would be right, too: nearest is its own
        ([0.7, 0.3], 1),
        # A week is right of up to 4 before it and 1 after: week 5 of all, weeks 4 and 6 of .9, which is less good.
        ([0.1, 0.1, 0.2, 0.3, 0.2, 0.1], 5),
        # Half in week 2, half in week 7: week 6 has both.
        ([0, 0.5, 0, 0, 0, 0, 0.5, 0, 0, 0], 6),
        # Weeks 3, 4 and 5 have all: by week 1 it was done as likely as not, and week 3 is nearest to that.
        ([0.6, 0, 0, 0.4, 0, 0], 3),
        # Too far apart for one week: the likelier of both, at its own.
        ([0.6, 0, 0, 0, 0, 0, 0, 0, 0, 0.4], 1),
    ],
)
def test_the_week_is_the_likeliest_to_be_right(chances: list[float], week: int | None) -> None:
    assert likely_week(chances) == week


def _width(chances: list[float], sizes: list[float]) -> Width:
    """Four weeks: a step on the first day of week 2, one on the first of week 3, and a line to the last day."""
    days = np.arange(28)
    courses = np.array([days >= 7, days >= 14, (days + 1) / 28], dtype=float).T
    one = np.ones(1)
    return Width(Scatter(0 * one, one, one, one, courses, np.array(chances), np.array(sizes), NEVER), {}, START)


def _done(width: Width, points: float) -> list[float]:
    weeks = [Period.starting(START + timedelta(weeks=week), 7) for week in range(4)]
    return width.done(weeks, weeks[-1], 0.8, points)


def test_each_course_has_a_week_of_its_own() -> None:
    # Steps: weeks 2 and 3. Of the line the weeks have 4/28, 11/28, 18/28 and 25/28; 80 % of the last is 20/28, and week
    # 3 with the next has 21.5/28.
    assert _done(_width([0.5, 0.2, 0.3], [-3.0, -3.0, -3.0]), -2.5) == pytest.approx([0.0, 0.5, 0.5])


def test_courses_that_moved_the_other_way_say_nothing_and_most_of_them_that_none_is_said() -> None:
    assert _done(_width([0.4, 0.3, 0.3], [-3.0, 3.0, -3.0]), -2.5) == pytest.approx([0.0, 0.4, 0.3])
    assert _done(_width([0.4, 0.3, 0.3], [3.0, -3.0, -3.0]), -2.5) == pytest.approx([0.0, 0.0, 0.6])
    assert _done(_width([0.6, 0.2, 0.2], [3.0, -3.0, -3.0]), -2.5) == [0.0, 0.0, 0.0]


def test_after_the_last_recorded_day_a_course_is_as_it_was_then() -> None:
    # Three weeks recorded: the line stays at 21/28 in week 4, 80 % of which is 16.8/28; weeks 2 and 3 have 14.5/28.
    width = _width([0.5, 0.2, 0.3], [-3.0, -3.0, -3.0])
    short = replace(width, scatter=replace(width.scatter, courses=width.scatter.courses[:21]))
    assert _done(short, -2.5) == pytest.approx([0.0, 0.5, 0.5])
