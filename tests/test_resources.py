"""The text catalogue: every sentence can be filled, and what a person wrote in a sentence is left as it is."""

import string
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from adtracker import resources
from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.ahead import check_now
from adtracker.domain.records.course import COURSE, Course
from adtracker.domain.records.day import DayEntry, check_entry
from adtracker.domain.records.profile import PROFILE, Profile
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.errors import ExchangeError
from adtracker.language import ENGLISH
from adtracker.resources import Texts


@pytest.fixture
def texts() -> Texts:
    return Texts()


def _sentences(table: Mapping[str, Any]) -> Iterator[str]:
    for value in table.values():
        if isinstance(value, Mapping):
            yield from _sentences(value)
        elif isinstance(value, str):
            yield value


def test_the_gaps_of_every_sentence_have_plain_names() -> None:
    for file in resources.path("text", ENGLISH).glob("*.toml"):
        for sentence in _sentences(resources.read_toml("text", ENGLISH, file.name)):
            names = [name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None]
            assert all(name.isidentifier() for name in names), f"{file.name}: {sentence}"


def test_every_rule_of_the_domain_has_a_sentence_without_open_gaps(texts: Texts) -> None:
    today = date(2026, 8, 2)
    problems = [
        *check_entry(DayEntry(date(2026, 8, 3), itch=11, note="\0" + "x" * 10_000)),
        *check_now(DayEntry(date(2026, 8, 3)), today),
        *check_entry(DayEntry(date(1800, 1, 1))),
        *COURSE.check(Course(date(1800, 1, 1), weeks=0)),
        *PROFILE.check(Profile(birth_year=3000)),
    ]
    assert len({problem.rule for problem in problems}) == 6
    assert not [sentence for problem in problems if "{" in (sentence := texts.problem(problem))]


def test_what_a_person_wrote_is_not_read_as_a_gap(texts: Texts) -> None:
    sentence = texts.problem(Problem("itch", "not_a_number", {"text": "{itch.__class__}"}))
    assert "{itch.__class__}" in sentence


def test_an_error_finds_its_sentence_by_its_key(texts: Texts) -> None:
    assert "visit.pdf" in texts.error(ExchangeError("exchange.not_an_ordinary_file", file="visit.pdf"))


def test_a_key_without_a_sentence_is_a_fault_not_an_empty_text(texts: Texts) -> None:
    with pytest.raises(KeyError):
        texts.say("problems.no_such_rule")


@pytest.mark.parametrize("better", Better)
@pytest.mark.parametrize("kind", AnswerKind)
def test_an_own_question_is_called_as_the_person_worded_it_and_has_all_that_a_measure_has(
    kind: AnswerKind, better: Better
) -> None:
    question = Question("1. {pain}", "How {bad} was it?", kind, better)
    names = Texts().measures([question])
    own = names["answer.1. {pain}"]
    assert own["label"] == own["inside"] == own["question"] == "How {bad} was it?"
    assert own["recent"] == "How {bad} was it?, last 7 days"
    assert set(own) == set(names["itch"])
    assert ("better" in own["scale"]) is (better is not Better.NEITHER)
