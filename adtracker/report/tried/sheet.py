"""The treatments tried as a sheet of their own: for an insurer, or a doctor who is new."""

from __future__ import annotations

from dataclasses import replace

from adtracker.domain.records.body import Body
from adtracker.queries.report import Request
from adtracker.report.build import Report, build_report
from adtracker.report.glyphs import Covers, Printable
from adtracker.report.masthead import running
from adtracker.report.printing import Paper
from adtracker.report.render import render_pdf
from adtracker.report.tried.page import ALONE
from adtracker.report.typeset import Typesetter, typeset_here
from adtracker.report.wording import Wording
from adtracker.resources import Texts


def tried_sheet(request: Request, body: Body, texts: Texts, covers: Covers) -> Report:
    """The report with this page alone, under its own title; no data go along."""
    wording = Wording(texts)
    profile = replace(request.profile, questions="")
    made = build_report(replace(request, profile=profile, course=None, parts=ALONE), body, texts, covers)
    day = wording.day(request.today)
    years = wording.say("tried.all_years", day=day)
    assert made.tried is not None, "it is what was asked for"
    return replace(
        made,
        title=made.tried.heading,
        document_title=wording.say("tried.document_title", day=day),
        when=f"{years} · {wording.say('made', day=day)}",
        running=running(wording, profile, Printable(covers, texts), years),
        nothing=(),
        quality="",
        tried=replace(made.tried, heading=""),
    )


def make_tried_sheet(
    request: Request,
    body: Body,
    texts: Texts,
    covers: Covers,
    paper: Paper = "a4",
    typeset: Typesetter = typeset_here,
) -> tuple[Report, bytes]:
    """The sheet as what it says and as a PDF. Not for the window's thread. Raises ReportError."""
    sheet = tried_sheet(request, body, texts, covers)
    return sheet, render_pdf(sheet, paper, typeset=typeset)
