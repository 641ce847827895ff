"""What a form asks next, and which answers fit."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.answer_validation import check_response, respond
from adtracker.domain.scores.answering import asked, check_answers, holds, visible
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.questionnaire import (
    Answer,
    Choice,
    Condition,
    Group,
    Number,
    OneOf,
    Operator,
    Question,
    Questionnaire,
    Remark,
    When,
    Words,
    YesNo,
)
from adtracker.domain.scores.response import Response
from tests.forms import evening
from tests.strategies import TODAY

FORM = evening()


def _links(form: Questionnaire, answers: dict[str, Answer]) -> list[str]:
    return [question.link for question in asked(form, answers)]


def test_a_question_is_asked_once_its_condition_holds() -> None:
    assert _links(FORM, {}) == ["dry", "sore", "red", "creamed", "more"]
    assert _links(FORM, {"creamed": False}) == ["dry", "sore", "red", "creamed", "more"]
    assert _links(FORM, {"creamed": True}) == ["dry", "sore", "red", "creamed", "tubes", "more"]


def test_a_group_goes_with_all_that_is_in_it_and_with_what_depends_on_it() -> None:
    yes = When((Condition("a", Operator.SAME, True),))
    seven = When((Condition("b", Operator.AT_LEAST, 7),))
    form = Questionnaire(
        "form",
        "1",
        "A form",
        (
            Question("a", "?", YesNo()),
            Group("More", (Remark("Now think."), Question("b", "?", Number(0, 10))), yes),
            Question("c", "?", YesNo(), when=seven),
        ),
    )
    assert _links(form, {"a": True, "b": 8}) == ["a", "b", "c"]
    assert _links(form, {"a": False, "b": 8}) == ["a"], "an answer to what is not asked counts for nothing"
    assert [(one.depth, type(one.item)) for one in visible(form, {"a": True})] == [
        (0, Question),
        (0, Group),
        (1, Remark),
        (1, Question),
    ]


@pytest.mark.parametrize(
    ("comparison", "value", "holding", "failing"),
    [
        (Operator.EXISTS, True, [0, 5], [None]),
        (Operator.EXISTS, False, [None], [0, 5]),
        (Operator.SAME, 5, [5], [None, 4]),
        (Operator.OTHER, 5, [None, 4], [5]),
        (Operator.MORE, 5, [6], [None, 5]),
        (Operator.LESS, 5, [4], [None, 5]),
        (Operator.AT_LEAST, 5, [5, 6], [None, 4]),
        (Operator.AT_MOST, 5, [5, 4], [None, 6]),
    ],
)
def test_comparisons(comparison: Operator, value: Answer, holding: list[int | None], failing: list[int | None]) -> None:
    when = When((Condition("q", comparison, value),))
    assert all(holds(when, {} if answer is None else {"q": answer}) for answer in holding)
    assert not any(holds(when, {} if answer is None else {"q": answer}) for answer in failing)


def test_all_conditions_or_any_of_them() -> None:
    both = (Condition("a", Operator.SAME, True), Condition("b", Operator.SAME, True))
    assert holds(When(both, every=False), {"a": True})
    assert not holds(When(both), {"a": True})


@pytest.mark.parametrize(
    ("link", "answer", "rule"),
    [
        ("dry", "all", None),
        ("dry", "every day", "answer_unfit"),
        ("dry", 3, "answer_unfit"),
        ("creamed", 1, "answer_unfit"),
        ("creamed", "yes", "answer_unfit"),
        ("tubes", 2.5, None),
        ("tubes", 21, "number_range"),
        ("tubes", math.nan, "number_range"),
        ("tubes", True, "answer_unfit"),
        ("tubes", "2", "answer_unfit"),
        ("more", "x" * 500, None),
        ("more", "x" * 501, "text_too_long"),
        ("more", "\ud800", "text_unreadable"),
        ("more", 3, "answer_unfit"),
        ("nothing", 3, "unknown_name"),
    ],
)
def test_answers_fit_their_questions(link: str, answer: Answer, rule: str | None) -> None:
    problems = check_answers(FORM, {"creamed": True, link: answer})
    assert [problem.rule for problem in problems if problem.field == link][:1] == ([] if rule is None else [rule])


def test_a_whole_number_has_no_half_and_no_number_is_endless() -> None:
    form = Questionnaire("form", "1", "A form", (Question("n", "?", Number(whole=True)), Question("d", "?", Number())))
    assert check_answers(form, {"n": 3.0, "d": -0.5}) == []
    found = check_answers(form, {"n": 3.5, "d": math.inf})
    assert [(problem.field, problem.rule) for problem in found] == [("n", "whole_number"), ("d", "number_range")]


def test_a_form_filled_in_keeps_only_what_was_asked() -> None:
    filled = respond(FORM, TODAY, {"tubes": 2, "red": "all", "dry": "none", "sore": "some", "creamed": False})
    kept = (("creamed", False), ("dry", "none"), ("red", "all"), ("sore", "some"))
    assert filled == Response(TODAY, FORM.edition, kept, 4.0)
    assert check_response(filled, FORM) == []


def test_a_form_may_be_kept_while_it_is_incomplete() -> None:
    filled = respond(FORM, TODAY, {"red": "all"})
    assert filled.value is None
    assert check_response(filled, FORM) == []


@pytest.mark.parametrize(
    ("filled", "problem"),
    [
        (Response(TODAY, "f|1", ()), ("answers", "answers_missing")),
        (Response(TODAY, "f|1", (("sore", "all"), ("dry", "all"))), ("answers", "answers_order")),
        (Response(TODAY, "f|1", (("tubes", 3),)), ("tubes", "answer_not_asked")),
        (Response(TODAY, "f|1", (("dry", "all"),), 10), ("value", "number_range")),
    ],
)
def test_what_is_wrong_with_a_form_filled_in(filled: Response, problem: tuple[str, str]) -> None:
    assert [(one.field, one.rule) for one in check_response(filled, FORM)] == [problem]


def test_a_form_without_a_score_has_no_value() -> None:
    form = Questionnaire(
        "f", "1", "A form", (Question("q", "?", OneOf((Choice("a", "a"),))), Question("w", "?", Words()))
    )
    filled = Response(TODAY, form.edition, (("q", "a"),), 0.0)
    assert check_response(filled, form) == [Problem("value", "form_unscored")]


def test_forms_are_due_a_week_after_the_last_one() -> None:
    form = Definition("f|1", "A form", "{}", TODAY)
    assert form.due_day([], TODAY) == TODAY
    filled = [Response(day, form.key, ()) for day in (TODAY, TODAY.replace(day=1))]
    other = Response(TODAY + timedelta(days=1), "another form", ())
    assert form.due_day([*filled, other], TODAY) == TODAY + timedelta(days=7)
    assert replace(form, every_days=None).due_day([], TODAY) is None
    assert replace(form, hidden=True).due_day([], TODAY) is None
