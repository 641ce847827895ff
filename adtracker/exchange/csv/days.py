"""Reads days from a table; its columns are those that `day_table` writes."""

from __future__ import annotations

from collections.abc import Mapping

from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import ANSWERS
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.errors import ExchangeError
from adtracker.exchange.codecs.days import DAYS, Answers, read_entry
from adtracker.exchange.codecs.own import question_key
from adtracker.exchange.csv.cell_reader import CellReader
from adtracker.exchange.csv.day_table import ANSWER, COLUMNS
from adtracker.exchange.csv.rows import Table, one_of, read_rows
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.values import shown


def read(table: Table, parsed: ImportResult) -> None:
    """Add the days of a table to what was found. Raises ExchangeError if the header makes the rest unreadable.

    Only `date` must be there; columns are called by their names or as the screen calls them, in any case. An answer in
    yes and no may be given as 1 and 0 too.
    """

    def column(name: str) -> str | None:
        return _usual_column(name, parsed) or _answer_column(name, table, parsed)

    for place, row in read_rows(table, column, DATE, (*COLUMNS, f"{ANSWER} …"), parsed):
        cells = CellReader(
            {name: text for name, text in row.items() if not name.startswith(ANSWER)}, None, parsed.writing
        )
        said = DAYS.said(cells, parsed)
        answers = _read_answers(row, parsed, cells)
        entry = read_entry(cells, parsed, _read_extent(cells), answers)
        DAYS.add(parsed, place, entry, cells.finish(), said | _said_answers(row, parsed))


def known_column(name: str, parsed: ImportResult) -> str | None:
    """What a column of this name is, None for one that is not known."""
    usual = _usual_column(name, parsed)
    if usual is not None:
        return usual
    key = name.strip().removeprefix(ANSWER).strip()
    return next((f"{ANSWER}{meant}" for meant in (key, question_key(parsed, key)) if parsed.question(meant)), None)


def _usual_column(name: str, parsed: ImportResult) -> str | None:
    """One of `COLUMNS`, by its name or by what the screen calls it."""
    return one_of(COLUMNS)(name) or one_of(COLUMNS)(parsed.known.words.key("columns", name))


def _answer_column(name: str, table: Table, parsed: ImportResult) -> str | None:
    """`answer:` and the key of a question that the file or the diary has. Raises ExchangeError for another question.

    A question may be called by its key or as it is worded now, and needs no `answer:` before it.
    """
    left = name.lstrip()
    has_mark = left[: len(ANSWER)].casefold() == ANSWER
    key = left[len(ANSWER) :] if has_mark else name
    for meant in (key.removeprefix(" "), key.strip(), question_key(parsed, key.strip())):  # letter for letter first
        if parsed.question(meant):
            return f"{ANSWER}{meant}"
    if not has_mark:
        return None
    raise ExchangeError("exchange.unknown_question", file=table.name, question=shown(key.strip()))


def _said_answers(row: Mapping[str, str], parsed: ImportResult) -> frozenset[Part]:
    """The own questions that a row says something of."""
    names = (name for name, text in row.items() if name.startswith(ANSWER) and (parsed.clear_blank or text.strip()))
    return frozenset((ANSWERS, name.removeprefix(ANSWER)) for name in names)


def _read_extent(cells: CellReader) -> Extent | None:
    percent = cells.number("extent_percent")
    return None if percent is None else Extent(percent, ExtentMethod.PERCENT)


def _read_answers(row: Mapping[str, str], parsed: ImportResult, noted: CellReader) -> Answers:
    """The answers by the key of their question; what cannot be read is noted with what is wrong in the row."""
    found = []
    for name in sorted(name for name in row if name.startswith(ANSWER)):
        key = name.removeprefix(ANSWER)
        field = f"answers.{shown(key)}"
        cells = CellReader({field: row[name]}, noted.problems, parsed.writing)
        value = _read_answer(cells, field, parsed.question(key))
        if value is not None:
            found.append((key, value))
    return tuple(sorted(found))


def _read_answer(cells: CellReader, field: str, question: Question | None) -> float | None:
    if question is not None and question.kind is AnswerKind.YES_NO and not cells.is_number(field):
        flag = cells.flag(field)
        return None if flag is None else float(flag)
    return cells.number(field)
