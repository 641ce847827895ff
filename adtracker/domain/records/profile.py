"""Whose diary it is, as far as they care to say, and what they want to ask at the next visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.problem import Problem, check_number
from adtracker.domain.common.record_field import Text, Whole, check_fields
from adtracker.domain.common.record_kind import RecordKind

NAME_LIMIT = 200
QUESTIONS_LIMIT = 4_000


@dataclass(frozen=True, slots=True)
class Profile:
    """Name or initials, birth year (both optional) and the questions for the dermatologist, one a line."""

    name: str = ""
    birth_year: int | None = None
    questions: str = ""


def check_profile(profile: Profile, today: date) -> list[Problem]:
    """What is wrong with a profile; empty if nothing is."""
    born = check_number("birth_year", profile.birth_year, today.year - 130, today.year)
    return [*check_fields(PROFILE.fields, profile, today), *born]


PROFILE = RecordKind(
    of=Profile,
    name="profile",
    table="person",
    fields=(
        Text(name="name", limit=NAME_LIMIT),
        Whole(name="birth_year", rule="", optional=True),
        Text(name="questions", limit=QUESTIONS_LIMIT),
    ),
    own_check=lambda profile, today, _: check_profile(profile, today),
    identity=lambda _: None,
    called=lambda profile: profile.name,
)
