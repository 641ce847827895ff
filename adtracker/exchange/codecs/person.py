"""Whose diary it is, and the courses of treatment.

{"name": "A. B.", "birth_year": 1988, "questions": "…"}
{"start": "2026-08-02", "treatment": "…", "weeks": 24}
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.course import COURSE_WEEKS, Course, check_course
from adtracker.domain.records.profile import Profile, check_profile
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.snapshot import Diary, Snapshot


def _fetch_profile(diary: Diary, _period: object) -> Sequence[Profile]:
    """The one there is; an empty profile is none to be written, or kept."""
    profile = diary.profile()
    return () if _is_empty(profile) else (profile,)


def _is_empty(profile: Profile) -> bool:
    """Blanks alone say nothing."""
    return profile.birth_year is None and not (profile.name + profile.questions).strip()


def _profile_data(profile: Profile, _contents: Snapshot) -> Data:
    return {"name": profile.name, "birth_year": profile.birth_year, "questions": profile.questions}


def _profile(fields: FieldReader, _parsed: ImportResult) -> Profile:
    return Profile(fields.text("name"), fields.whole("birth_year"), fields.text("questions"))


def _check_profile(profile: Profile, _parsed: ImportResult) -> list[Problem]:
    return check_profile(profile)


def _only_one(_profile: Profile) -> Hashable:
    return None


def _fetch_courses(diary: Diary, _period: object) -> Sequence[Course]:
    return diary.courses()


def _course_data(course: Course, _contents: Snapshot) -> Data:
    return {"start": course.start.isoformat(), "treatment": course.treatment, "weeks": course.weeks}


def _course(fields: FieldReader, parsed: ImportResult) -> Course:
    start, weeks = fields.day("start"), fields.whole("weeks")
    fields.require("start", start)
    return Course(start or parsed.today, fields.text("treatment"), COURSE_WEEKS if weeks is None else weeks)


def _check_course(course: Course, _parsed: ImportResult) -> list[Problem]:
    return check_course(course)


def _start(course: Course) -> str:
    return course.start.isoformat()


PROFILE = RecordCodec(
    name="profile",
    kind=Profile,
    fetch=_fetch_profile,
    write=_profile_data,
    read=_profile,
    check=_check_profile,
    identity=_only_one,
    named=lambda profile: profile.name,
    columns=("name", "birth_year", "questions"),
    twice=lambda _: Problem("", "second_profile"),
    is_empty=_is_empty,
)
COURSES = RecordCodec(
    name="courses",
    kind=Course,
    fetch=_fetch_courses,
    write=_course_data,
    read=_course,
    check=_check_course,
    identity=_start,
    named=_start,
    columns=("start", "treatment", "weeks"),
)
