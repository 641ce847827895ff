"""The report as a file to take along: the PDF, with what it shows attached as data."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:  # most reports have no scores
    from adtracker.domain.scores.score_reading import Reading

TABLE_NAME, FHIR_NAME = "diary.csv", "diary.fhir.json"
# How days are written as a table, and without which columns: the report knows no other formats, so whoever asks says.
TableWriter = Callable[[Iterable[DayEntry], Iterable[Question], Container[str]], bytes]
# How records, and the scores of forms, are written as FHIR.
FhirWriter = Callable[[Iterable[Any], Iterable["Reading"]], bytes]


def make_document(
    request: Request,
    body: Body,
    texts: Texts,
    covers: Covers,
    write_table: TableWriter,
    paper: Paper = "a4",
    typeset: Typesetter = typeset_here,
    write_fhir: FhirWriter | None = None,
) -> tuple[Report, bytes]:
    """The report as what it says and as a PDF; `covers` as for `build_report`.

    Not for the window's thread. Raises ReportError.
    """
    report = build_report(request, body, texts, covers)
    files, data, records = {}, report.data, report.records
    if data is not None and request.parts.data:
        table = write_table(data.entries, data.questions, data.without)
        files[TABLE_NAME] = Attachment(table, "text/csv", texts.say("report.data.attachment"))
    if records is not None and write_fhir is not None:
        document = write_fhir(records.records, records.scores)
        files[FHIR_NAME] = Attachment(document, "application/fhir+json", texts.say("report.data.fhir"))
    return report, render_pdf(report, paper, files, typeset)


def named_characters(report: Report) -> str:
    """What the report says in words because no font has it: grinning face, 2 Tamil characters; empty if nothing."""
    return ", ".join(report.missing_characters)
