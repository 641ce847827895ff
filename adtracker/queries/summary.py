"""Every number of a course, as the window shows them, for whoever asks without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.records.course import Course
from adtracker.domain.records.diary_break import NO_BREAKS, BreakDays, break_days
from adtracker.domain.records.question import Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.statistics.sign_days import SignDays
from adtracker.domain.statistics.summary import Summary
from adtracker.domain.treatments.adherence import Adherence, used_in
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Event, events
from adtracker.domain.views.features import Features, features_of
from adtracker.domain.views.recalled import recalled_in
from adtracker.domain.views.rhythm import WeeksAnswered, weeks_answered
from adtracker.domain.views.timeline import course_span, weekly_signs
from adtracker.queries.conventions import Conventions
from adtracker.queries.review import read_course
from adtracker.queries.surroundings import read_surroundings

if TYPE_CHECKING:
    from adtracker.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class CourseSummary:
    """What a course shows. `features` have its numbers, also of own `questions`, and the flares since its baseline.

    `signs` has one for the baseline and each week that has begun, `treatments` are those used so far with their
    counts, `events` visits, also planned ones, scores, side effects and breaks from the baseline to the end of the
    course; `breaks` are the empty days of the course so far that lie in breaks. `recalls` are the weeks recalled in
    these days; `answered` counts them for those who write once a week, None for all others.
    """

    features: Features
    summary: Summary
    questions: Sequence[Question]
    signs: Sequence[SignDays]
    treatments: Sequence[tuple[Treatment, Adherence]]
    events: Sequence[Event]
    breaks: BreakDays
    recalls: Sequence[Recall]
    answered: WeeksAnswered | None


def read_summary(journal: Journal, course: Course, today: date, conventions: Conventions) -> CourseSummary:
    """The course as it stands today."""
    look, questions = read_course(journal, course, today, conventions.minimum)
    summary = look.summary
    assert summary is not None, "a look back at a course has its summary"
    around = read_surroundings(journal, course.period)
    elapsed, span = course.elapsed(today), course_span(summary)
    weekly_on = journal.profile().weekly_on
    return CourseSummary(
        features=_since(features_of(look, around.recalls), span.first),
        summary=summary,
        questions=questions,
        signs=weekly_signs(look, summary, conventions.itch_from),
        treatments=used_in(around.treatments, around.doses, elapsed, today) if elapsed else (),
        events=events(replace(around, treatments=(), doses=()), span),
        breaks=break_days(around.breaks, elapsed, look.days) if elapsed else NO_BREAKS,
        recalls=recalled_in(around.recalls, span, today),
        answered=None if weekly_on is None else weeks_answered(around.recalls, weekly_on, span, today),
    )


def _since(numbers: Features, first: date) -> Features:
    """The same without flares that began earlier; those days were read to know what was usual."""
    return replace(numbers, flares=tuple(flare for flare in numbers.flares if flare.period.first >= first))
