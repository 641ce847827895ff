"""What all PDFs of the app have in common: paper, standards, colours, and the fonts for the letters on their pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from adtracker import resources
from adtracker.report.glyphs import Glyphs
from adtracker.report.typeset import MAIN_FILE, Job

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Paper = Literal["a4", "us-letter"]
# Width and height in points.
PAPER_POINTS: Mapping[Paper, tuple[float, float]] = {"a4": (595.276, 841.89), "us-letter": (612, 792)}

# Kept as long as a patient's file is, and readable by a screen reader; 3a allows any data to be attached.
PDF: Mapping[str, Any] = {"format": "pdf", "pdf_standards": ["a-3a", "ua-1"]}
SCREEN_PPI = 110

# What a page says.
PAGE_FILE = "page.json"
# What templates have in common, in files of its own.
_PARTS = ("shared.typ", "tried.typ")


def print_job(
    template: Path,
    page: Mapping[str, Any],
    made: date,
    files: Mapping[str, bytes],
    glyphs: Glyphs | None = None,
    **options: Any,
) -> Job:
    """A page to be set: what it says as `page.json`, other `files` that its template asks for, options of Typst."""
    said = as_json(page)
    fonts = (glyphs or Glyphs()).chosen(said)
    shared = {
        "colours": resources.read_toml("theme", "light.toml"),
        "fonts": fonts.families,
        "tagged": options.get("format") == PDF["format"],
    }
    own = {
        MAIN_FILE: template.read_bytes(),
        PAGE_FILE: said.encode(),
        **{part: resources.path("report", part).read_bytes() for part in _PARTS},
        "shared.json": as_json(shared).encode(),
    }
    return Job({**own, **files}, fonts.folders, datetime.combine(made, time(), UTC), options)


def as_json(value: Mapping[str, Any]) -> str:
    """What a template reads."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def _plain(value: object) -> object:
    """What JSON has no form for, one level at a time: `dataclasses.asdict` would copy everything first."""
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return fields_of(value)
    raise TypeError(f"a page does not hold {type(value).__name__}")


def fields_of(value: DataclassInstance) -> dict[str, object]:
    """The fields of a value by name, as they are."""
    return {field.name: getattr(value, field.name) for field in fields(value)}
