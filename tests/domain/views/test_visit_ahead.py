"""The next visit: the days since the last one, its weeks, and the questions noted for it."""

from datetime import date, timedelta

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.visit import Visit
from adtracker.domain.statistics.summary import summarise
from adtracker.domain.views.visit_ahead import VisitAhead, visit_ahead
from adtracker.domain.views.week_grid import week_grid

START = date(2026, 8, 2)
TODAY = START + timedelta(days=30)  # in week 5


def _ahead(*visits: Visit, profile: Profile | None = None, missing: int = 0) -> VisitAhead:
    """With an entry on every day but for `missing` days of week 3."""
    gone = range(14, 14 + missing)
    entries = [DayEntry(START + timedelta(days=day), itch=3) for day in range(-7, 31) if day not in gone]
    grid = week_grid(summarise(entries, Course(START), TODAY), TODAY)
    return visit_ahead(visits, profile or Profile(), [entry.day for entry in entries], grid, TODAY)


def _on(day: int, questions: str = "") -> Visit:
    return Visit(START + timedelta(days=day), questions=questions)


def test_days_count_from_the_day_after_the_last_visit() -> None:
    found = _ahead(_on(10), _on(60), missing=2)
    assert found.visit == _on(60)
    assert found.days == Period(START + timedelta(days=11), TODAY)
    assert (found.days.length, found.written) == (20, 18)


def test_a_visit_of_today_is_the_next_one() -> None:
    found = _ahead(_on(10), _on(30))
    assert found.visit == _on(30)
    assert found.since == START + timedelta(days=10)


def test_without_a_visit_the_course_is_counted() -> None:
    found = _ahead()
    assert (found.visit, found.since) == (None, None)
    assert (found.days, found.written) == (Period(START, TODAY), 31)
    assert (found.full_weeks, found.thin_weeks) == (4, 0)


@pytest.mark.parametrize(("missing", "thin"), [(0, 0), (3, 0), (4, 1)])
def test_a_full_week_without_an_average_is_told(missing: int, thin: int) -> None:
    found = _ahead(_on(6), missing=missing)
    assert (found.full_weeks, found.thin_weeks) == (3, thin)


def test_questions_are_those_of_the_report_else_those_of_the_last_visit() -> None:
    assert _ahead(_on(10, "One?\n\nTwo?")).questions == 2
    assert _ahead(_on(10, "One?\nTwo?"), profile=Profile(questions="Mine?\n")).questions == 1
    assert _ahead(_on(10)).questions == 0
