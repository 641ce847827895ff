"""What a report is made from: whose days, which of them, and which parts are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.views.event import Surroundings
from adtracker.domain.views.photo_choice import first_and_last
from adtracker.domain.views.review import days_to_read
from adtracker.domain.views.tried import Tried
from adtracker.queries.conventions import USUAL, Conventions
from adtracker.queries.surroundings import read_surroundings
from adtracker.queries.tried import read_tried

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts a person can choose.

    Page one, the table of weeks, treatments with their doses, visits and side effects, what else was counted (signs,
    triggers, own questions), photos, the notes, and the treatments tried in all years. What is not chosen stands on no
    page. `data` says whether the file also holds its days as a table, `fhir` whether it holds what is printed as FHIR:
    of these, too, only what is chosen (`report.leaving`). `ranges` are thin lines in the chart of itch, at the
    published changes that mattered to people.
    """

    summary: bool = True
    weekly_table: bool = True
    notes: bool = False
    treatments: bool = True
    happened: bool = True
    details: bool = True
    photos: bool = False
    tried: bool = False
    data: bool = True
    ranges: bool = False
    fhir: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What a report is made from.

    `entries` must hold the period and the baseline days before the course; others are not looked at. `today` is the
    diary day it is made on. `around` is what
    surrounds the days (its entries are not looked at), its scores on all days up to the last, its doses as far beside
    the period as one can count for a day in it; `pictures` are JPEGs of photos by digest. `begun_on` is the diary's
    first day, None where it has none; `earlier` are courses that began before `course`. `tried` are the treatments of
    all years, read where they are asked for.
    """

    entries: Sequence[DayEntry]
    profile: Profile
    course: Course | None
    period: Period
    today: date
    parts: Parts = Parts()
    around: Surroundings = field(default_factory=Surroundings)
    questions: Sequence[Question] = ()
    triggers: Sequence[Trigger] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    conventions: Conventions = USUAL
    begun_on: date | None = None
    tried: Sequence[Tried] = ()
    earlier: Sequence[Course] = ()


def read_request(
    journal: Journal,
    period: Period,
    today: date,
    parts: Parts = Parts(),
    conventions: Conventions = USUAL,
) -> Request:
    """What a report of `period` is made from, and no more. Pictures are read for a report with photos alone."""
    courses = journal.courses()
    course = courses[-1] if courses else None
    around = read_surroundings(journal, period, with_photos=parts.photos)
    return Request(
        entries=journal.entries(days_to_read(period, min(today, period.last + ONE_DAY), course)),
        profile=journal.profile(),
        course=course,
        period=period,
        today=today,
        parts=parts,
        around=around,
        questions=journal.questions(),
        triggers=journal.triggers(),
        pictures=_read_pictures(journal, around.photos),
        conventions=conventions,
        begun_on=_begun_on(journal),
        tried=read_tried(journal, today, conventions.minimum) if parts.tried else (),
        earlier=courses[:-1],
    )


def _begun_on(journal: Journal) -> date | None:
    span = journal.span()
    return None if span is None else span.first


def _read_pictures(journal: Journal, photos: Iterable[Photo]) -> Mapping[str, bytes]:
    """The JPEGs of the photos that are shown, by digest; those whose pixels are not there are left out."""
    shown = {photo.digest: photo for pair in first_and_last(photos) for photo in pair}
    found = ((digest, journal.picture(photo)) for digest, photo in shown.items())
    return {digest: jpeg for digest, jpeg in found if jpeg is not None}
