"""The report as a file to take along: the PDF, with the days that it shows attached as a table."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from adtracker.domain.records.body import Body
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.queries.report import Request
from adtracker.report.build import Report, build_report
from adtracker.report.glyphs import Covers
from adtracker.report.printing import Paper
from adtracker.report.render import Attachment, render_pdf
from adtracker.report.typeset import Typesetter, typeset_here
from adtracker.resources import Texts

TABLE_NAME = "diary.csv"
# How days are written as a table, and without which columns: the report knows no other formats, so whoever asks says.
TableWriter = Callable[[Iterable[DayEntry], Iterable[Question], Container[str]], bytes]


def make_document(
    request: Request,
    body: Body,
    texts: Texts,
    covers: Covers,
    write_table: TableWriter,
    paper: Paper = "a4",
    typeset: Typesetter = typeset_here,
) -> tuple[Report, bytes]:
    """The report as what it says and as a PDF; `covers` as for `build_report`.

    Not for the window's thread. Raises ReportError.
    """
    report = build_report(request, body, texts, covers)
    files, data = {}, report.data
    if data is not None:
        table = write_table(data.entries, data.questions, data.without)
        files[TABLE_NAME] = Attachment(table, "text/csv", texts.say("report.data.attachment"))
    return report, render_pdf(report, paper, files, typeset)


def named_characters(report: Report) -> str:
    """What the report says in words because no font has it: grinning face, 2 Tamil characters; empty if nothing."""
    return ", ".join(report.missing_characters)
