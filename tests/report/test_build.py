"""The report as a value: it says what the summary worked out, leaves out what is not there, and never fails."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.queries.report import Parts, Request
from adtracker.report.masthead import CourseLine
from tests import strategies
from tests.report.samples import (
    COURSE,
    DEMO,
    NOBODY,
    START,
    TODAY,
    demo_request,
    itches,
    report_of,
    request,
    with_words,
)

ALL_PARTS = Parts(notes=True)


def _course_line(last: date, course: Course = COURSE) -> CourseLine | None:
    first = min(START, last)
    return report_of(Request([], NOBODY, course, Period(first, last), last)).course


def test_page_one_of_the_demonstration_has_every_part() -> None:
    report = report_of(demo_request())
    assert report.who == "A. B., born 1988"
    assert report.when == "2 August to 29 November 2026 · made 29 November 2026"
    assert report.course == CourseLine(DEMO.course.treatment, ("started 2 August 2026", "week 18 of 24"))
    assert report.summary is not None
    parts = (report.summary.key_numbers, report.summary.charts, report.summary.day_grid, report.summary.where)
    assert None not in (*parts, report.summary.shares, report.questions, report.weekly)
    assert (report.nothing, report.notes, report.missing_characters) == ((), None, ())


def test_parts_are_chosen() -> None:
    bare = report_of(demo_request(Parts(summary=False, weekly_table=False, notes=True)))
    assert (bare.summary, bare.weekly) == (None, None)
    assert bare.notes is not None


def test_a_period_without_an_entry_says_so_kindly_and_keeps_the_questions() -> None:
    empty = replace(demo_request(ALL_PARTS), entries=[])
    report = report_of(empty)
    assert report.nothing[0] == "Nothing was recorded in these days."
    assert (report.summary, report.weekly, report.notes, report.quality) == (None, None, None, "")
    assert report.questions is not None
    assert report.course is not None


def test_without_profile_and_course_their_lines_are_absent() -> None:
    report = report_of(request(itches(START, [5] * 7)))
    assert (report.who, report.course, report.questions) == ("", None, None)


@pytest.mark.parametrize(
    ("profile", "who"),
    [
        (Profile("A. B.", 1988), "A. B., born 1988"),
        (Profile("A. B."), "A. B."),
        (Profile("", 1988), "born 1988"),
        (Profile(" {name} ", 1988), "{name}, born 1988"),
        (Profile("A. B.", 1988, "", date(1988, 3, 14)), "A. B., born 14 March 1988"),
        (Profile("A. B.", clinic_number=" K-12 "), "A. B. · patient number K-12"),
        (Profile("", 1988, "", date(1988, 3, 14), "K-12"), "born 14 March 1988 · patient number K-12"),
    ],
)
def test_who_it_is_is_said_as_far_as_they_care_to(profile: Profile, who: str) -> None:
    assert report_of(replace(demo_request(), profile=profile)).who == who


def test_the_course_line_follows_the_course() -> None:
    name = COURSE.treatment
    assert _course_line(START) == CourseLine(name, ("started 2 August 2026", "week 1 of 24"))
    ended = "24 weeks, ended 16 January 2027"
    assert _course_line(START + timedelta(weeks=24)) == CourseLine(name, ("started 2 August 2026", ended))
    assert _course_line(START - timedelta(days=1)) == CourseLine(name, ("starts 2 August 2026",))
    assert _course_line(START, Course(START, " ")) == CourseLine(
        "Treatment course", ("started 2 August 2026", "week 1 of 24")
    )


def test_questions_stand_word_for_word_a_line_each() -> None:
    report = report_of(replace(demo_request(), profile=Profile(questions="\n1. Why *me*?\r\n\n  And <b>now</b>?\n")))
    assert report.questions is not None
    assert report.questions.lines == ("1. Why *me*?", "  And <b>now</b>?")


def test_characters_without_a_glyph_are_named_wherever_they_were_written() -> None:
    report = report_of(with_words("itchy 😀 湿疹 😀"))
    assert report.missing_characters == ("grinning face", "2 Chinese characters without a font")
    named = "itchy [grinning face] [2 Chinese characters without a font] [grinning face]"
    assert report.who.startswith(named)
    assert report.course is not None
    assert report.questions is not None
    assert report.notes is not None
    assert (report.course.name, report.questions.lines[0], report.notes.notes[0].text) == (named,) * 3


def test_the_same_diary_gives_the_same_report() -> None:
    assert report_of(demo_request(ALL_PARTS)) == report_of(demo_request(ALL_PARTS))
    shuffled = replace(demo_request(), entries=tuple(reversed(DEMO.entries)))
    assert report_of(shuffled) == report_of(demo_request())


def test_every_page_says_that_it_is_no_diagnosis() -> None:
    assert report_of(request([])).footer.startswith("Self-reported, not a diagnosis.")
    assert "talk to a licensed healthcare provider" in report_of(request([])).footer


@pytest.mark.parametrize(
    "asked",
    [
        request([]),
        request([DayEntry(TODAY, note="only a note")]),
        request([DayEntry(TODAY, note=" ")]),
        request(itches(date(2024, 2, 28), [5, None, 5]), Course(date(2024, 2, 29))),
        request(itches(START, [5] * 200), COURSE),
        request(itches(START, [5]), Course(date(2999, 12, 31))),
        request(itches(START, [5]), Course(date(1900, 1, 1), weeks=520)),
        request(itches(START, [None] * 50 + [5]), Course(START, weeks=1)),
        request(itches(START, [5]), COURSE, Period.starting(TODAY, 3650), START),
        request(itches(START, [5] * 3), COURSE, Period(date(1900, 1, 1), TODAY)),
        request(itches(date(2006, 11, 29), [number % 11 for number in range(7306)])),
    ],
    ids=[
        "empty",
        "note",
        "blank",
        "leap day",
        "all the same",
        "far course",
        "old course",
        "one week",
        "future",
        "wide",
        "20 years",
    ],
)
def test_odd_diaries_have_a_report_too(asked: Request) -> None:
    report = report_of(replace(asked, parts=ALL_PARTS))
    assert report.made_on == asked.today
    assert bool(report.nothing) == (not report.quality)


@settings(max_examples=40)
@given(
    strategies.diary_days,
    strategies.profiles,
    st.none()
    | st.builds(Course, st.dates(date(1900, 1, 1), date(2999, 12, 31)), strategies.TEXTS, st.integers(1, 520)),
    st.dates(date(2024, 1, 1), strategies.TODAY),
    st.integers(1, 1200),
)
def test_whatever_a_diary_holds_there_is_a_report(
    entries: list[DayEntry], profile: Profile, course: Course | None, first: date, length: int
) -> None:
    near = [replace(entry, day=first + timedelta(days=index)) for index, entry in enumerate(entries)]
    asked = Request(near, profile, course, Period.starting(first, length), strategies.TODAY, ALL_PARTS)
    report = report_of(asked)
    kept = {entry.day for entry in near if entry.day in asked.period and entry.day <= asked.today}
    assert bool(report.nothing) == (not kept)
