"""Lines that a person wrote to herself, in a file of text or pasted: what they are read with, and told from a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from itertools import islice
from pathlib import Path

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.lines.habits import LineHabits
from adtracker.domain.intake.lines.line_proposal import Doubt, LineProposal
from adtracker.domain.records.question import Question
from adtracker.exchange.intake.line_words import line_words
from adtracker.exchange.intake.text_encoding import UTF8, encoding_of
from adtracker.exchange.intake.text_grid import separator_of
from adtracker.exchange.intake.words import columns, has_one_of
from adtracker.exchange.text_file import Lines, lines_of, reading
from adtracker.resources import LANGUAGE, body

# What a text is called that may be lines; other names are those of tables.
_SUFFIX = ".txt"
# A text that is longer is no chat of one's own.
_MEGABYTES = 5
_LOOKED_AT = 60


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


def text_of(file: Path) -> str:
    """All of a text, in whatever letters it is. Raises ExchangeError."""
    return "".join(_lines(file)())


def may_be_lines(file: Path) -> bool:
    """Whether a file may be lines and no table: it is called a text, and its first line names no column of days."""
    if file.suffix.casefold() != _SUFFIX:
        return False
    begun = list(islice(_lines(file)(), _LOOKED_AT))
    first = next((line for line in begun if line.strip()), "")
    names = first.split(separator_of(begun))
    return len(names) < 2 or not any(has_one_of(name, columns()["day"]) for name in names)


def example_of_two_days(lines: Sequence[LineProposal]) -> str:
    """A line whose day could be two, where the order of its numbers would say which; empty if there is none."""
    return next((one.text for one in lines if Doubt.SEVERAL_DAYS in one.doubts and _has_numbers(one)), "")


def _lines(file: Path) -> Lines:
    with reading(file):
        encoding = encoding_of(file)
    return lines_of(file, _MEGABYTES, encoding.name if encoding else UTF8)


def _has_numbers(one: LineProposal) -> bool:
    """Whether its days are the same numbers the other way round."""
    return len({(min(day.day, day.month), max(day.day, day.month)) for day in one.days}) == 1
