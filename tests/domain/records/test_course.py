"""Counting the weeks of a course: day 1 is the day of the first dose, week k is days 7(k-1)+1 to 7k."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import COURSE as COURSE_KIND
from adtracker.domain.records.course import TREATMENT_NAME_LIMIT, Course

START = date(2026, 8, 2)
COURSE = Course(START)


@pytest.mark.parametrize(
    ("day", "number", "week"),
    [
        (date(2026, 8, 2), 1, 1),
        (date(2026, 8, 8), 7, 1),
        (date(2026, 8, 9), 8, 2),
        (date(2026, 8, 1), 0, 0),
        (date(2026, 7, 26), -6, 0),
        (date(2026, 7, 25), -7, -1),
        (date(2027, 1, 16), 168, 24),  # 29 left of August, 30, 31, 30, 31, then 16 of January: 29+30+31+30+31+17-1
        (date(2027, 1, 17), 169, 25),
    ],
)
def test_days_and_weeks_are_counted_from_the_first_dose(day: date, number: int, week: int) -> None:
    assert COURSE.day_number(day) == number
    assert COURSE.week_of(day) == week


@given(st.integers(-60, 60), st.integers(0, 6))
def test_every_day_of_a_week_belongs_to_that_week(week: int, offset: int) -> None:
    assert COURSE.week_of(COURSE.week(week).first + timedelta(days=offset)) == week


def test_the_weeks_fill_the_course_without_gap_or_overlap() -> None:
    days = [day for number in range(1, COURSE.weeks + 1) for day in COURSE.week(number)]
    assert days == list(COURSE.period)
    assert len(days) == 168


def test_elapsed_days_end_today_and_no_later_than_the_course() -> None:
    assert COURSE.elapsed(START - timedelta(days=1)) is None
    assert COURSE.elapsed(START) == Period(START, START)
    assert COURSE.elapsed(START + timedelta(days=119)) == Period.starting(START, 120)
    assert COURSE.elapsed(date(2030, 1, 1)) == COURSE.period


def test_a_course_planned_for_next_year_is_fine() -> None:
    assert COURSE_KIND.check(Course(date(2999, 12, 31), "Amlitelimab 250 mg", weeks=520)) == []


@pytest.mark.parametrize(
    ("course", "field", "rule"),
    [
        (Course(date(1899, 12, 31)), "course_start", "date_range"),
        (Course(date(3000, 1, 1)), "course_start", "date_range"),
        (Course(START, weeks=0), "weeks", "weeks_range"),
        (Course(START, weeks=521), "weeks", "weeks_range"),
        (Course(START, "x" * (TREATMENT_NAME_LIMIT + 1)), "treatment", "text_too_long"),
        (Course(START, "a\0b"), "treatment", "text_unreadable"),
    ],
)
def test_what_is_wrong_with_a_course_is_said_by_field_and_rule(course: Course, field: str, rule: str) -> None:
    assert [(problem.field, problem.rule) for problem in COURSE_KIND.check(course)] == [(field, rule)]
