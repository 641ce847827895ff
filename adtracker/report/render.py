"""Prints a report: a PDF that carries its own data, or pictures of its pages.

The template `resources/report/report.typ` gets the report as JSON, never as markup, so that whatever a person wrote
stands on the page letter for letter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from adtracker import resources
from adtracker.report.build import Draft, Report
from adtracker.report.glyphs import SURE
from adtracker.report.printing import PAGE_FILE, PDF, SCREEN_PPI, Paper, fields_of, print_job
from adtracker.report.row_heads import with_row_heads
from adtracker.report.typeset import Job, Later, Typesetter, typeset_here

# Parts of a report that are no words of a page: its pictures are files, its data an attachment.
_APART = ("pictures", "data", "records")
# The part of the template that draws.
_DRAWING = "drawing.typ"
# What the template calls its list of (page, heading).
_HEADINGS = "headings"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: the diary's own data, for whoever wants more than a page."""

    data: bytes
    mime: str
    description: str


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as a PNG, and the headings on it: none where a part goes on from the page before."""

    png: bytes
    headings: tuple[str, ...]


def render_pdf(
    report: Report,
    paper: Paper = "a4",
    attachments: Mapping[str, Attachment] | None = None,
    typeset: Typesetter = typeset_here,
) -> bytes:
    """The report as PDF/A-3a and PDF/UA-1, with files attached by name; the same input gives the same bytes.

    `typeset` is `typeset_apart` where memory matters. Takes 0.1 to 0.5 s, so not for the window's thread. Raises
    ReportError.
    """
    (document,) = typeset(_job(report, paper, attachments or {}, **PDF))
    return with_row_heads(document)


def render_pages(
    report: Report,
    ppi: float | Callable[[], float] = SCREEN_PPI,
    paper: Paper = "a4",
    typeset: Typesetter = typeset_here,
) -> list[PagePicture]:
    """Each page as a picture of `ppi` pixels an inch; else as `render_pdf`. Raises ReportError.

    What gives `ppi` is called, and may wait, while the pages are laid out: only then they are drawn.
    """
    return _pictures(typeset(_drawn(_picture_job(report, paper), ppi)))


def render_draft(
    draft: Draft,
    first: Callable[[PagePicture], None],
    ppi: float | Callable[[], float] = SCREEN_PPI,
    paper: Paper = "a4",
    typeset: Typesetter = typeset_here,
) -> list[PagePicture]:
    """The same. `first` is given page one before the others are laid out, if there are more; only how many they are is
    not on it yet. While page one is laid out, the draft is made whole.
    """
    if not draft.goes_on:
        return render_pages(draft.whole(), ppi, paper, typeset)
    job = _picture_job(draft.begun, paper, is_begun=True)
    said = job.files[PAGE_FILE]
    if not SURE.issuperset(set(said.decode())):  # with which fonts it is set follows from all letters there are
        job = _picture_job(draft.whole(), paper)
    then = Later(lambda: _picture_job(draft.whole(), paper), lambda made: first(_pictures(made)[0]))
    return _pictures(typeset(_drawn(job._replace(files={**job.files, PAGE_FILE: said}, then=then), ppi)))


def _picture_job(report: Report, paper: Paper, *, is_begun: bool = False) -> Job:
    return _job(report, paper, {}, is_begun=is_begun, format="png")._replace(asked=_HEADINGS)


def _drawn(job: Job, ppi: float | Callable[[], float]) -> Job:
    return job._replace(late=lambda: {"ppi": ppi() if callable(ppi) else ppi})


def _pictures(made: list[bytes]) -> list[PagePicture]:
    *pages, found = made
    headings = json.loads(found)
    return [
        PagePicture(png, tuple(heading for page, heading in headings if page == number))
        for number, png in enumerate(pages, start=1)
    ]


def _job(
    report: Report, paper: Paper, attachments: Mapping[str, Attachment], *, is_begun: bool = False, **options: Any
) -> Job:
    named = [{"name": name, "mime": one.mime, "description": one.description} for name, one in attachments.items()]
    words = {name: value for name, value in fields_of(report).items() if name not in _APART}
    page = words | {"paper": paper, "attachments": named, "is_begun": is_begun}
    files = {
        _DRAWING: resources.path("report", _DRAWING).read_bytes(),
        **{f"picture-{index}.svg": picture.encode() for index, picture in enumerate(report.pictures)},
        **{f"attachment-{index}": one.data for index, one in enumerate(attachments.values())},
    }
    return print_job(resources.path("report", "report.typ"), page, report.made_on, files, **options)
