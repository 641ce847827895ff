"""Whose diary it is: one object, or one row."""

from __future__ import annotations

from adtracker.domain.common.problem import Problem
from adtracker.domain.records import profile as person
from adtracker.exchange.codecs.rows import row_codec


def _says_nothing(profile: person.Profile) -> bool:
    """Blanks alone say nothing: an empty profile is none to be written, or kept."""
    is_blank = not (profile.name + profile.questions + profile.clinic_number).strip()
    return is_blank and not any((profile.birth_year, profile.birth_date, profile.weekly_on))


def _second(_profile: person.Profile) -> Problem:
    return Problem("", "second_profile")


PROFILE = row_codec(person.PROFILE, is_empty=_says_nothing, twice=_second)
