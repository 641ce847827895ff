"""What is asked for: whose days, which of them, and which parts of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK, Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.statistics.summary import MINIMUM_DAYS
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import days_to_read as days_to_match
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.review import days_to_read
from adtracker.resources import scales

if TYPE_CHECKING:  # not where there are no scores
    from adtracker.domain.scores.score_reading import Reading


class Span(Enum):
    """The periods a person can choose by name."""

    COURSE = "course"
    TWENTY_FOUR_WEEKS = "24w"
    TWELVE_WEEKS = "12w"
    FOUR_WEEKS = "4w"


_WEEKS = {Span.TWENTY_FOUR_WEEKS: COURSE_WEEKS, Span.TWELVE_WEEKS: 12, Span.FOUR_WEEKS: 4}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts a person can choose.

    Page one, the table of weeks, treatments with their doses, visits and side effects, what else was counted (signs,
    triggers, own questions), photos, and the notes.
    """

    summary: bool = True
    weekly_table: bool = True
    notes: bool = False
    treatments: bool = True
    happened: bool = True
    details: bool = True
    photos: bool = False


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a person set: how many recorded days of seven make an average, from which itch a day counts as one."""

    minimum: int = MINIMUM_DAYS
    itch_from: int = 2


@dataclass(frozen=True, slots=True)
class Request:
    """What a report is made from.

    `entries` must hold the period and the baseline days before the course; others are not looked at. `today` is the
    diary day it is made on. `first_entry` is the diary's first day if `entries` do not hold it. `around` is what
    surrounds the days (its entries are not looked at), its scores on all days up to the last, its doses as far beside
    the period as one can count for a day in it; `pictures` are JPEGs of photos by digest.
    """

    entries: Sequence[DayEntry]
    profile: Profile
    course: Course | None
    period: Period
    today: date
    parts: Parts = Parts()
    first_entry: date | None = None
    around: Surroundings = field(default_factory=Surroundings)
    questions: Sequence[Question] = ()
    triggers: Sequence[Trigger] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    conventions: Conventions = Conventions()


class Diary(Protocol):
    """What a report reads from; a journal is one."""

    def profile(self) -> Profile:
        """Whose diary it is."""

    def course(self) -> Course | None:
        """The course that started last."""

    def span(self) -> Period | None:
        """From the first day to the last."""

    def entries(self, period: Period) -> Sequence[DayEntry]:
        """The entries of a period."""

    def questions(self) -> Sequence[Question]:
        """All own questions."""

    def triggers(self) -> Sequence[Trigger]:
        """All triggers the person added or changed."""

    def treatments(self) -> Sequence[Treatment]:
        """All treatments."""

    def doses(self, period: Period) -> Sequence[DayDoses]:
        """The doses of a period."""

    def visits(self) -> Sequence[Visit]:
        """All visits."""

    def side_effects(self) -> Sequence[SideEffect]:
        """All side effects."""

    def other_events(self) -> Sequence[Record]:
        """All else that is an event as it is."""

    def scores(self) -> Sequence[ClinicScore]:
        """All scores that somebody gave, by day."""

    def filled_forms(self) -> Sequence[Response]:
        """All questionnaires that were filled in."""

    def forms(self) -> Sequence[Definition]:
        """The questionnaires of the diary."""

    def photos(self, period: Period) -> Sequence[Photo]:
        """The photos of a period."""

    def picture(self, photo: Photo) -> bytes | None:
        """A photo's JPEG, None if it is not there."""


def read_request(
    diary: Diary,
    period: Period,
    today: date,
    parts: Parts = Parts(),
    conventions: Conventions = Conventions(),
) -> Request:
    """Read from the diary what a report of `period` is made from, and no more. Raises what the diary raises.

    Pictures are read for a report with photos alone.
    """
    course, span, treatments = diary.course(), diary.span(), diary.treatments()
    around = Surroundings(
        visits=diary.visits(),
        side_effects=diary.side_effects(),
        others=diary.other_events(),
        treatments=treatments,
        doses=diary.doses(days_to_match(treatments, period)) if treatments else (),
        photos=diary.photos(period) if parts.photos else (),
        readings=_readings(diary),
    )
    return Request(
        entries=diary.entries(days_to_read(period, min(today, period.last + ONE_DAY), course, span)),
        profile=diary.profile(),
        course=course,
        period=period,
        today=today,
        parts=parts,
        first_entry=None if span is None else span.first,
        around=around,
        questions=diary.questions(),
        triggers=diary.triggers(),
        pictures=_pictures(diary, around.photos),
        conventions=conventions,
    )


def _readings(diary: Diary) -> Sequence[Reading]:
    scores, filled = diary.scores(), diary.filled_forms()
    if not scores and not filled:
        return ()
    from adtracker.domain.scores.score_reading import readings  # noqa: PLC0415, as above

    return readings(scores, filled, diary.forms() if filled else (), scales())


def _pictures(diary: Diary, photos: Sequence[Photo]) -> Mapping[str, bytes]:
    if not photos:
        return {}
    from adtracker.report.photo_choice import read_pictures  # noqa: PLC0415, most reports have no photos

    return read_pictures(photos, diary.picture)


def spans(course: Course | None, today: date) -> tuple[Span, ...]:
    """The periods on offer, the usual one first. A course is one from its first day on, also when it is over."""
    begun = course is not None and course.start <= today
    running = course is not None and today in course.period
    return tuple(
        span
        for span, fits in (
            (Span.TWENTY_FOUR_WEEKS, not running),
            (Span.COURSE, begun),
            (Span.TWELVE_WEEKS, True),
            (Span.FOUR_WEEKS, True),
        )
        if fits
    )


def span_period(span: Span, course: Course | None, today: date) -> Period:
    """The days of a span: weeks up to today, or the course so far. Raises ValueError for a course not on offer."""
    if span is not Span.COURSE:
        return Period.ending(today, _WEEKS[span] * DAYS_A_WEEK)
    elapsed = None if course is None else course.elapsed(today)
    if elapsed is None:
        raise ValueError("no course has begun")
    return elapsed


def usual_period(course: Course | None, today: date) -> Period:
    """What a report covers unless somebody chooses: the course so far, or the last 24 weeks where none is under way."""
    return span_period(spans(course, today)[0], course, today)
