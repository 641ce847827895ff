"""The columns of every table, and the names in every object, as values: what each can hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import inf
from typing import Any

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.common.record_field import UNLIMITED, Choice, Day, Field, Flag, Number, Pairs, Text, Whole
from adtracker.domain.records.day import NOTE_LIMIT, DayEntry, Origin
from adtracker.domain.records.question import AnswerKind, Question, measure_of
from adtracker.domain.records.sign import Sign
from adtracker.domain.treatments.dose import MOST_A_DAY
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import TIMES_A_DAY, Unit
from adtracker.domain.treatments.treatment import MOST_LEFT, MOST_ORDER_DAYS, REASON_LIMIT, WORDS_LIMIT, Kind
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS, ScheduleType
from adtracker.exchange.csv.day_table import ANSWER, ORIGIN, columns_of
from adtracker.exchange.import_result import DATE


class Holds(Enum):
    """What one of them holds."""

    DAY = "day"
    MOMENT = "moment"
    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    FLAG = "flag"
    LIST = "list"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Column:
    """One of them by its name.

    One that is `needed` is in every row; one that is `optional` can be without a value. Numbers lie in `low..high`, a
    text has up to `longest` letters, and one of `among` where there are any. `better` is "lower" or "higher" where one
    is better; `title` is what the person calls it.
    """

    name: str
    holds: Holds
    needed: bool = False
    optional: bool = False
    low: float = -inf
    high: float = inf
    longest: int = UNLIMITED
    among: tuple[str, ...] = ()
    unit: str = ""
    better: str = ""
    title: str = ""


def column_of(field: Field) -> Column:
    """The column of a field. Raises TypeError for a field of a new kind."""
    plain = Column(field.in_files, Holds.TEXT, field.needed, field.optional)
    match field:
        case Day():
            return replace(plain, holds=Holds.DAY)
        case Text():
            return replace(plain, longest=field.limit)
        case Choice():
            return replace(plain, among=words(field.among))
        case Flag():
            return replace(plain, holds=Holds.FLAG)
        case Number():
            holds = Holds.WHOLE if isinstance(field, Whole) else Holds.NUMBER
            return replace(plain, holds=holds, low=field.low, high=field.high)
        case Pairs():
            return replace(plain, holds=Holds.OBJECT)
    raise TypeError(f"no column is known for {type(field).__name__}")


def words(among: Iterable[Enum]) -> tuple[str, ...]:
    """The words of an enumeration."""
    return tuple(str(one.value) for one in among)


def measure_column(measure: Measure, name: str) -> Column:
    """The column of a number that a day can have."""
    better = "" if measure.direction is None else measure.direction.value
    low, high = measure.minimum, measure.maximum
    return Column(name, Holds.NUMBER, optional=True, low=low, high=high, unit=measure.unit, better=better)


def answer_column(key: str, question: Question | None) -> Column:
    """The column of an own question in the table of days; of one that is not there only that it holds numbers."""
    if question is None:
        return Column(f"{ANSWER} {key}", Holds.NUMBER, optional=True)
    column = replace(measure_column(measure_of(question), f"{ANSWER} {key}"), title=question.text)
    if question.kind is AnswerKind.YES_NO:
        return replace(column, holds=Holds.FLAG, low=-inf, high=inf)
    return replace(column, holds=Holds.WHOLE) if question.kind is AnswerKind.COUNT else column


# What the kinds say nothing of: the first name is that of the kind.
_BESIDE: Mapping[tuple[str, str], Column] = {
    ("photos", "file"): Column("file", Holds.TEXT, optional=True),
    ("forms", "form"): Column("form", Holds.OBJECT, needed=True),
}
RECORDED = (Column("recorded_at", Holds.MOMENT, optional=True), Column("recorded_on", Holds.DAY, optional=True))
NOTE = Column("note", Holds.TEXT, longest=NOTE_LIMIT)
CHIPS = (
    Column("woken", Holds.FLAG, optional=True),
    Column("signs", Holds.LIST, optional=True, among=words(Sign)),
    Column("context", Holds.LIST, optional=True),
    Column("bad_day", Holds.FLAG, optional=True),
    Column(ORIGIN, Holds.TEXT, among=words(Origin)),
)
DATE_COLUMN = Column(DATE, Holds.DAY, needed=True)
DAYS: Sequence[Column] = (DATE_COLUMN, *(measure_column(one, one.key) for one in MEASURES), NOTE, *CHIPS)


def day_columns(days: Iterable[DayEntry]) -> Sequence[Column]:
    """Those of `DAYS` that a table of these days has."""
    names = columns_of(days)
    return [column for column in DAYS if column.name in names]


NAMED = (
    Column("name", Holds.TEXT, needed=True, longest=WORDS_LIMIT),
    Column("kind", Holds.TEXT, needed=True, among=words(Kind)),
    Column("strength", Holds.TEXT, longest=WORDS_LIMIT),
)
STOCK = (
    Column("counted_on", Holds.DAY, optional=True),
    Column("doses_left", Holds.WHOLE, optional=True, low=0, high=MOST_LEFT),
    Column("order_days", Holds.WHOLE, optional=True, low=0, high=MOST_ORDER_DAYS),
)
FROM = Column("from", Holds.DAY, needed=True)
SCHEDULE = (
    Column("count", Holds.WHOLE, optional=True, low=1),
    Column("unit", Holds.TEXT, optional=True, among=words(Unit)),
    Column("start", Holds.DAY, optional=True),
    Column("times", Holds.WHOLE, optional=True, low=1, high=TIMES_A_DAY),
)
TYPES = words(ScheduleType)
PLAN = (
    Column("dose", Holds.TEXT, longest=WORDS_LIMIT),
    Column("loading_dose", Holds.TEXT, longest=WORDS_LIMIT),
    Column("reason", Holds.TEXT, longest=REASON_LIMIT),
    Column("known", Holds.TEXT, among=words(Known)),
)
DOSE: Sequence[Column] = (
    DATE_COLUMN,
    Column("taken", Holds.WHOLE, low=0, high=MOST_A_DAY),
    Column("skipped", Holds.WHOLE, low=0, high=MOST_A_DAY),
    Column("reason", Holds.TEXT, longest=REASON_LIMIT),
    Column("amount", Holds.TEXT, longest=WORDS_LIMIT),
    Column("sites", Holds.LIST),
    *RECORDED,
)
_LABEL = Column("treatment", Holds.TEXT, needed=True)


def row_columns(section: RecordCodec[Any]) -> tuple[Column, ...]:
    """The columns of a kind that is one row, or one object without objects in it, each."""
    known = {one.in_files: column_of(one) for one in section.of.fields}
    return tuple(_BESIDE.get((section.name, name)) or known[name] for name in section.columns)


# Of a sheet that is no table: each score with the range it can lie in. It is written, and never read.
SCORE_COLUMNS = (
    DATE_COLUMN,
    Column("score", Holds.TEXT),
    Column("value", Holds.NUMBER, optional=True),
    Column("lowest", Holds.NUMBER, optional=True),
    Column("highest", Holds.NUMBER, optional=True),
    Column("given_by", Holds.TEXT),
    Column("note", Holds.TEXT),
)

# Every table that stands beside the table of days.
TABLES: Mapping[str, Sequence[Column]] = {
    **{section.name: row_columns(section) for section in CODECS if section.columns},
    TREATMENTS.name: (
        _LABEL,
        *(replace(one, needed=False) for one in NAMED),
        FROM,
        Column("schedule", Holds.TEXT, needed=True, among=TYPES),
        *SCHEDULE,
        *PLAN,
        *STOCK,
    ),
    DOSES.name: (_LABEL, *DOSE),
}
