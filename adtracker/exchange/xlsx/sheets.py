"""What stands on each sheet, as values: the columns of the tables with their rows, and what is worked out of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.statistics.summary import by_day, means
from adtracker.exchange.csv.day_table import asked_on, write_days
from adtracker.exchange.csv.formulas import unguarded
from adtracker.exchange.csv.tables import write_tables
from adtracker.exchange.dictionary.columns import (
    SCORE_COLUMNS,
    TABLES,
    Column,
    Holds,
    answer_column,
    day_columns,
    measure_column,
)
from adtracker.exchange.snapshot import Snapshot
from adtracker.resources import scales

Cell = date | float | str | None
# The tables that are a sheet each as they are.
_AS_TABLED = ("recalled_weeks", "treatments", "doses", "visits", "side_effects", "breaks")
_NUMBERS = (Holds.NUMBER, Holds.WHOLE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its `name` in `resources/text/en/xlsx.toml`: its columns, and rows of as many cells."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def sheets_of(contents: Snapshot) -> list[Sheet]:
    """All sheets in their order, but for the last, which says what is on the others."""
    entries = contents.of(DayEntry)
    asked = asked_on(entries, contents.of(Question))
    columns = (*day_columns(entries), *(answer_column(key, question) for key, question in asked.items()))
    tables = write_tables(contents)
    return [
        _sheet("days", columns, write_days(entries, contents.of(Question))),
        _weeks(contents),
        *(_sheet(name, TABLES[name], tables[name]) for name in _AS_TABLED),
        _scores(contents),
        _sheet("questions", TABLES["questions"], tables["questions"]),
    ]


def _sheet(name: str, columns: Sequence[Column], table: str) -> Sheet:
    """A table as a sheet: the same cells, dates as dates and numbers as numbers."""
    _, *rows = csv.reader(io.StringIO(table, newline=""))
    return Sheet(name, columns, [[_cell(one, text) for one, text in zip(columns, row, strict=True)] for row in rows])


def _cell(column: Column, text: str) -> Cell:
    if not text:
        return None
    if column.holds is Holds.DAY:
        return date.fromisoformat(text)
    return float(text) if column.holds in _NUMBERS else unguarded(text)


def _weeks(contents: Snapshot) -> Sheet:
    """The means of each week of seven days from the last course's start on, else from the first day."""
    found = (
        Column("week", Holds.WHOLE),
        Column("from", Holds.DAY),
        Column("to", Holds.DAY),
        *(one for measure in MEASURES for one in _mean_columns(measure_column(measure, measure.key))),
    )
    return Sheet("weeks", found, list(_week_rows(contents)))


def _mean_columns(column: Column) -> tuple[Column, Column]:
    return column, Column(f"{column.name}_days", Holds.WHOLE, low=0, high=7)


def _week_rows(contents: Snapshot) -> Iterator[Sequence[Cell]]:
    days = by_day(contents.of(DayEntry))
    if not days:
        return
    whole = Period(min(days), max(days))
    begun = [one.start for one in contents.of(Course) if one.start in whole]
    course = Course(max(begun, default=whole.first))
    for number in range(course.week_of(whole.first), course.week_of(whole.last) + 1):
        week = course.week(number)
        found = means(days, week).of
        numbers = [cell for measure in MEASURES for cell in (found[measure.key].mean, float(found[measure.key].n))]
        yield [float(number), week.first, week.last, *numbers]


def _scores(contents: Snapshot) -> Sheet:
    """Scores of the clinic and of forms filled in alike, each with the range it can lie in."""
    found = readings(contents.of(ClinicScore), contents.of(Response), contents.of(Definition), scales())
    return Sheet("scores", SCORE_COLUMNS, [[one.day, one.name, one.value, *_beside(one)] for one in found])


def _beside(reading: Any) -> list[Cell]:
    low, high = reading.span or (None, None)
    record = reading.record
    words = (record.given_by, record.note) if isinstance(record, ClinicScore) else ("", "")
    return [low, high, *(text or None for text in words)]
