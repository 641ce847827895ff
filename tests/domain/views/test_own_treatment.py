"""Which treatment a course is of: the names are a person's own words."""

from datetime import date, timedelta

import pytest

from adtracker.domain.records.course import Course
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.own_treatment import own_treatment

START = date(2026, 8, 2)


def _made(name: str, kind: Kind = Kind.CREAM, days: int = 0) -> Treatment:
    return Treatment(name, kind, (Plan(START + timedelta(days=days), Daily()),))


@pytest.mark.parametrize("name", ["Amlitelimab 250 mg every 4 weeks", "amlitelimab", "Amlitelimab, since August"])
def test_the_name_begins_with_the_same_word(name: str) -> None:
    own = _made("Amlitelimab (example)", days=40)
    assert own_treatment(Course(START, name), [_made("B12", Kind.INJECTION), own]) is own


def test_another_name_leaves_the_injection_that_began_with_it() -> None:
    own = _made("Dupixent", Kind.INJECTION, 2)
    others = [_made("Moisturiser"), _made("Methotrexate", Kind.INJECTION, -90)]
    assert own_treatment(Course(START, "Dupilumab"), [*others, own]) is own
    assert own_treatment(Course(START, "Dupilumab"), others) is None
    assert own_treatment(Course(START), []) is None


def test_of_two_of_a_name_the_nearer_one_is_meant() -> None:
    near, far = _made("Dupilumab 300 mg"), _made("Dupilumab 200 mg", days=-200)
    assert own_treatment(Course(START, "Dupilumab"), [far, near]) is near
