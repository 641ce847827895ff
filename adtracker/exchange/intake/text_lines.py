"""Lines that a person wrote to herself, in a file of text or pasted: what is clear in them goes beside the diary.

A text of lines is told from a table by its first line, which names no columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import islice
from pathlib import Path

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.lines.gathered import clear_lines, proposals_of
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.intake.lines.line_proposal import Doubt, Fate, LineProposal
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.domain.records.question import Question
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.gathering import gather
from adtracker.exchange.intake.line_words import line_words
from adtracker.exchange.intake.text_encoding import UTF8, encoding_of
from adtracker.exchange.intake.text_grid import separator_of
from adtracker.exchange.intake.words import columns, has_one_of
from adtracker.exchange.text_file import lines_of, reading
from adtracker.resources import LANGUAGE, body

# What a text is called that may be lines; other names are those of tables.
SUFFIX = ".txt"
# A text that is longer is no chat of one's own.
_MEGABYTES = 5
_LOOKED_AT = 400


@dataclass(frozen=True, slots=True)
class TextLines:
    """The lines of a text as they were read."""

    lines: tuple[LineProposal, ...]

    @property
    def not_taken(self) -> tuple[LineProposal, ...]:
        """Those that are asked about or were not read."""
        return tuple(one for one in self.lines if one.fate not in (Fate.CLEAR, Fate.HEADING))

    @property
    def day_example(self) -> str:
        """A line whose day could be two, where the order of its numbers would say which; empty if there is none."""
        return next((one.text for one in self.lines if Doubt.SEVERAL_DAYS in one.doubts and _has_numbers(one)), "")

    def take(self, parsed: ImportResult) -> ImportResult:
        """Add what is clear to what was found."""
        gather(proposals_of(clear_lines(self.lines)), parsed)
        return parsed


def line_habits(
    questions: Iterable[Question],
    today: date,
    *,
    order: DateOrder | None,
    day_start: time,
    written: date | None = None,
) -> LineHabits:
    """What lines are read with, by the words of all languages."""
    made = LineHabits(line_words(), body(), today, written, order, day_start, LANGUAGE)
    return made.with_questions(questions)


def read_text_lines(file: Path, habits: LineHabits) -> TextLines:
    """The lines of a file. Raises ExchangeError if it is too large, or cannot be read."""
    return TextLines(read_lines(text_of(file), habits))


def text_of(file: Path) -> str:
    """All of a text, in whatever letters it is. Raises ExchangeError."""
    with reading(file):
        encoding = encoding_of(file)
    return "".join(lines_of(file, _MEGABYTES, encoding.name if encoding else UTF8)())


def are_lines(file: Path, habits: LineHabits) -> bool:
    """Whether a text is lines and no table: some of them say something, and the first names no columns."""
    if file.suffix.casefold() != SUFFIX:
        return False
    with reading(file):
        encoding = encoding_of(file)
    if encoding is None:
        return False
    begun = list(islice(lines_of(file, encoding=encoding.name)(), _LOOKED_AT))
    first = next((line for line in begun if line.strip()), "")
    names = first.split(separator_of(begun))
    if len(names) > 1 and any(has_one_of(name, columns()["day"]) for name in names):
        return False
    return any(one.parts or one.choices for one in read_lines("".join(begun), habits))


def _has_numbers(one: LineProposal) -> bool:
    """Whether its two days are the same numbers the other way round."""
    return len({(min(day.day, day.month), max(day.day, day.month)) for day in one.days}) == 1
