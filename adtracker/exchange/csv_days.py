"""Days as a table, the format people make and open in a spreadsheet: one row a day, one column an answer.

Columns are those of `COLUMNS` and one for each own question, `answer: ` and its key. Empty is "not recorded". Where the
skin was affected, and when a day was written down, a table does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from adtracker.domain.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.question import AnswerKind, Question
from adtracker.errors import ExchangeError
from adtracker.exchange.cells import Cells, cell
from adtracker.exchange.csv_rows import Table, one_of, read_rows, write_rows
from adtracker.exchange.kinds.days import DAYS, Answers, read_entry
from adtracker.exchange.kinds.own import question_of
from adtracker.exchange.parsed import DATE, Parsed
from adtracker.exchange.values import shown

COLUMNS = (DATE, "itch", "sleep_quality", "extent_percent", "note", "woken", "signs", "context")
ANSWER = "answer:"


def write(entries: Iterable[DayEntry], questions: Iterable[Question] = ()) -> str:
    """The table of these days, in the order given.

    Every question has its column, and what answers are given to any other; those in yes and no need their question.
    """
    days = list(entries)
    asked: dict[str, Question | None] = {question.key: question for question in questions}
    asked |= dict.fromkeys(sorted({key for entry in days for key, _ in entry.answers} - asked.keys()))
    rows = [(*_cells(entry), *_answers(entry, asked)) for entry in days]
    return write_rows((*COLUMNS, *(f"{ANSWER} {key}" for key in asked)), rows)


def _cells(entry: DayEntry) -> tuple[str, ...]:
    extent = None if entry.extent is None else entry.extent.percent
    signs = None if entry.signs is None else [sign.value for sign in entry.signs]
    values = (entry.itch, entry.sleep_quality, extent, entry.note, entry.woken, signs, entry.context)
    return (entry.day.isoformat(), *map(cell, values))


def _answers(entry: DayEntry, asked: Mapping[str, Question | None]) -> tuple[str, ...]:
    given = dict(entry.answers)
    return tuple(_answer(question, given.get(key)) for key, question in asked.items())


def _answer(question: Question | None, value: float | None) -> str:
    is_yes_no = question is not None and question.kind is AnswerKind.YES_NO
    return cell(bool(value) if is_yes_no and value is not None else value)


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
