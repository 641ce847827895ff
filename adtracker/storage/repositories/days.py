"""Entries by their day, with the regions that were affected."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from adtracker.domain.common.period import EVER, Period
from adtracker.domain.records.body import Grade
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.day_numbers import DayNumbers
from adtracker.domain.records.sign import Sign
from adtracker.storage.repositories.repository import (
    Row,
    Values,
    day_of,
    day_text,
    ends,
    moment_of,
    moment_text,
    readable,
    replace_parts,
    upsert,
)
from adtracker.storage.schema import DAY, DAY_REGION

Grades = tuple[tuple[str, Grade], ...]

_DAY, _REGION = DAY.c, DAY_REGION.c
# One row a day: fetched as rows of their own, the regions of many years take three times as long.
_GRADES = select(func.json_group_object(_REGION.region, _REGION.grade)).where(_REGION.day == _DAY.day).scalar_subquery()
_FIND = select(*_DAY, _GRADES).where(_DAY.day.between(bindparam("first"), bindparam("last"))).order_by(_DAY.day)
_NUMBERS = (
    select(_DAY.day, _DAY.itch, _DAY.sleep_quality, _DAY.extent_percent)
    .where(_DAY.day.between(bindparam("first"), bindparam("last")))
    .order_by(_DAY.day)
)
# The two ends apart: asked for in one go, SQLite would read all days.
_SPAN = select(
    select(func.min(_DAY.day)).scalar_subquery(),
    select(func.max(_DAY.day)).scalar_subquery(),
)
_ANSWERS = select(_DAY.answers).where(_DAY.answers.is_not(None)).distinct()
_PUT = upsert(DAY)
_DROP = delete(DAY).where(_DAY.day == bindparam("of_day"))  # its regions go with it
_PUT_REGION = insert(DAY_REGION)
_DROP_REGIONS = delete(DAY_REGION).where(_REGION.day == bindparam("of_day"))


class Days:
    """The repository of entries."""

    def key(self, record: DayEntry) -> date:
        """The day."""
        return record.day

    def between(self, connection: Connection, period: Period) -> tuple[DayEntry, ...]:
        """All entries of a period, by day."""
        return tuple(map(entry_of, connection.execute(_FIND, ends(period))))

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
        return span_of(connection.execute(_SPAN).one())

    def answered(self, connection: Connection) -> frozenset[str]:
        """The keys of the own questions that have an answer on any day."""
        return frozenset(key for (text,) in connection.execute(_ANSWERS) for key, _ in _answers_of(text))

    def find(self, connection: Connection, like: Sequence[DayEntry]) -> Sequence[DayEntry]:
        """The entries of the same days."""
        days = {entry.day for entry in like}
        return [entry for entry in self.between(connection, Period(min(days), max(days))) if entry.day in days]

    def put(self, connection: Connection, records: Sequence[DayEntry]) -> Sequence[DayEntry]:
        """Store entries, and their regions in place of those that their days had."""
        connection.execute(_PUT, [day_values(entry) for entry in records])
        regions = [region for entry in records for region in region_values(entry)]
        replace_parts(connection, _DROP_REGIONS, list(map(_of_day, records)), _PUT_REGION, regions)
        return records

    def drop(self, connection: Connection, records: Sequence[DayEntry]) -> None:
        """Take days out."""
        connection.execute(_DROP, [_of_day(entry) for entry in records])


@readable
def numbers_of(rows: Sequence[Row]) -> tuple[DayNumbers, ...]:
    """The numbers of days from their four columns; all at once, for there can be thousands."""
    read = date.fromisoformat
    return tuple(DayNumbers(read(day), *numbers) for day, *numbers in rows)


@readable
def span_of(row: Row) -> Period | None:
    """A period from two ISO days, None if there are none."""
    first, last = row
    return None if first is None else Period(date.fromisoformat(first), date.fromisoformat(last))


@readable
def entry_of(row: Row) -> DayEntry:
    """An entry from the columns of `day`, in their order, and its grades as a JSON object by region."""
    day, itch, sleep_quality, percent, method, age_column, palms, note, recorded_at, recorded_on, *more, grades = row
    woken, signs, context, answers = more
    extent = None
    if percent is not None:
        extent = Extent(percent, ExtentMethod(method), _grades_of(grades), age_column, palms)
    return DayEntry(
        day=date.fromisoformat(day),
        itch=itch,
        sleep_quality=sleep_quality,
        extent=extent,
        note=note,
        recorded_at=moment_of(recorded_at),
        recorded_on=day_of(recorded_on),
        woken=None if woken is None else bool(woken),
        signs=None if signs is None else _signs_of(signs),
        context=None if context is None else _keys_of(context),
        answers=() if answers is None else _answers_of(answers),
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
def _grades_of(text: str) -> Grades:
    return tuple(sorted((region, Grade(grade)) for region, grade in json.loads(text).items()))


def day_values(entry: DayEntry) -> Values:
    """The columns of `day`. Raises ValueError for a moment without a time zone."""
    extent = entry.extent
    return {
        "day": entry.day.isoformat(),
        "itch": entry.itch,
        "sleep_quality": entry.sleep_quality,
        "extent_percent": None if extent is None else extent.percent,
        "extent_method": None if extent is None else extent.method.value,
        "extent_age_column": None if extent is None else extent.age_column,
        "extent_palms": None if extent is None else extent.palms,
        "note": entry.note,
        "recorded_at": moment_text(entry.recorded_at),
        "recorded_on": day_text(entry.recorded_on),
        "woken": None if entry.woken is None else int(entry.woken),
        "signs": None if entry.signs is None else _json([sign.value for sign in entry.signs]),
        "context": None if entry.context is None else _json(entry.context),
        "answers": _json(dict(entry.answers)) if entry.answers else None,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def region_values(entry: DayEntry) -> list[Values]:
    """The rows of `day_region`."""
    day = entry.day.isoformat()
    grades = () if entry.extent is None else entry.extent.grades
    return [{"day": day, "region": region, "grade": grade.value} for region, grade in grades]


def _of_day(entry: DayEntry) -> Values:
    return {"of_day": entry.day.isoformat()}
