"""Whose diary it is, as far as they care to say, and what they want to ask at the next visit."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.common.period import EARLIEST_DAY, LATEST_DAY
from adtracker.domain.common.problem import Problem, check_number, check_text

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


def check_profile(profile: Profile) -> list[Problem]:
    """What is wrong with a profile; empty if nothing is. `check_now` looks whether the year of birth has come."""
    return [
        *check_text("name", profile.name, NAME_LIMIT),
        *check_number("birth_year", profile.birth_year, EARLIEST_DAY.year - OLDEST_YEARS, LATEST_DAY.year),
        *check_text("questions", profile.questions, QUESTIONS_LIMIT),
    ]
