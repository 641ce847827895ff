"""Prints the sheet with the 24 words of a diary: one page, with the same words as a code square.

Nothing is written to a disk here: the words go to Typst through memory or a pipe, and what comes back is the person's
to save or to print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import segno

from adtracker import resources
from adtracker.language import spoken
from adtracker.report.glyphs import Glyphs, Printable
from adtracker.report.pictures.code_square import SQUARE_FILE, code_square, drawn_square
from adtracker.report.printing import PDF, SCREEN_PPI, Paper, print_job
from adtracker.report.typeset import Job, Typesetter, typeset_here
from adtracker.report.wording import Wording
from adtracker.resources import Texts

_DIGITS_TOGETHER = 8
PRINT_PPI = 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on it. `name` is whose diary it is, empty where that shall not be on it."""

    key: bytes = field(repr=False)
    made: date
    name: str = ""
    paper: Paper = "a4"

    @property
    def words(self) -> tuple[str, ...]:
        """The 24 words, in their order."""
        return resources.recovery_words().words(self.key)


def sheet_pdf(sheet: Sheet, texts: Texts, typeset: Typesetter = typeset_here) -> bytes:
    """The sheet as a PDF; not for the window's thread. Raises ReportError."""
    (document,) = typeset(_job(sheet, texts, **PDF))
    return document


def sheet_picture(sheet: Sheet, texts: Texts, ppi: float = SCREEN_PPI, typeset: Typesetter = typeset_here) -> bytes:
    """The sheet as a PNG of `ppi` pixels an inch, as it will be on paper; else as `sheet_pdf`. Raises ReportError."""
    (picture,) = typeset(_job(sheet, texts, format="png", ppi=ppi))
    return picture


def square(words: tuple[str, ...]) -> segno.QRCode:
    """The words as a code square: what a reader makes of it can be typed or pasted as it is."""
    return code_square(" ".join(words))


def _job(sheet: Sheet, texts: Texts, **options: Any) -> Job:
    files = {SQUARE_FILE: drawn_square(square(sheet.words))}
    return print_job(resources.path("recovery", "sheet.typ"), _page(sheet, texts), sheet.made, files, **options)


def _page(sheet: Sheet, texts: Texts) -> Mapping[str, Any]:
    said = texts.table("recovery")
    digits = sheet.key.hex()
    groups = [digits[at : at + _DIGITS_TOGETHER] for at in range(0, len(digits), _DIGITS_TOGETHER)]
    name = Printable(Glyphs().covers, texts)(sheet.name)
    return {
        **{key: said[key] for key in ("title", "warning", "square", "square_alt", "footer", "lines", "without")},
        "whose": texts.say("recovery.whose", name=name) if name else "",
        "made": texts.say("recovery.made", day=Wording(texts).day(sheet.made)),
        "made_on": sheet.made.isoformat(),
        "parts": [said["keep"], said["open"]],
        "words": sheet.words,
        "key": " ".join(groups),
        "paper": sheet.paper,
        "language": spoken(),
    }
