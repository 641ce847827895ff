"""The diary in a format that a person can take along: everything as JSON, or the days as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry
from adtracker.domain.profile import Profile
from adtracker.exchange import csv_days, json_diary

JSON, CSV = "json", "csv"
FORMATS = (JSON, CSV)


class Contents(NamedTuple):
    """All that is in a diary."""

    profile: Profile
    courses: Sequence[Course]
    entries: Sequence[DayEntry]


def export(contents: Contents, form: str) -> bytes:
    """A file in one of `FORMATS`, which are also the ends of its name. Raises KeyError for another."""
    writers = {JSON: _json, CSV: _csv}
    return writers[form](contents).encode()


def _json(contents: Contents) -> str:
    return json_diary.write(contents.profile, contents.courses, contents.entries)


def _csv(contents: Contents) -> str:
    return csv_days.write(contents.entries)
