"""`adtracker report`: the PDF for a visit, with the days it rests on attached as a table."""

from __future__ import annotations

from datetime import date

from adtracker.commands.desk import FINE, Desk, UsageError
from adtracker.commands.output import put
from adtracker.domain.body import parse_body
from adtracker.domain.look_back import days_to_read
from adtracker.domain.period import ONE_DAY, Period
from adtracker.exchange import csv_days
from adtracker.report.build import Report, build_report
from adtracker.report.glyphs import Glyphs, code_point
from adtracker.report.render import Attachment, Paper, render_pdf
from adtracker.report.request import Request, usual_period
from adtracker.resources import read_toml
from adtracker.storage.journal import Journal


def run(desk: Desk, *, target: str, first: date | None, last: date | None, paper: Paper) -> int:
    """Write the report of a period to `target`. Raises UsageError, DiaryError, ReportError and ExchangeError."""
    report, document = make(desk, first, last, paper)
    if put(desk, target, document):
        desk.say("report.written", file=target)
    _tell_named(desk, report)
    return FINE


def make(desk: Desk, first: date | None = None, last: date | None = None, paper: Paper = "a4") -> tuple[Report, bytes]:
    """The report of a period, as what it says and as a PDF. Raises UsageError, DiaryError and ReportError."""
    with desk.journal() as journal:
        request = _request(journal, first, last, desk.today())
    report = build_report(request, parse_body(read_toml("body", "body.toml")), desk.texts, Glyphs().covers)
    return report, render_pdf(report, paper, _attachments(desk, request))


def _request(journal: Journal, first: date | None, last: date | None, today: date) -> Request:
    course, span = journal.course(), journal.span()
    period = _period(usual_period(course, today), first, last)
    return Request(
        entries=journal.entries(days_to_read(period, today, course, span)),
        profile=journal.profile(),
        course=course,
        period=period,
        today=today,
        first_entry=None if span is None else span.first,
    )


def _period(usual: Period, first: date | None, last: date | None) -> Period:
    """The usual period with the ends that were given; a last day alone moves the usual period there."""
    last = last or usual.last
    if first is None:
        first = usual.first if usual.first <= last else last - (usual.length - 1) * ONE_DAY
    if first > last:
        raise UsageError("usage.from_after_to", first=first, last=last)
    return Period(first, last)


def _attachments(desk: Desk, request: Request) -> dict[str, Attachment]:
    table = csv_days.write(entry for entry in request.entries if entry.day in request.period)
    return {"diary.csv": Attachment(table.encode(), "text/csv", desk.text("attachment.table"))}


def _tell_named(desk: Desk, report: Report) -> None:
    """Say which characters the fonts do not have: none is dropped without a word."""
    if report.missing_characters:
        named = ", ".join(code_point(letter) for letter in report.missing_characters)
        desk.complain(desk.text("report.named", characters=named))
