"""What reads a sheet of paper and lines of text for the window: the one place that knows which reader there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.domain.sheet.reading import ReadSheet


def read_sheet(_file: Path) -> Sequence[ReadSheet]:
    """The sheets in a picture or a PDF of many pages; none in a picture of something else. Raises ExchangeError."""
    return ()


def read_lines(_text: str) -> Sequence[LineProposal]:
    """What lines of text say of days."""
    return ()


@dataclass(frozen=True, slots=True)
class Readers:
    """Those that are used."""

    sheets: Callable[[Path], Sequence[ReadSheet]] = read_sheet
    lines: Callable[[str], Sequence[LineProposal]] = read_lines
