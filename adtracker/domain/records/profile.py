"""Whose diary it is, as far as they care to say, and what they want to ask at the next visit."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.common.period import EARLIEST_DAY, LATEST_DAY
from adtracker.domain.common.record_field import Text, Whole
from adtracker.domain.common.record_kind import RecordKind

NAME_LIMIT = 200
QUESTIONS_LIMIT = 4_000
# Nobody is older.
OLDEST_YEARS = 130


@dataclass(frozen=True, slots=True)
class Profile:
    """Name or initials, birth year (both optional) and the questions for the dermatologist, one a line."""

    name: str = ""
    birth_year: int | None = None
    questions: str = ""


PROFILE = RecordKind(
    of=Profile,
    name="profile",
    table="person",
    fields=(
        Text(name="name", limit=NAME_LIMIT),
        # Whether the year has come is looked at when it is typed.
        Whole(
            name="birth_year",
            low=EARLIEST_DAY.year - OLDEST_YEARS,
            high=LATEST_DAY.year,
            optional=True,
        ),
        Text(name="questions", limit=QUESTIONS_LIMIT),
    ),
    identity=lambda _: None,
    called=lambda profile: profile.name,
)
