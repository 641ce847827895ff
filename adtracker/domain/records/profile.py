"""Whose diary it is, as far as they care to say, and what they want to ask at the next visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.common.period import EARLIEST_DAY, LATEST_DAY
from adtracker.domain.common.record_field import Day, Text, Whole
from adtracker.domain.common.record_kind import RecordKind

NAME_LIMIT = 200
QUESTIONS_LIMIT = 4_000
NUMBER_LIMIT = 40
# As in ISO 8601.
MONDAY, SUNDAY = 1, 7
# Nobody is older.
OLDEST_YEARS = 130


@dataclass(frozen=True, slots=True)
class Profile:
    """Name or initials, birth year and the questions for the dermatologist, one a line; all may be left out.

    `birth_date` is the whole date of birth, for those who want it on their report: `birth_year` is then its year. So is
    `clinic_number`, by which a clinic finds their file. `weekly_on` is the weekday (1 is Monday, 7 Sunday) on which
    those who write once a week are asked about the last seven days; None is every day.
    """

    name: str = ""
    birth_year: int | None = None
    questions: str = ""
    birth_date: date | None = None
    clinic_number: str = ""
    weekly_on: int | None = None


def _with_year(profile: Profile) -> Profile:
    """A date of birth says the year, too."""
    return profile if profile.birth_date is None else replace(profile, birth_year=profile.birth_date.year)


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
        # Nothing was recorded on it; that it has come is looked at when it is typed, as of the year.
        Day(name="birth_date", optional=True, is_planned=True),
        Text(name="clinic_number", limit=NUMBER_LIMIT),
        Whole(name="weekly_on", low=MONDAY, high=SUNDAY, optional=True),
    ),
    identity=lambda _: None,
    called=lambda profile: profile.name,
    completed=_with_year,
)
