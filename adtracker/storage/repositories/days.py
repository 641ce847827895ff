"""Entries by their day, with the regions that were affected."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select
from sqlalchemy.dialects import sqlite

from adtracker.domain.common.columns import made_once
from adtracker.domain.common.measure import PLAIN
from adtracker.domain.common.period import EVER, Period
from adtracker.domain.records.body import Grade
from adtracker.domain.records.day import DayEntry, DayNumbers, Extent, ExtentMethod, Origin
from adtracker.domain.records.sign import Sign
from adtracker.storage.repositories.repository import (
    Row,
    Values,
    day_of,
    day_text,
    each,
    ends,
    listed,
    moment_of,
    moment_text,
    readable,
    replace_parts,
    upsert,
)
from adtracker.storage.schema import DAY, DAY_REGION

_PLAIN = tuple(measure.key for measure in PLAIN)
# The fields of an extent, and the columns that they stand in.
_EXTENT = {
    "percent": "extent_percent",
    "method": "extent_method",
    "grades": "grades",
    "age_column": "extent_age_column",
    "palms": "extent_palms",
}
_extent_columns = itemgetter(*_EXTENT.values())

_DAY, _REGION = DAY.c, DAY_REGION.c
# One row a day: fetched as rows of their own, the regions of many years take three times as long.
_GRADES = select(func.json_group_object(_REGION.region, _REGION.grade)).where(_REGION.day == _DAY.day).label("grades")
_FIND = select(*_DAY, _GRADES).where(_DAY.day.between(bindparam("first"), bindparam("last"))).order_by(_DAY.day)
_NUMBERS = (
    select(*(_DAY[name] for name in DayNumbers._fields))
    .where(_DAY.day.between(bindparam("first"), bindparam("last")))
    .order_by(_DAY.day)
)
# The two ends apart: asked for in one go, SQLite would read all days.
_SPAN = select(
    select(func.min(_DAY.day)).label("first"),
    select(func.max(_DAY.day)).label("last"),
)
_ANSWERS = select(_DAY.answers).where(_DAY.answers.is_not(None)).distinct()
_DROP = delete(DAY).where(_DAY.day == bindparam("of_day"))  # its regions go with it
_PUT_REGION = insert(DAY_REGION)
_DROP_REGIONS = delete(DAY_REGION).where(_REGION.day.in_(each("days")))


class Days:
    """The repository of entries."""

    def key(self, record: DayEntry) -> date:
        """The day."""
        return record.day

    def between(self, connection: Connection, period: Period) -> tuple[DayEntry, ...]:
        """All entries of a period, by day."""
        return entries_of(connection.execute(_FIND, ends(period)).mappings())

    def all(self, connection: Connection) -> tuple[DayEntry, ...]:
        """All entries, by day."""
        return self.between(connection, EVER)

    def standing(self, connection: Connection, period: Period) -> tuple[DayEntry, ...]:
        """All entries of a period, by day: none is deleted and brought back."""
        return self.between(connection, period)

    def numbers(self, connection: Connection, period: Period) -> tuple[DayNumbers, ...]:
        """The three numbers of the days of a period that have an entry, by day."""
        return numbers_of(connection.execute(_NUMBERS, ends(period)).all())

    def span(self, connection: Connection) -> Period | None:
        """The first and the last day that have an entry."""
        return span_of(connection.execute(_SPAN).mappings().one())

    def answered(self, connection: Connection) -> frozenset[str]:
        """The keys of the own questions that have an answer on any day."""
        return frozenset(key for (text,) in connection.execute(_ANSWERS) for key, _ in _answers_of(text))

    def find(self, connection: Connection, like: Sequence[DayEntry]) -> Sequence[DayEntry]:
        """The entries of the same days."""
        days = {entry.day for entry in like}
        return [entry for entry in self.between(connection, Period(min(days), max(days))) if entry.day in days]

    def at(self, connection: Connection, key: str) -> DayEntry | None:
        """The entry of a day, read alone."""
        rows = connection.execute(_FIND, {"first": key, "last": key}).mappings().all()
        return next(iter(entries_of(rows)), None)

    def put(self, connection: Connection, records: Sequence[DayEntry]) -> Sequence[DayEntry]:
        """Store entries, and their regions in place of those that their days had."""
        names, rows = day_rows(records)
        connection.exec_driver_sql(_put(names), rows)
        regions = [
            region for entry in records if entry.extent and entry.extent.grades for region in region_values(entry)
        ]
        days = listed(row[0] for row in rows)
        replace_parts(connection, _DROP_REGIONS, [{"days": days}], _PUT_REGION, regions)
        return records

    def drop(self, connection: Connection, records: Sequence[DayEntry]) -> None:
        """Take days out."""
        connection.execute(_DROP, [_of_day(entry) for entry in records])


@readable
def numbers_of(rows: Sequence[Sequence[Any]]) -> tuple[DayNumbers, ...]:
    """The numbers of days from rows of `DayNumbers._fields`; all at once, for there can be thousands."""
    read = date.fromisoformat
    return tuple(DayNumbers(read(day), *numbers) for day, *numbers in rows)


@readable
def span_of(row: Row) -> Period | None:
    """A period from two ISO days, None if there are none."""
    first, last = day_of(row["first"]), day_of(row["last"])
    return None if first is None or last is None else Period(first, last)


@readable
def entries_of(rows: Iterable[Row]) -> tuple[DayEntry, ...]:
    """Entries from rows of `day`, with their `grades` as a JSON object by region; all at once, there are thousands."""
    return tuple(map(_entry_of, rows))


def _entry_of(row: Row) -> DayEntry:
    woken, signs, context, answers = row["woken"], row["signs"], row["context"], row["answers"]
    bad_day, origin = row["bad_day"], row["origin"]
    return DayEntry(
        day=date.fromisoformat(row["day"]),
        **{key: row[key] for key in _PLAIN},
        extent=_extent_of(_extent_columns(row)),
        note=row["note"],
        recorded_at=moment_of(row["recorded_at"]),
        recorded_on=day_of(row["recorded_on"]),
        woken=None if woken is None else bool(woken),
        signs=None if signs is None else _signs_of(signs),
        context=None if context is None else _keys_of(context),
        answers=() if answers is None else _answers_of(answers),
        bad_day=None if bad_day is None else bool(bad_day),
        origin=Origin.TYPED if origin is None else Origin(origin),
    )


@lru_cache(maxsize=64)
def _signs_of(text: str) -> tuple[Sign, ...]:
    return tuple(map(Sign, json.loads(text)))


@lru_cache(maxsize=1024)
def _keys_of(text: str) -> tuple[str, ...]:
    return tuple(map(str, json.loads(text)))


@lru_cache(maxsize=4096)
def _answers_of(text: str) -> tuple[tuple[str, float], ...]:
    return tuple(sorted((key, float(value)) for key, value in json.loads(text).items()))


@lru_cache(maxsize=4096)  # the same regions stay affected for weeks
def _extent_of(columns: tuple[Any, ...]) -> Extent | None:
    """An extent from the values of `_EXTENT`."""
    values = dict(zip(_EXTENT, columns, strict=True))
    if values["percent"] is None:
        return None
    grades = json.loads(values["grades"]).items()
    pairs = tuple(sorted((region, Grade(grade)) for region, grade in grades))
    return Extent(**{**values, "method": ExtentMethod(values["method"]), "grades": pairs})


# The fields of an entry that stand as they are in the columns of their names, or as something else. A moment without
# a time zone raises ValueError.
_WRITTEN: Mapping[str, Callable[[Any], object] | None] = {
    "day": date.isoformat,
    **dict.fromkeys(_PLAIN),
    "extent": None,  # in several columns
    "note": None,
    "recorded_at": moment_text,
    "recorded_on": day_text,
    "woken": lambda woken: None if woken is None else int(woken),
    "signs": lambda signs: None if signs is None else _json([sign.value for sign in signs]),
    "context": lambda context: None if context is None else _json(context),
    "answers": lambda answers: _json(dict(answers)) if answers else None,
    "bad_day": lambda bad_day: None if bad_day is None else int(bad_day),
    "origin": lambda origin: None if origin is Origin.TYPED else origin.value,
}
_fields = attrgetter(*_WRITTEN)


def day_rows(entries: Sequence[DayEntry]) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    """The columns of `day` in which something stands, and the rows; what is not handed over is NULL all the same, and
    one NULL takes the driver longer than three numbers."""
    columns: dict[str, Sequence[Any]] = {}
    for (name, write), held in zip(_WRITTEN.items(), zip(*map(_fields, entries), strict=True), strict=True):
        if _says_nothing(held):
            continue
        if name == "extent":
            columns |= zip(_EXTENT_COLUMNS, zip(*made_once(held, _extent_values), strict=True), strict=True)
        else:
            columns[name] = held if write is None else list(map(write, held))
    kept = {name: held for name, held in columns.items() if not _says_nothing(held)}
    return tuple(kept), list(zip(*kept.values(), strict=True))


_EXTENT_COLUMNS = ("extent_percent", "extent_method", "extent_age_column", "extent_palms")


def _extent_values(extent: Extent | None) -> tuple[object, ...]:
    """What stands in the columns of an extent."""
    if extent is None:
        return (None,) * len(_EXTENT_COLUMNS)
    return extent.percent, extent.method.value, extent.age_column, extent.palms


def _says_nothing(held: Sequence[Any]) -> bool:
    return held[0] is None and held.count(None) == len(held)


@cache
def _put(names: tuple[str, ...]) -> str:
    """Store a row of these columns in place of the one of its day; all others become NULL."""
    statement = upsert(DAY).values({name: bindparam(name) for name in names})
    return str(statement.compile(dialect=sqlite.dialect()))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def region_values(entry: DayEntry) -> list[Values]:
    """The rows of `day_region`."""
    day = entry.day.isoformat()
    grades = () if entry.extent is None else entry.extent.grades
    return [{"day": day, "region": region, "grade": grade.value} for region, grade in grades]


def _of_day(entry: DayEntry) -> Values:
    return {"of_day": entry.day.isoformat()}
