"""What is read of a course: the timeline and the summary without a window say the same numbers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import measure_of
from adtracker.domain.views.measure_selection import mark
from adtracker.queries.conventions import USUAL
from adtracker.queries.summary import read_summary
from adtracker.queries.timeline import CourseView, read_timeline
from adtracker.storage.journal import Journal
from tests.report.samples import DEMO, START, TODAY


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal.open(tmp_path / "my.diary", lambda: TODAY)
    opened.replay(Edit(tuple(Change(None, record) for record in DEMO.records)))
    yield opened
    opened.close()


def test_the_timeline_and_the_summary_say_the_same(journal: Journal) -> None:
    course = journal.course()
    assert course is not None
    marks = [mark(measure_of(question)) for question in journal.questions()]
    shown = read_timeline(journal, TODAY, course.key, marks, USUAL).timeline
    found = read_summary(journal, course, TODAY, USUAL)
    assert shown is not None
    assert found.summary == shown.summary
    assert found.signs == shown.signs
    assert found.features.itch == shown.features.itch
    assert set(shown.flares) <= set(found.features.flares)


def test_a_course_that_another_followed_is_read_as_it_ended(journal: Journal) -> None:
    course = journal.course()
    assert course is not None
    earlier = START - timedelta(weeks=30)
    journal.save_all([Course(earlier, "Tablets", weeks=12), DayEntry(earlier + ONE_DAY, itch=6)])
    first = journal.courses()[0]
    view = read_timeline(journal, TODAY, first.key, (), USUAL)
    assert view.timeline is not None
    assert view.timeline.features.today == first.period.last + ONE_DAY
    assert view.courses == (course, first)


def test_without_a_course_there_is_nothing_to_read(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "new.diary", lambda: TODAY)
    assert read_timeline(journal, TODAY, None, (), USUAL) == CourseView()
    journal.close()
