"""Forms in the app's own format: the same form comes back, and whatever is wrong in one is named with its place."""

import json
import math
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import Direction
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.scores.band import Band, BandSet
from adtracker.domain.scores.questionnaire import (
    Condition,
    Fill,
    Group,
    Method,
    Number,
    OneOf,
    Operator,
    Question,
    Questionnaire,
    Remark,
    Scoring,
    When,
    Words,
    YesNo,
)
from adtracker.domain.scores.questionnaire_check import CHOICES_LIMIT, DEPTH_LIMIT, ITEMS_LIMIT, check_instrument
from adtracker.domain.scores.questionnaire_data import instrument_data
from adtracker.domain.scores.questionnaire_reader import read_instrument
from adtracker.resources import Texts
from tests.forms import evening, evening_data
from tests.forms.strategies import instruments

TEXTS = Texts()


def _refused(data: object) -> list[tuple[str, str]]:
    with pytest.raises(RefusedError) as error:
        read_instrument(data)
    assert all(TEXTS.problem(problem) for problem in error.value.problems), "each has its sentence"
    return [(problem.field, problem.rule) for problem in error.value.problems]


def test_a_file_is_read_as_its_format_says() -> None:
    form = evening()
    assert (form.id, form.version, form.title) == ("https://example.org/forms/evening", "2", "Evening questions")
    assert (form.licence, form.source, form.language) == ("CC0-1.0", "https://example.org/forms/evening.pdf", "en")
    group, creamed, tubes, more = form.items
    assert isinstance(group, Group)
    assert group.title == "Your skin this week"
    remark, dry, sore, _ = group.items
    assert remark == Remark("Think of the last seven days.")
    assert isinstance(dry, Question)
    assert isinstance(sore, Question)
    assert isinstance(dry.kind, OneOf)
    assert [choice.score for choice in dry.kind.choices] == [0, 1, 2, 3, None]
    assert (dry.required, dry.weight, sore.required) == (True, 1, False)
    assert creamed == Question("creamed", "Did you use a cream?", YesNo())
    when = When((Condition("creamed", Operator.SAME, True),))
    assert tubes == Question("tubes", "How many tubes?", Number(0, 20, unit="tubes"), when=when)
    assert more == Question("more", "Anything else?", Words(500))
    assert form.scoring == Scoring(Method.SUM, 0, 9, Direction.LOWER_IS_BETTER, 1, Fill.SCALED, 1)
    bands = (Band(0, 4, "few days"), Band(5, 9, "many days"))
    assert form.bands == (BandSet("Nobody, 2026", bands, "https://example.org/nobody"),)


@settings(max_examples=50)
@given(instruments())
def test_what_is_written_reads_back_exactly(form: Questionnaire) -> None:
    assert check_instrument(form) == []
    assert read_instrument(json.loads(json.dumps(instrument_data(form), allow_nan=False))) == form


LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**400),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["\0", "\ud800", "group", "days"]),
)
NAMES = st.sampled_from(
    ["type", "id", "text", "choices", "questions", "when", "score", "key", "all", "value", "low", "x"]
)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=12
)


def _places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for name, value in inner for place in _places(value, (*path, name)))]


PLACES = _places(evening_data())[1:]


@settings(max_examples=50)
@given(st.sampled_from(PLACES), ANYTHING)
def test_whatever_stands_in_a_file_is_a_form_that_may_be_used_or_refused(
    place: tuple[str | int, ...], value: object
) -> None:
    data = evening_data()
    inner: Any = data
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    form, problems = _read(data)
    assert (form is None) == bool(problems)
    assert all(TEXTS.problem(problem) for problem in problems)
    if form is not None:
        assert read_instrument(json.loads(json.dumps(instrument_data(form), allow_nan=False))) == form


def _read(data: object) -> tuple[Questionnaire | None, Sequence[Problem]]:
    try:
        return read_instrument(data), ()
    except RefusedError as error:
        return None, error.problems


