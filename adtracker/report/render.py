"""Prints a report with Typst: a PDF that carries its own data, or pictures of its pages.

The template `resources/report/report.typ` gets the report as JSON, never as markup, so that whatever a person wrote
stands on the page letter for letter. Typst lets other threads run while it works, so call these from one of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Literal

from adtracker import resources
from adtracker.errors import ReportError
from adtracker.report.build import Report
from adtracker.report.glyphs import font_folder

if TYPE_CHECKING:
    import typst

Paper = Literal["a4", "us-letter"]

# Archived for as long as a chart is kept, and readable by a screen reader; 3a allows the attached data.
PDF_STANDARDS = ["a-3a", "ua-1"]
SCREEN_PPI = 110


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF: the diary's own data, for whoever wants more than a page."""

    data: bytes
    mime: str
    description: str


def render_pdf(
    report: Report, paper: Paper = "a4", attachments: Mapping[str, Attachment] | None = None
) -> bytes:
    """The report as PDF/A-3a and PDF/UA-1; the same report gives the same bytes. Raises ReportError."""
    (document,) = _compile(report, paper, attachments or {}, format="pdf", pdf_standards=PDF_STANDARDS)
    return document


def render_pages(report: Report, ppi: float = SCREEN_PPI, paper: Paper = "a4") -> list[bytes]:
    """Each page as a PNG picture, `ppi` pixels an inch. Raises ReportError."""
    return _compile(report, paper, {}, format="png", ppi=ppi)


def _compile(
    report: Report, paper: Paper, attachments: Mapping[str, Attachment], **options: Any
) -> list[bytes]:
    import typst  # noqa: PLC0415  (80 MB of compiler that the window's start need not map)

    try:
        made = typst.compile(
            _files(report, paper, attachments),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            timestamp=datetime.combine(report.made_on, time(), UTC),
            **options,
        )
    except (typst.TypstError, OSError) as error:
        raise ReportError("report_failed") from error
    return made if isinstance(made, list) else [made]


def _fonts() -> typst.Fonts:
    """The bundled fonts alone, so that the page is the same on every computer."""
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder()])


def _files(report: Report, paper: Paper, attachments: Mapping[str, Attachment]) -> dict[str, bytes]:
    """What Typst sees as its folder, all of it in memory."""
    named = [
        {"name": name, "mime": one.mime, "description": one.description} for name, one in attachments.items()
    ]
    page = asdict(report) | {"paper": paper, "colours": resources.read_toml("theme", "light.toml"), "attachments": named}
    files = {
        "main.typ": resources.path("report", "report.typ").read_bytes(),
        "report.json": json.dumps(page, ensure_ascii=False, default=_plain).encode(),
    }
    return files | {f"attachment-{index}": one.data for index, one in enumerate(attachments.values())}


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a report does not hold {type(value).__name__}")
