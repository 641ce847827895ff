"""Which days a report can cover."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import COURSE_WEEKS, Course
from adtracker.report.periods import Span, span_period, spans, usual_period
from tests.report.samples import COURSE, START, TODAY

WEEKS = [Span.TWENTY_FOUR_WEEKS, Span.TWELVE_WEEKS, Span.FOUR_WEEKS]


@pytest.mark.parametrize(
    ("course", "today", "offered"),
    [
        (None, TODAY, WEEKS),
        (COURSE, START - ONE_DAY, WEEKS),
        (COURSE, START, [Span.COURSE, Span.TWELVE_WEEKS, Span.FOUR_WEEKS]),
        (COURSE, COURSE.period.last, [Span.COURSE, Span.TWELVE_WEEKS, Span.FOUR_WEEKS]),
        (COURSE, COURSE.period.last + ONE_DAY, [Span.TWENTY_FOUR_WEEKS, Span.COURSE, *WEEKS[1:]]),
    ],
    ids=["no course", "before it", "first day", "last day", "over"],
)
def test_what_is_on_offer_goes_by_the_course(course: Course | None, today: date, offered: list[Span]) -> None:
    assert list(spans(course, today)) == offered
    assert set(spans(course, today, today - ONE_DAY)) == {*offered, Span.LAST_VISIT}
    assert spans(course, today, today - ONE_DAY)[0] == offered[0]  # the usual one stays


@given(offset=st.integers(-400, 400), weeks=st.integers(1, 60))
def test_every_span_on_offer_ends_no_later_than_today(offset: int, weeks: int) -> None:
    today, course = START + timedelta(days=offset), Course(START, weeks=weeks)
    for span in spans(course, today):
        period = span_period(span, course, today)
        assert period.last <= today
        assert span is Span.COURSE or period.last == today
    assert usual_period(course, today) == span_period(spans(course, today)[0], course, today)


def test_a_course_that_is_over_is_covered_to_its_end_and_no_further() -> None:
    later = COURSE.period.last + timedelta(days=100)
    assert span_period(Span.COURSE, COURSE, later) == COURSE.period
    assert span_period(Span.COURSE, COURSE, later).length == COURSE_WEEKS * 7


def test_since_the_last_visit_are_the_days_from_it_on() -> None:
    visit = TODAY - timedelta(days=36)
    assert span_period(Span.LAST_VISIT, COURSE, TODAY, visit) == Period(visit, TODAY)
    with pytest.raises(ValueError, match="no visit"):
        span_period(Span.LAST_VISIT, COURSE, TODAY)


def test_a_course_that_has_not_begun_has_no_days() -> None:
    with pytest.raises(ValueError, match="no course"):
        span_period(Span.COURSE, COURSE, START - ONE_DAY)
