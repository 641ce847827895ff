"""A profile may be empty; what is in it must be storable."""

from datetime import date

import pytest

from adtracker.domain.records.profile import NAME_LIMIT, PROFILE, QUESTIONS_LIMIT, Profile

TODAY = date(2026, 8, 2)


@pytest.mark.parametrize(
    "profile",
    [
        Profile(),
        Profile("A. B.", 1988, "Is cold water fine?\nMay I swim?"),
        Profile(birth_year=2026),
        Profile(birth_year=1896),
    ],
)
def test_what_people_give_is_accepted(profile: Profile) -> None:
    assert PROFILE.check(profile) == []


@pytest.mark.parametrize(
    ("profile", "field", "rule"),
    [
        (Profile(birth_year=3000), "birth_year", "number_range"),
        (Profile(birth_year=1769), "birth_year", "number_range"),
        (Profile("x" * (NAME_LIMIT + 1)), "name", "text_too_long"),
        (Profile(questions="x" * (QUESTIONS_LIMIT + 1)), "questions", "text_too_long"),
        (Profile(questions="\ud800"), "questions", "text_unreadable"),
    ],
)
def test_what_is_wrong_with_a_profile_is_said_by_field_and_rule(profile: Profile, field: str, rule: str) -> None:
    assert [(problem.field, problem.rule) for problem in PROFILE.check(profile)] == [(field, rule)]
