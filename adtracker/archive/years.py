"""The report of each year of a diary, with all parts that a report can have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker import resources
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.domain.treatments.treatment import Treatment
from adtracker.exchange.csv.day_table import days_file
from adtracker.exchange.fhir.document import write_records
from adtracker.exchange.snapshot import Snapshot
from adtracker.queries.conventions import USUAL, Conventions
from adtracker.queries.report import Parts, read_request
from adtracker.report.document import make_document
from adtracker.report.glyphs import Glyphs
from adtracker.report.printing import Paper
from adtracker.report.typeset import Typesetter, typeset_apart
from adtracker.resources import Texts
from adtracker.storage.journal import Journal

_ALL = Parts(notes=True, photos=True)


@dataclass(frozen=True, slots=True)
class Press:
    """How reports are made: in which words, on which paper, by which counting, and by whom they are set."""

    texts: Texts
    paper: Paper = "a4"
    conventions: Conventions = USUAL
    typeset: Typesetter = typeset_apart  # Typst keeps the memory of every report


def yearly_reports(journal: Journal, contents: Snapshot, today: date, press: Press) -> Iterator[tuple[int, bytes]]:
    """Each year that has an entry or a recalled week, and its report as a PDF. Raises DiaryError and ReportError."""
    covers, entries = Glyphs().covers, contents.of(DayEntry)
    found = years(contents)
    for period in found:
        # They are those of all years: once is enough.
        parts = replace(_ALL, tried=period == found[-1] and bool(contents.of(Treatment)))
        request = read_request(journal, period, today, parts, press.conventions)
        whole = {name: jpeg for name, jpeg in request.pictures.items() if name in contents.pictures}
        course = _course_in(contents.of(Course), period)
        request = replace(request, entries=entries, course=course, pictures=whole)
        _, document = make_document(
            request, resources.body(), press.texts, covers, days_file, press.paper, press.typeset, write_records
        )
        yield period.first.year, document


def years(contents: Snapshot) -> list[Period]:
    """For each calendar year that has an entry or a recalled week the days from the first to the last of them."""
    days: dict[int, list[date]] = {}
    found: list[DayEntry | Recall] = [*contents.of(DayEntry), *contents.of(Recall)]
    for one in found:
        days.setdefault(one.day.year, []).append(one.day)
    return [Period(min(some), max(some)) for _, some in sorted(days.items())]


def _course_in(courses: Sequence[Course], period: Period) -> Course | None:
    """The last course that had begun by the end of a period."""
    return max((one for one in courses if one.start <= period.last), key=lambda one: one.start, default=None)
