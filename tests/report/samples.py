"""Diaries to make reports of, and the way from a diary to what is printed, as the app goes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from adtracker import resources
from adtracker.domain.common.period import Period
from adtracker.domain.demo.diary import demo_diary
from adtracker.domain.demo.life import OWN_QUESTION
from adtracker.domain.records.body import Grade
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.views.event import Surroundings
from adtracker.queries.report import Parts, Request
from adtracker.report.build import Draft, Report, begin_report, build_report
from adtracker.report.glyphs import Glyphs, Printable
from adtracker.report.listing import Listing
from adtracker.report.material import Material, prepare
from adtracker.report.printing import Paper
from adtracker.report.render import Attachment, render_pdf
from adtracker.report.wording import NO_BREAK
from adtracker.resources import Texts, scales
from tests.press import press

if TYPE_CHECKING:
    from pypdf import PdfReader

TODAY = date(2026, 11, 29)
BODY = resources.body()
TEXTS = Texts()
# The bundled fonts alone, so that no test depends on those of a computer.
GLYPHS = Glyphs(computer=tuple)
DEMO = demo_diary(TODAY, BODY)
START = DEMO.course.start
COURSE = Course(START, "Dupilumab 300 mg")
NOBODY = Profile()
PAGE_ONE = Parts(weekly_table=False, treatments=False, happened=False, details=False)


def itches(first: date, scores: Iterable[float | None]) -> list[DayEntry]:
    """Days from `first` on with these itch scores; None is a day without an entry."""
    days = ((first + timedelta(days=index), score) for index, score in enumerate(scores))
    return [DayEntry(day, itch=score) for day, score in days if score is not None]


def marked(day: date, *regions: str) -> DayEntry:
    """A day with these regions marked on the body map."""
    grades = tuple((region, Grade.LITTLE) for region in sorted(regions))
    return DayEntry(day, extent=Extent(1.0, ExtentMethod.REGIONS, grades, "adult"))


def request(
    entries: Sequence[DayEntry],
    course: Course | None = None,
    period: Period | None = None,
    today: date | None = None,
) -> Request:
    """What a report over all entries is made from, unless told otherwise."""
    days = [entry.day for entry in entries] or [TODAY]
    last = today or max(days)
    return Request(entries, NOBODY, course, period or Period(min(days), max(days)), last)


def demo_request(parts: Parts | None = None) -> Request:
    """The demonstration diary from the first dose to today."""
    return Request(DEMO.entries, DEMO.profile, DEMO.course, Period(START, TODAY), TODAY, parts or Parts())


def lived_request(parts: Parts | None = None) -> Request:
    """The demonstration with its treatments, visits, scores and a side effect: page one has all that it can have."""
    life = DEMO.life
    around = Surroundings(
        visits=life.visits,
        side_effects=life.side_effects,
        treatments=[replace(one, key=number) for number, one in enumerate(life.treatments, 1)],
        doses=[replace(one, treatment=-one.treatment) for one in life.doses],
        readings=readings(life.scores, (), (), scales()),
    )
    return replace(demo_request(parts), around=around, questions=[OWN_QUESTION])


def with_words(words: str) -> Request:
    """The demonstration diary with these words wherever a person can write some."""
    noted = [replace(DEMO.entries[20], note=words), *DEMO.entries[21:]]
    written = demo_request(Parts(notes=True))
    profile = replace(DEMO.profile, name=words[:100], questions=words)
    return replace(written, entries=noted, profile=profile, course=replace(DEMO.course, treatment=words[:100]))


def late(entry: DayEntry, days: int = 1) -> DayEntry:
    """The same day, first written down some days later."""
    recorded = datetime.combine(entry.day + timedelta(days=days), datetime.min.time(), UTC)
    return replace(entry, recorded_at=recorded, recorded_on=entry.day + timedelta(days=days))


def material_of(asked: Request) -> Material:
    """The material of a request."""
    return prepare(asked, TEXTS, BODY, Printable(GLYPHS.covers, TEXTS))


def report_of(asked: Request) -> Report:
    """The report of a request."""
    return build_report(asked, BODY, TEXTS, GLYPHS.covers)


def draft_of(asked: Request) -> Draft:
    """The same, of which page one is made."""
    return begin_report(asked, BODY, TEXTS, GLYPHS.covers)


def listing_of(asked: Request, heading: str) -> Listing:
    """The one table of a report under a heading."""
    (found,) = (one for one in report_of(asked).listings if one.heading == heading)
    return found


def printed(report: Report, paper: Paper = "a4", attachments: Mapping[str, Attachment] | None = None) -> bytes:
    """The PDF of a report."""
    return render_pdf(report, paper, attachments, press)


def read_pdf(document: bytes) -> PdfReader:
    """A PDF, to look into. What reads it takes 15 MB, so only a worker that has one to read loads it."""
    from pypdf import PdfReader  # noqa: PLC0415 -- see above

    return PdfReader(BytesIO(document))


def text_of(document: bytes) -> str:
    """The text of a PDF, spaces as on a keyboard."""
    pages = read_pdf(document).pages
    return "\n".join(page.extract_text() for page in pages).replace(NO_BREAK, " ")
