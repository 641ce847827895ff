"""Which days a report can cover, and what is read for it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import COURSE_WEEKS, Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.photos.clean import clean
from adtracker.report.request import Parts, Span, read_request, span_period, spans, usual_period
from adtracker.storage.journal import Journal
from tests.photos.hostile import jpeg_of
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


def test_a_course_that_has_not_begun_has_no_days() -> None:
    with pytest.raises(ValueError, match="no course"):
        span_period(Span.COURSE, COURSE, START - ONE_DAY)


def test_the_days_and_the_baseline_are_read_and_no_others(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "my.diary", lambda: TODAY)
    journal.save_all([DayEntry(START + timedelta(days=offset), itch=5) for offset in (-200, -3, 0, 100)])
    journal.save(Profile("A. B."))
    journal.save(COURSE)
    asked = read_request(journal, Period.ending(TODAY, 28), TODAY, Parts(notes=True))
    journal.close()
    assert [entry.day for entry in asked.entries] == [START + timedelta(days=offset) for offset in (-3, 0, 100)]
    assert (asked.profile.name, asked.first_entry) == ("A. B.", START - timedelta(days=200))
    assert asked.course is not None
    assert asked.course.start == START
    assert asked.parts.notes


def test_pictures_are_read_for_a_report_with_photos_alone(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "my.diary", lambda: TODAY)
    first, middle, last = (clean(jpeg_of(60 + number, 40)) for number in range(3))
    for pixels, offset in ((first, 30), (middle, 20), (last, 0)):
        journal.add_photo(pixels, TODAY - timedelta(days=offset), "face")
    period = Period.ending(TODAY, 60)
    assert read_request(journal, period, TODAY).pictures == {}
    asked = read_request(journal, period, TODAY, Parts(photos=True))
    assert asked.pictures == {first.digest: first.jpeg, last.digest: last.jpeg}
