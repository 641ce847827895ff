"""Which of the treatments a course is of: a course has a name in the person's own words, and no key of a treatment."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.treatments.treatment import Kind, Treatment


def own_treatment(course: Course, treatments: Iterable[Treatment]) -> Treatment | None:
    """The treatment whose name begins with the same word as the course; else an injection begun within a week of it.

    Of several the one that began nearest to the first day of the course; None if there is none like that.
    """
    found = list(treatments)
    word = _first_word(course.treatment)
    named = [one for one in found if word and _first_word(one.name) == word]
    begun = [one for one in found if one.kind is Kind.INJECTION and _distance(course, one) <= DAYS_A_WEEK]
    return min(named or begun, key=lambda one: _distance(course, one), default=None)


def _first_word(name: str) -> str:
    """The letters and digits that a name begins with: "amlitelimab" of "Amlitelimab, 250 mg"."""
    return "".join(takewhile(lambda letter: letter.isalnum() or letter == "-", name.strip().casefold()))


def _distance(course: Course, treatment: Treatment) -> int:
    return abs((treatment.started - course.start).days)
