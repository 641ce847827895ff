"""Prints sheets of several kinds as pictures of 300 points an inch, each once."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from functools import cache

from PIL import Image

from adtracker.domain.sheet.spec import SheetSpec
from adtracker.report.sheets.paper_sheet import PaperSheets, paper_sheets_pictures
from adtracker.report.typeset import Job
from adtracker.resources import Texts
from tests.press import press
from tests.sheets.pens import PPI

NAMES = {"AB2": "Pain", "CD3": "Gloves?", "EF4": "Mometasone", "GH5": "Moisturiser", "IJ6": "Tacrolimus"}


def printed(spec: SheetSpec, typeset: Callable[[Job], list[bytes]] = press) -> Image.Image:
    """The sheet as it comes out of the printer."""
    return Image.open(io.BytesIO(_page(spec, typeset))).convert("L")


@cache  # as it was written: drawn it takes a hundred times the memory
def _page(spec: SheetSpec, typeset: Callable[[Job], list[bytes]]) -> bytes:
    names = {(spec.number, key): name for key, name in NAMES.items()}
    (page,) = paper_sheets_pictures(PaperSheets([spec], date(2026, 11, 28), names), Texts(), PPI, typeset)
    return page


def scaled(page: Image.Image, share: float) -> Image.Image:
    """As a printer does that fits a page into its margins."""
    small = page.resize((round(page.width * share), round(page.height * share)), Image.Resampling.LANCZOS)
    paper = Image.new("L", page.size, 255)
    paper.paste(small, ((page.width - small.width) // 2, (page.height - small.height) // 2))
    return paper