def _with(path: str, value: object) -> dict[str, Any]:
    data = evening_data()
    inner: Any = data
    *names, last = [int(name) if name.isdigit() else name for name in path.split("/")]
    for name in names:
        inner = inner[name]
    inner[last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("id", "", ("id", "missing")),
        ("version", 2, ("version", "not_a_text")),
        ("title", "x" * 501, ("title", "text_too_long")),
        ("licence", "\0", ("licence", "text_unreadable")),
        ("colour", "red", ("colour", "unknown_name")),
        ("questions", [], ("items", "form_empty")),
        ("questions", {}, ("questions", "not_a_list")),
        ("questions/1/type", "slider", ("questions[1].type", "not_a_choice")),
        ("questions/1/colour", "red", ("questions[1].colour", "unknown_name")),
        ("questions/1/id", "dry", ("questions[1]", "name_taken")),
        ("questions/1/text", " ", ("questions[1]", "missing")),
        ("questions/1/required", "yes", ("questions[1].required", "not_a_flag")),
        ("questions/1/weight", math.nan, ("questions[1]", "weight_range")),
        ("questions/1/weight", -1, ("questions[1]", "weight_range")),
        ("questions/3/weight", 1, ("questions[3]", "no_points")),
        ("questions/3/limit", 0, ("questions[3]", "number_range")),
        ("questions/2/high", 0, ("questions[2]", "bounds_crossed")),
        ("questions/2/low", -1e300, ("questions[2]", "number_range")),
        ("questions/2/when/all/0/question", "more", ("questions[2]", "condition_unknown")),
        ("questions/2/when/all/0/value", "true", ("questions[2]", "condition_unfit")),
        ("questions/2/when/all/0/is", ">", ("questions[2]", "condition_unfit")),
        ("questions/2/when/all/0/is", "~", ("questions[2].when.all[0].is", "not_a_choice")),
        ("questions/2/when/all/0/value", [], ("questions[2].when.all[0].value", "not_plain")),
        ("questions/2/when", {"all": []}, ("questions[2]", "count_range")),
        ("questions/2/when", {"any": [], "all": []}, ("questions[2].when.all", "unknown_name")),
        ("questions/0/questions/2/choices", "weeks", ("questions[0].questions[2].choices", "not_a_choice")),
        ("questions/0/questions/2/choices", [], ("questions[0].questions[2]", "count_range")),
        ("choices/days/1/score", "1", ("choices.days[1].score", "not_a_number")),
        ("choices/days/1/score", math.inf, ("questions[0].questions[1]", "number_range")),
        ("choices/days/1/key", "none", ("questions[0].questions[1]", "name_taken")),
        ("choices/days/4/score", 4, ("scoring.range", "range_too_small")),
        ("scoring/method", "median", ("scoring.method", "not_a_choice")),
        ("scoring/range", [9, 0], ("scoring.range", "not_a_range")),
        ("scoring/range", [0, math.inf], ("scoring.range", "not_a_range")),
        ("scoring/most_missing", 3, ("scoring.most_missing", "number_range")),
        ("scoring/decimals", 4, ("scoring.decimals", "number_range")),
        ("bands/0/source", "", ("bands[0].source", "missing")),
        ("bands/0/ranges/1/high", 10, ("bands[0].ranges[1]", "band_outside")),
        ("bands/0/ranges/1/low", 4, ("bands[0].ranges", "bands_overlap")),
        ("bands/0/ranges", [], ("bands[0].ranges", "count_range")),
    ],
)
def test_what_is_wrong_is_named_with_its_place(path: str, value: object, expected: tuple[str, str]) -> None:
    assert _refused(_with(path, value))[0] == expected


def test_bands_need_a_score_and_a_score_needs_something_to_score() -> None:
    data = evening_data()
    del data["scoring"]
    assert _refused(data) == [("bands", "bands_without_score")]
    data = evening_data()
    for choice in data["choices"]["days"]:
        choice.pop("score", None)
    assert _refused(data) == [("scoring", "nothing_scored")]


def test_answers_of_different_ranges_cannot_be_scaled_up() -> None:
    data: dict[str, Any] = _with("questions/1/weight", 1)
    assert _refused(data) == [("scoring.most_missing", "scaled_unequal")]
    data["scoring"] |= {"fill": "zero", "range": [0, 10]}
    assert read_instrument(data).questions[3].weight == 1


def test_a_form_has_bounds_on_what_it_asks() -> None:
    question = {"type": "yes_no", "text": "?"}
    many = [{"id": f"q{index}", **question} for index in range(ITEMS_LIMIT + 1)]
    assert _refused(_with("questions", many))[0] == ("items", "too_many")
    choices = [{"key": str(index), "text": "?"} for index in range(CHOICES_LIMIT + 1)]
    assert _refused(_with("questions/0/questions/2/choices", choices)) == [("questions[0].questions[2]", "count_range")]
    deep: dict[str, Any] = {"id": "deep", **question}
    for _ in range(DEPTH_LIMIT - 1):
        deep = {"type": "group", "questions": [deep]}
    assert read_instrument(_with("questions/3", deep)).questions[5].link == "deep"
    for _ in range(900):
        deep = {"type": "group", "questions": [deep]}
    assert [rule for _, rule in _refused(_with("questions/3", deep))] == ["too_deep"]


def test_what_is_no_object_is_no_form() -> None:
    nothing: list[object] = [None, [], "form", 3]
    for data in nothing:
        assert ("", "not_an_object") in _refused(data)
