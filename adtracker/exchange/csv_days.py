"""Reads days from a table; its columns are those that `day_table` writes."""

from __future__ import annotations

from collections.abc import Mapping

from adtracker.domain.day import Extent, ExtentMethod
from adtracker.domain.question import AnswerKind, Question
from adtracker.errors import ExchangeError
from adtracker.exchange.cells import Cells
from adtracker.exchange.csv_rows import Table, one_of, read_rows
from adtracker.exchange.day_table import ANSWER, COLUMNS
from adtracker.exchange.kinds.days import DAYS, Answers, read_entry
from adtracker.exchange.kinds.own import question_of
from adtracker.exchange.parsed import DATE, Parsed
from adtracker.exchange.values import shown


def read(table: Table, parsed: Parsed) -> None:
    """Add the days of a table to what was found. Raises ExchangeError if the header makes the rest unreadable.

    Only `date` must be there; names of columns are matched regardless of case. An answer in yes and no may be given as
    1 and 0 too.
    """
    usual = one_of(COLUMNS)

    def column(name: str) -> str | None:
        return usual(name) or _answer_column(name, table, parsed)

    for place, row in read_rows(table, column, DATE, (*COLUMNS, f"{ANSWER} …"), parsed):
        cells = Cells({name: text for name, text in row.items() if not name.startswith(ANSWER)})
        answers = _read_answers(row, parsed, cells)
        DAYS.add(parsed, place, read_entry(cells, parsed, _read_extent(cells), answers), cells.finish())


def _answer_column(name: str, table: Table, parsed: Parsed) -> str | None:
    """`answer:` and the key of a question that the file or the diary has. Raises ExchangeError for another question."""
    left = name.lstrip()
    if left[: len(ANSWER)].casefold() != ANSWER:
        return None
    key = left[len(ANSWER) :]
    for meant in (key.removeprefix(" "), key.strip()):  # letter for letter first
        if question_of(parsed, meant):
            return f"{ANSWER}{meant}"
    raise ExchangeError("exchange.unknown_question", file=table.name, question=shown(key.strip()))


def _read_extent(cells: Cells) -> Extent | None:
    percent = cells.number("extent_percent")
    return None if percent is None else Extent(percent, ExtentMethod.PERCENT)


def _read_answers(row: Mapping[str, str], parsed: Parsed, noted: Cells) -> Answers:
    """The answers by the key of their question; what cannot be read is noted with what is wrong in the row."""
    found = []
    for name in sorted(name for name in row if name.startswith(ANSWER)):
        key = name.removeprefix(ANSWER)
        field = f"answers.{shown(key)}"
        value = _read_answer(Cells({field: row[name]}, noted.problems), field, question_of(parsed, key))
        if value is not None:
            found.append((key, value))
    return tuple(sorted(found))


def _read_answer(cells: Cells, field: str, question: Question | None) -> float | None:
    if question is not None and question.kind is AnswerKind.YES_NO and not cells.is_number(field):
        flag = cells.flag(field)
        return None if flag is None else float(flag)
    return cells.number(field)
