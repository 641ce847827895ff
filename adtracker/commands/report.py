"""`adtracker report`: the PDF for a visit, with the days that it shows attached as a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from adtracker import resources
from adtracker.commands.context import FINE, CommandContext, UsageError
from adtracker.commands.output import put
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.exchange.csv.day_table import days_file
from adtracker.queries.conventions import Conventions
from adtracker.queries.report import Parts, read_request
from adtracker.report.build import Report
from adtracker.report.document import make_document, named_characters
from adtracker.report.glyphs import Glyphs
from adtracker.report.periods import usual_period
from adtracker.report.printing import Paper
from adtracker.report.typeset import Typesetter, typeset_here

if TYPE_CHECKING:
    from collections.abc import Iterable

    from adtracker.domain.edits.kinds import Record
    from adtracker.domain.scores.score_reading import Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report: its first and last day as far as they were given, its paper, and what is in it."""

    first: date | None = None
    last: date | None = None
    paper: Paper = "a4"
    parts: Parts = field(default_factory=Parts)


def run(desk: CommandContext, *, target: str, wanted: Wanted) -> int:
    """Write a report to `target`. Raises UsageError, DiaryError, ReportError and ExchangeError."""
    report, document = make(desk, wanted)
    if put(desk, target, document):
        desk.say("report.written", file=target)
    tell_named(desk, report)
    return FINE


def make(desk: CommandContext, wanted: Wanted = Wanted(), typeset: Typesetter = typeset_here) -> tuple[Report, bytes]:
    """A report, as what it says and as a PDF. Raises UsageError, DiaryError and ReportError."""
    today = desk.today()
    with desk.journal() as journal:
        period = _period(usual_period(journal.course(), today), wanted.first, wanted.last)
        request = read_request(journal, period, today, wanted.parts, Conventions.of(desk.settings))
    body = resources.body()
    return make_document(request, body, desk.texts, Glyphs().covers, days_file, wanted.paper, typeset, _fhir)


def _fhir(records: Iterable[Record], scores: Iterable[Reading]) -> bytes:
    from adtracker.exchange.fhir.document import write_records  # noqa: PLC0415 -- few reports have it inside

    return write_records(records, scores)


def _period(usual: Period, first: date | None, last: date | None) -> Period:
    """The usual period with the ends that were given; a last day alone moves the usual period there."""
    last = last or usual.last
    if first is None:
        first = usual.first if usual.first <= last else last - (usual.length - 1) * ONE_DAY
    if first > last:
        raise UsageError("usage.from_after_to", first=first, last=last)
    return Period(first, last)


def tell_named(desk: CommandContext, report: Report) -> None:
    """Say which characters the fonts do not have: none is dropped without a word."""
    if report.missing_characters:
        desk.complain(desk.text("report.named", characters=named_characters(report)))
