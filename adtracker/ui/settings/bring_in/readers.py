"""What reads a sheet of paper and lines of text for the window: the one place that knows which reader there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from adtracker.domain.intake.lines.line_proposal import LineProposal
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.domain.sheet.reading import ReadSheet
from adtracker.exchange.intake.text_lines import line_habits
from adtracker.ui.core.context import Context
from adtracker.ui.words.language import usual_order


def read_sheet(_file: Path) -> Sequence[ReadSheet]:
    """The sheets in a picture or a PDF of many pages; none in a picture of something else. Raises ExchangeError."""
    return ()


def no_lines(_text: str) -> Sequence[LineProposal]:
    """Where lines are not looked for, there are none."""
    return ()


def read_pasted(context: Context, text: str, *, written: date | None) -> Sequence[LineProposal]:
    """What lines of text say of days; `written` is the day on which they were, if anybody knows."""
    habits = line_habits(
        context.journal.questions(),
        context.today(),
        order=usual_order(),
        day_start=context.preferences.value.day_starts_at,
        written=written,
    )
    return read_lines(text, habits)


@dataclass(frozen=True, slots=True)
class Readers:
    """Those that are used."""

    sheets: Callable[[Path], Sequence[ReadSheet]] = read_sheet
    lines: Callable[[str], Sequence[LineProposal]] = no_lines


def readers_of(context: Context) -> Readers:
    """The readers over an open diary; of a file nobody knows when it was written."""
    return Readers(read_sheet, partial(read_pasted, context, written=None))
