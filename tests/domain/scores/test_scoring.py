"""Scores worked out by hand, each rule for missing answers, and what no answers can break."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings

from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.answering import asked
from adtracker.domain.scores.questionnaire import (
    Answer,
    Choice,
    Condition,
    Fill,
    Kind,
    Method,
    Number,
    OneOf,
    Operator,
    Question,
    Questionnaire,
    Scoring,
    When,
    Words,
    YesNo,
)
from adtracker.domain.scores.scoring import Incomplete, Score, score
from tests.forms import evening
from tests.forms.strategies import answered
from tests.strategies import TODAY

TENTHS = OneOf((Choice("a", "a", 0.1), Choice("b", "b", 0.2), Choice("-", "does not apply")))
TO_TEN = Number(0, 10)


def _form(scoring: Scoring | None, *questions: Question) -> Questionnaire:
    return Questionnaire("form", "1", "A form", questions, scoring=scoring)


def _numbers(count: int, scoring: Scoring) -> Questionnaire:
    return _form(scoring, *(Question(f"q{number}", "?", TO_TEN, weight=1.0) for number in range(count)))


def _answers(*values: float | None) -> dict[str, Answer]:
    return {f"q{number}": value for number, value in enumerate(values) if value is not None}


@pytest.mark.parametrize(
    ("method", "fill", "most", "values", "expected"),
    [
        (Method.SUM, Fill.SCALED, 0, (1, 2, 4), Score(7)),
        (Method.MEAN, Fill.SCALED, 0, (1, 2, 4), Score(2.33)),
        (Method.SUM, Fill.SCALED, 1, (1, None, 4), Score(7.5, ("q1",))),  # 5 of two, so 7.5 of three
        (Method.SUM, Fill.ZERO, 1, (1, None, 4), Score(5, ("q1",))),
        (Method.MEAN, Fill.SCALED, 1, (1, None, 4), Score(2.5, ("q1",))),
        (Method.MEAN, Fill.ZERO, 1, (1, None, 4), Score(1.67, ("q1",))),
        (Method.SUM, Fill.SCALED, 0, (1, None, 4), Incomplete(("q1",))),
        (Method.SUM, Fill.ZERO, 1, (None, None, 4), Incomplete(("q0", "q1"))),
        (Method.SUM, Fill.ZERO, 3, (None, None, None), Incomplete(("q0", "q1", "q2"))),
        (Method.SUM, Fill.SCALED, 0, (0, 0, 0), Score(0)),
    ],
)
def test_points_become_a_score_by_the_rule_of_the_form(
    method: Method, fill: Fill, most: int, values: Sequence[float | None], expected: Score | Incomplete
) -> None:
    form = _numbers(3, Scoring(method, 0, 30, most_missing=most, fill=fill))
    assert score(form, _answers(*values)) == expected


def test_sums_are_exact_in_decimals() -> None:
    form = _form(Scoring(Method.SUM, 0, 1, decimals=3), *(Question(f"q{i}", "?", TENTHS, weight=1.0) for i in range(3)))
    assert score(form, {"q0": "a", "q1": "a", "q2": "a"}) == Score(0.3)


def test_halves_are_rounded_as_by_hand() -> None:
    form = _numbers(2, Scoring(Method.MEAN, 0, 10, decimals=0))
    assert score(form, _answers(2, 3)) == Score(3)


def test_a_weighted_sum_as_the_scorad_formula_has_it() -> None:
    """A/5 + 7B/2 + C with A = 40 per cent, B = 9 and C = 6 + 4: 8 + 31.5 + 10."""
    form = _form(
        Scoring(Method.SUM, 0, 103, decimals=1),
        Question("extent", "?", Number(0, 100), weight=0.2),
        Question("signs", "?", Number(0, 18), weight=3.5),
        Question("symptoms", "?", Number(0, 20), weight=1.0),
    )
    assert score(form, {"extent": 40, "signs": 9, "symptoms": 10}) == Score(49.5)


def test_a_choice_without_points_is_no_scored_answer() -> None:
    form = _form(Scoring(Method.SUM, 0, 1), Question("q", "?", TENTHS, weight=1.0))
    assert score(form, {"q": "-"}) == Incomplete(("q",))


def test_a_form_without_a_rule_has_no_score() -> None:
    assert score(_form(None, Question("q", "?", TO_TEN, required=True)), {"q": 3}) is None


def test_a_required_answer_is_needed_whatever_the_rule_for_missing_ones() -> None:
    form = evening()
    answers: dict[str, Answer] = {"dry": "some", "sore": "most", "red": "all"}
    assert score(form, answers) == Score(6)
    assert score(form, {"dry": "some", "sore": "most"}) == Score(4.5, ("red",))
    assert score(form, {"sore": "most", "red": "all"}) == Incomplete(("dry",))
    assert score(form, {"dry": "some", "sore": "unknown"}) == Incomplete(("sore", "red"))


def test_a_question_that_is_not_asked_is_not_missing_and_adds_nothing() -> None:
    when = When((Condition("work", Operator.SAME, False),))
    form = _form(
        Scoring(Method.SUM, 0, 11),
        Question("work", "Kept from work?", YesNo(), required=True, weight=1.0),
        Question("hard", "How hard was it?", TO_TEN, required=True, weight=1.0, when=when),
    )
    assert score(form, {"work": True}) == Score(1)
    assert score(form, {"work": False}) == Incomplete(("hard",))
    assert score(form, {"work": False, "hard": 4}) == Score(4)
    assert score(form, {"work": True, "hard": 4}) == Score(1), "an answer given before the other one changed"


@settings(max_examples=50)
@given(answered())
def test_a_score_lies_in_the_range_of_its_form(given_answers: tuple[Questionnaire, dict[str, Answer]]) -> None:
    form, answers = given_answers
    found = score(form, answers)
    if isinstance(found, Score):
        assert form.scoring is not None
        assert form.scoring.minimum <= found.value <= form.scoring.maximum
    if isinstance(found, Incomplete):
        assert set(found.missing) <= {question.link for question in asked(form, answers)}
    filled = respond(form, TODAY, answers)
    assert filled.value == (found.value if isinstance(found, Score) else None)
    assert score(form, filled.by_link) == found, "what is kept gives the same score again"


@settings(max_examples=50)
@given(answered())
def test_a_score_is_shown_with_all_of_its_decimals(given_answers: tuple[Questionnaire, dict[str, Answer]]) -> None:
    instrument, answers = given_answers
    found = score(instrument, answers)
    if isinstance(found, Score):
        assert round(found.value, instrument.decimals) == found.value


@pytest.mark.parametrize(
    ("rule", "kind", "weight", "decimals"),
    [
        (Scoring(Method.SUM, 0, 9), OneOf((Choice("a", "a", 0), Choice("b", "b", 1), Choice("-", "none"))), 2.0, 0),
        (Scoring(Method.SUM, 0, 9, most_missing=1, fill=Fill.ZERO), YesNo(), 1.0, 0),
        (Scoring(Method.SUM, 0, 9), Number(0, 9, whole=True), 1.0, 0),
        (Scoring(Method.SUM, 0, 9), Number(0, 9), 1.0, 2),
        (Scoring(Method.SUM, 0, 9), YesNo(), 0.5, 2),
        (Scoring(Method.SUM, 0, 9, most_missing=1, decimals=1), YesNo(), 1.0, 1),
        (Scoring(Method.MEAN, 0, 9), YesNo(), 1.0, 2),
        (Scoring(Method.SUM, 0, 9), TENTHS, 1.0, 2),
    ],
)
def test_whole_points_that_are_just_added_up_have_no_decimals(
    rule: Scoring, kind: Kind, weight: float, decimals: int
) -> None:
    free = Question("note", "?", Words())
    assert _form(rule, Question("a", "?", kind, weight=weight), free).decimals == decimals


def test_a_form_says_the_ranges_its_score_lies_in() -> None:
    form = evening()
    assert [band.label for one in form.bands if (band := one.band(5))] == ["many days"]
    assert form.bands[0].band(4.5) is None
    assert replace(form, version="3").edition != form.edition
