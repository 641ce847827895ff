"""Prints a report: a PDF that carries its own data, or pictures of its pages.

The template `resources/report/report.typ` gets the report as JSON, never as markup, so that whatever a person wrote
stands on the page letter for letter.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Literal

from adtracker import resources
from adtracker.report.build import Report
from adtracker.report.glyphs import font_folder
from adtracker.report.typeset import MAIN_FILE, Job, Typesetter, typeset_here

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Paper = Literal["a4", "us-letter"]

# Kept as long as a patient's file is, and readable by a screen reader; 3a allows any data to be attached.
PDF_STANDARDS = ["a-3a", "ua-1"]
SCREEN_PPI = 110
# Width and height in points.
PAPER_POINTS: Mapping[Paper, tuple[float, float]] = {"a4": (595.276, 841.89), "us-letter": (612, 792)}
# Parts of a report that are no words of a page: its pictures are files, its data an attachment.
_APART = ("pictures", "data", "records")
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
    (document,) = typeset(_job(report, paper, attachments or {}, format="pdf", pdf_standards=PDF_STANDARDS))
    return document


def render_pages(
    report: Report, ppi: float = SCREEN_PPI, paper: Paper = "a4", typeset: Typesetter = typeset_here
) -> list[PagePicture]:
    """Each page as a picture of `ppi` pixels an inch; else as `render_pdf`. Raises ReportError."""
    *pages, found = typeset(_job(report, paper, {}, format="png", ppi=ppi)._replace(asked=_HEADINGS))
    headings = json.loads(found)
    return [
        PagePicture(png, tuple(heading for page, heading in headings if page == number))
        for number, png in enumerate(pages, start=1)
    ]


def _job(report: Report, paper: Paper, attachments: Mapping[str, Attachment], **options: Any) -> Job:
    named = [{"name": name, "mime": one.mime, "description": one.description} for name, one in attachments.items()]
    colours = resources.read_toml("theme", "light.toml")
    page = {name: value for name, value in _fields(report).items() if name not in _APART}
    page |= {"paper": paper, "colours": colours, "attachments": named}
    files = {
        MAIN_FILE: resources.path("report", "report.typ").read_bytes(),
        "report.json": json.dumps(page, ensure_ascii=False, default=_plain).encode(),
        **{f"picture-{index}.svg": picture.encode() for index, picture in enumerate(report.pictures)},
        **{f"attachment-{index}": one.data for index, one in enumerate(attachments.values())},
    }
    return Job(files, str(font_folder()), datetime.combine(report.made_on, time(), UTC), options)


def _plain(value: object) -> object:
    """What JSON has no form for, one level at a time: `dataclasses.asdict` would copy everything first."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    raise TypeError(f"a report does not hold {type(value).__name__}")


def _fields(value: DataclassInstance) -> dict[str, object]:
    return {field.name: getattr(value, field.name) for field in fields(value)}
