"""Days as a table, the format people make and open in a spreadsheet: one row a day, one column an answer.

Columns are those of `COLUMNS` and one for each own question, `answer: ` and its key. Empty is "not recorded". Where the
skin was affected, and when a day was written down, a table does not say. How days came has a column where one of them
was not typed.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.exchange.csv.cell_reader import cell
from adtracker.exchange.csv.text import table_file, write_rows

COLUMNS = ("date", *(measure.key for measure in MEASURES), "note", "woken", "signs", "context", "bad_day", "origin")
ORIGIN = "origin"
ANSWER = "answer:"


def days_file(entries: Iterable[DayEntry], questions: Iterable[Question] = (), without: Container[str] = ()) -> bytes:
    """The same as a file."""
    return table_file(write_days(entries, questions, without))


def write_days(entries: Iterable[DayEntry], questions: Iterable[Question] = (), without: Container[str] = ()) -> str:
    """The table of these days, in the order given; `without` are columns that it does not have.

    Every question has its column, and what answers are given to any other; those in yes and no need their question.
    """
    days = list(entries)
    asked = asked_on(days, questions)
    columns = [name for name in columns_of(days) if name not in without]
    rows = [(*_cells(entry, columns), *_answers(entry, asked)) for entry in days]
    return write_rows((*columns, *(f"{ANSWER} {key}" for key in asked)), rows)


def columns_of(days: Iterable[DayEntry]) -> Sequence[str]:
    """Those of `COLUMNS` that a table of these days has."""
    return COLUMNS if any(entry.origin is not Origin.TYPED for entry in days) else COLUMNS[:-1]


def asked_on(days: Sequence[DayEntry], questions: Iterable[Question]) -> Mapping[str, Question | None]:
    """The questions that have a column, by key: all that there are, and those that are not there but have answers."""
    asked: dict[str, Question | None] = {question.key: question for question in questions}
    return asked | dict.fromkeys(sorted({key for entry in days for key, _ in entry.answers} - asked.keys()))


def _cells(entry: DayEntry, columns: Sequence[str]) -> Iterable[str]:
    signs = None if entry.signs is None else [sign.value for sign in entry.signs]
    chips = (entry.woken, signs, entry.context, entry.bad_day, entry.origin.value)
    values = (entry.day.isoformat(), *map(entry.value, MEASURES), entry.note, *chips)
    named = dict(zip(COLUMNS, values, strict=True))
    return (cell(named[name]) for name in columns)


def _answers(entry: DayEntry, asked: Mapping[str, Question | None]) -> tuple[str, ...]:
    given = dict(entry.answers)
    return tuple(_answer(question, given.get(key)) for key, question in asked.items())


def _answer(question: Question | None, value: float | None) -> str:
    is_yes_no = question is not None and question.kind is AnswerKind.YES_NO
    return cell(bool(value) if is_yes_no and value is not None else value)
