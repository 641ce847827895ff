"""Compares what records name with what the program knows: places of the body, and days that a calendar holds.

Saving does not ask this. What the window offers is known, and what a newer version wrote may be more than that.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from datetime import date
from functools import cache

from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.body import AgeColumn
from adtracker.domain.records.day import DayEntry
from adtracker.domain.treatments.dose import DayDoses
from adtracker.resources import body, read_toml

_COLUMNS = frozenset(column.value for column in AgeColumn)


def check_known(record: Record) -> list[Problem]:
    """What a record names that is not known."""
    return _check_places(record) + _check_days(record)


def _check_places(record: Record) -> list[Problem]:
    if isinstance(record, DayDoses):
        return _unknown("sites", record.sites, _sites())
    if not isinstance(record, DayEntry) or record.extent is None:
        return []
    column = record.extent.age_column
    problems = _unknown("regions", [region for region, _ in record.extent.grades], body().regions)
    return problems + _unknown("age_column", [] if column is None else [column], _COLUMNS)


def _check_days(record: Record) -> list[Problem]:
    days = ((one.name, getattr(record, one.name)) for one in fields(record))
    return [problem for name, day in days if type(day) is date for problem in check_calendar_day(name, day)]


def _unknown(field: str, names: Collection[str], known: Collection[str]) -> list[Problem]:
    found = [name for name in names if name not in known]
    return [Problem(field, "not_known", {"text": name}) for name in found]


@cache
def _sites() -> frozenset[str]:
    return frozenset(read_toml("treatment", "choices.toml")["sites"])
