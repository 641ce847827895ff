"""FHIR Questionnaires: what is in one is asked and scored, and what cannot be is named with its place."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.answering import Answers, check_answers
from adtracker.domain.scores.questionnaire import (
    Choice,
    Condition,
    Group,
    Method,
    Number,
    OnDay,
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
from adtracker.domain.scores.scoring import Incomplete, Score, score
from adtracker.errors import ExchangeError
from adtracker.exchange.questionnaires.file import open_form, read_form
from adtracker.exchange.questionnaires.opened import FormError, OpenedQuestionnaire
from adtracker.resources import Texts

TEXTS = Texts()
SKIN_WEEK = Path(__file__).with_name("skin_week.json")
DAYS = (Choice("0", "no days", 0), Choice("1", "some days", 2.5))
FHIR = "http://hl7.org/fhir/StructureDefinition/"


def _extension(name: str, **value: object) -> dict[str, object]:
    return {"url": name if name.startswith("http") else FHIR + name, **value}


def _form() -> dict[str, Any]:
    """A form of our own with a part of each kind; scores beside their code and inside it, as in the wild."""
    form: dict[str, Any] = json.loads(SKIN_WEEK.read_text(encoding="utf-8"))
    return form


def _read(data: object) -> OpenedQuestionnaire:
    return read_form(json.dumps(data))


def _refused(data: object) -> Sequence[Problem]:
    with pytest.raises(FormError) as error:
        _read(data)
    assert all("{" not in TEXTS.problem(problem) for problem in error.value.problems)
    assert "Nothing was added" in TEXTS.error(error.value)
    return error.value.problems


def test_a_questionnaire_becomes_a_form() -> None:
    opened = _read(_form())
    form = opened.instrument
    assert form == Questionnaire(
        id="https://example.org/Questionnaire/skin-week",
        version="1.2",
        title="Your skin this week",
        licence="© Example Clinic, for its patients",
        source="Example Clinic",
        language="en",
        scoring=Scoring(Method.SUM, 0, 6.5),
        items=(
            Remark("Think of the last <b>week</b>."),
            Group(
                "Skin",
                (
                    Question(
                        "dry",
                        "1. Dry?",
                        OneOf((Choice("n", "no", 0), Choice("y", "yes", 3), Choice("x", "not for me"))),
                        required=True,
                        weight=1,
                    ),
                    Question("sore", "Sore?", OneOf((Choice("n", "no", 0), Choice("y", "yes", 1))), weight=1),
                    Question("red", "Red?", OneOf(DAYS), weight=1),
                ),
            ),
            Question("itch", "Worst itch?", Number(0, 10, whole=True)),
            Question("hours", "Sleep?", Number(unit="hours")),
            Question("creamed", "Cream?", YesNo()),
            Question("which", "Which one?", Words(80), when=When((Condition("creamed", Operator.SAME, value=True),))),
            Question("more", "More?", Words()),
        ),
    )
    assert [(one.field, one.rule) for one in opened.left_out] == [("item[7]", "form_item_left_out")]


def test_it_is_scored_by_the_scores_of_its_choices_alone() -> None:
    form = _read(_form()).instrument
    assert score(form, {"dry": "y", "sore": "y", "red": "1", "itch": 9}) == Score(6.5)
    assert score(form, {"dry": "y", "sore": "y"}) == Incomplete(("red",))
    assert score(form, {"dry": "x", "sore": "y", "red": "0"}) == Incomplete(("dry",))


def test_a_form_without_scores_is_asked_all_the_same() -> None:
    data = _form() | {"item": _form()["item"][2:6]}
    form = _read(data).instrument
    assert form.scoring is None
    assert score(form, {"itch": 3}) is None


def test_an_expanded_list_of_answers_is_read_too() -> None:
    data = _form()
    codes = [{"code": "a", "display": "one"}, {"code": "b"}]
    data["contained"][0] = {"resourceType": "ValueSet", "id": "days", "expansion": {"contains": codes}}
    red = _read(data).instrument.questions[2]
    assert red.kind == OneOf((Choice("a", "one"), Choice("b", "b")))


def test_whole_numbers_and_words_can_be_offered_as_choices() -> None:
    data = _form()
    numbers = [
        {"valueInteger": 1, "extension": [_extension("ordinalValue", valueDecimal=4)]},
        {"valueString": "none", "extension": [_extension("questionnaire-optionPrefix", valueString="b)")]},
    ]
    data["item"][2] = {"linkId": "itch", "text": "Itch?", "type": "integer", "answerOption": numbers}
    itch = _read(data).instrument.questions[3]
    assert itch.kind == OneOf((Choice("1", "1", 4), Choice("none", "b) none")))


def test_items_inside_a_question_follow_it_and_go_with_it() -> None:
    data = _form()
    data["item"][5]["item"] = [{"linkId": "why", "text": "Why?", "type": "text"}]
    form = _read(data).instrument
    when = When((Condition("creamed", Operator.SAME, value=True),))
    assert form.items[5] == Group(
        "", (Question("which", "Which one?", Words(80)), Question("why", "Why?", Words())), when
    )


def test_several_conditions_hold_together_or_one_by_one() -> None:
    data = _form()
    item = data["item"][5]
    item["enableWhen"] = [
        {"question": "dry", "operator": "=", "answerCoding": {"code": "y"}},
        {"question": "itch", "operator": ">=", "answerInteger": 4},
        {"question": "red", "operator": "exists", "answerBoolean": False},
    ]
    assert Problem("item[5].enableBehavior", "missing") in _read(data).left_out
    item["enableBehavior"] = "any"
    when = _read(data).instrument.questions[6].when
    assert when == When(
        (
            Condition("dry", Operator.SAME, "y"),
            Condition("itch", Operator.AT_LEAST, 4),
            Condition("red", Operator.EXISTS, value=False),
        ),
        every=False,
    )


def test_a_form_without_a_version_goes_by_its_content() -> None:
    data = _form()
    del data["version"]
    first = _read(data).instrument
    assert len(first.version) == 16
    assert _read(data).instrument.edition == first.edition
    assert _read(data | {"title": "Another"}).instrument.edition != first.edition


def test_what_a_program_fills_in_is_left_out_and_said_to_be() -> None:
    data = _form()
    sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
    data["item"][3]["extension"].append(_extension(f"{sdc}calculatedExpression", valueExpression={}))
    data["item"][2]["extension"].append(_extension("questionnaire-hidden", valueBoolean=True))
    data["item"][4]["initial"] = [{"valueBoolean": True}]
    data["item"][6]["extension"] = [_extension("questionnaire-constraint")]
    opened = _read(data)
    assert [question.link for question in opened.instrument.questions[3:]] == ["creamed", "which", "more"]
    assert [(one.field, one.rule) for one in opened.left_out] == [
        ("item[2]", "form_item_left_out"),
        ("item[3]", "form_item_left_out"),
        ("item[4]", "form_initial_left_out"),
        ("item[6]", "form_rule_left_out"),
        ("item[7]", "form_item_left_out"),
    ]
    assert all(TEXTS.problem(problem) for problem in opened.left_out)


GROUP = "item/1/item"


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("item", None, ("items", "form_empty")),
        ("item", 3, ("item", "not_a_list")),
        ("item/0", "text", ("item[0]", "not_an_object")),
        ("title", "x" * 501, ("title", "text_too_long")),
        ("modifierExtension", [{"url": "x"}], ("modifierExtension", "form_modifier")),
        (f"{GROUP}/0/modifierExtension", [{"url": "x"}], ("item[1].item[0].modifierExtension", "form_modifier")),
        (f"{GROUP}/0/type", "attachment", ("item[1].item[0].type", "not_a_choice")),
        (f"{GROUP}/0/type", None, ("item[1].item[0].type", "missing")),
        (f"{GROUP}/0/linkId", None, ("item[1].item[0].linkId", "missing")),
        (f"{GROUP}/0/linkId", "sore", ("item[1].item[1]", "name_taken")),
        ("item/1/repeats", True, ("item[1]", "form_repeats")),
        (f"{GROUP}/0/required", "true", ("item[1].item[0].required", "not_a_flag")),
        (f"{GROUP}/0/text", "\ud800", ("item[1].item[0]", "text_unreadable")),
        (f"{GROUP}/0/answerOption", None, ("item[1].item[0].answerOption", "missing")),
        (f"{GROUP}/0/answerOption", [], ("item[1].item[0]", "count_range")),
        (f"{GROUP}/0/answerOption/1/valueCoding/code", "n", ("item[1].item[0]", "name_taken")),
        (f"{GROUP}/0/answerOption/1", {"valueReference": {}}, ("item[1].item[0].answerOption[1]", "form_option")),
        (
            f"{GROUP}/0/answerOption/1/extension/0/valueDecimal",
            "3",
            ("item[1].item[0].answerOption[1].extension[0].valueDecimal", "not_a_number"),
        ),
        (f"{GROUP}/0/answerOption/1/extension/0/valueDecimal", float("nan"), ("item[1].item[0]", "number_range")),
        (f"{GROUP}/0/answerOption/1/extension/0/valueDecimal", 1e300, ("item[1].item[0]", "number_range")),
        (
            f"{GROUP}/1/answerOption/1/extension",
            [_extension("ordinalValue", valueDecimal=7)],
            ("item[1].item[1].answerOption[1]", "form_numbers_differ"),
        ),
        (
            f"{GROUP}/2/answerValueSet",
            "http://loinc.org/vs/LL358-3",
            ("item[1].item[2].answerValueSet", "form_answers_elsewhere"),
        ),
        (
            "contained/0/compose/include/0/filter",
            [{}],
            ("item[1].item[2].answerValueSet", "form_answers_elsewhere"),
        ),
        ("item/2/extension/1/valueInteger", -1, ("item[2]", "bounds_crossed")),
        ("item/2/extension/1/valueInteger", 10**30, ("item[2]", "number_range")),
        ("item/2/extension/1/valueInteger", 10**400, ("item[2].extension[1].valueInteger", "not_a_number")),
        ("item/5/enableWhen/0/question", "nothing", ("item[5]", "condition_unknown")),
        ("item/5/enableWhen/0/question", "more", ("item[5]", "condition_unknown")),
        ("item/5/enableWhen/0/operator", ">", ("item[5]", "condition_unfit")),
        ("item/5/enableWhen/0/operator", "like", ("item[5].enableWhen[0].operator", "not_a_choice")),
        (
            "item/5/enableWhen/0",
            {"question": "creamed", "operator": "=", "answerTime": "07:00"},
            ("item[5].enableWhen[0]", "form_condition"),
        ),
        (
            "item/5/extension",
            [_extension("http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression")],
            ("item[5]", "form_expression"),
        ),
        ("item/5/maxLength", 0, ("item[5]", "number_range")),
        ("item/6/text", "x" * 5001, ("item[6]", "text_too_long")),
    ],
)
def test_what_cannot_be_asked_is_named_with_its_place(path: str, value: object, expected: tuple[str, str]) -> None:
    try:
        problems = list(_read(_with(path, value)).left_out)
    except FormError as error:
        problems = list(error.problems)
    assert expected in [(one.field, one.rule) for one in problems]


def _with(path: str, value: object) -> dict[str, Any]:
    """The form with something else in one place; with nothing there if `value` is None."""
    data = _form()
    inner: Any = data
    *names, last = [int(name) if name.isdigit() else name for name in path.split("/")]
    for name in names:
        inner = inner[name]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return data


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "exchange.not_json"),
        ("{", "exchange.not_json"),
        ("[]", "exchange.no_resource_type"),
        ('{"item": []}', "exchange.no_resource_type"),
        ('{"resourceType": "Patient"}', "exchange.not_a_questionnaire"),
        ('{"resourceType": ["Questionnaire"]}', "exchange.not_a_questionnaire"),
        ('{"resourceType": "Questionnaire", "id": "a", "id": "b"}', "exchange.name_twice"),
        ('{"resourceType": "Questionnaire", "item": ' + "[" * 100_000, "exchange.endless"),
        ('{"resourceType": "Questionnaire", "item": ' + "1" * 10_000 + "}", "exchange.endless"),
        ('<Questionnaire xmlns="http://hl7.org/fhir"/>', "exchange.form_xml"),
    ],
)
def test_what_is_no_questionnaire_says_why(text: str, key: str) -> None:
    with pytest.raises(ExchangeError) as error:
        read_form(text, is_json=True)
    assert error.value.key == key
    assert "Nothing was" in TEXTS.error(error.value)


def test_groups_inside_groups_end_somewhere() -> None:
    item: dict[str, Any] = {"linkId": "q", "text": "?", "type": "boolean"}
    for number in range(200):
        item = {"linkId": f"g{number}", "type": "group", "item": [item]}
    assert [problem.rule for problem in _refused(_form() | {"item": [item]})] == ["too_deep"]


CASES = Path(__file__).parents[1] / "cases"


def test_a_form_needs_no_name_of_its_own() -> None:
    form = open_form(CASES / "questionnaire-title-only.json").instrument
    assert (form.id, form.title) == ("Skin this week", "Skin this week")
    bare = {"resourceType": "Questionnaire", "item": [{"linkId": "q", "text": "Hot?", "type": "boolean"}]}
    assert _read(bare).instrument.title == "Questionnaire without a name"
    assert _read(bare).instrument.id != _read(bare | {"status": "draft"}).instrument.id


def test_several_answers_a_day_and_own_words_are_asked() -> None:
    opened = open_form(CASES / "questionnaire-several-and-date.json")
    where, since, helped = opened.instrument.questions
    assert isinstance(where.kind, OneOf)
    assert (where.kind.several, where.kind.own_words) == (True, False)
    assert since.kind == OnDay()
    assert isinstance(helped.kind, OneOf)
    assert (helped.kind.several, helped.kind.own_words) == (False, True)
    assert opened.left_out == ()
    answers: Answers = {"q1": ("hands", "neck"), "q2": "2026-08-02", "q3": "a walk"}
    assert check_answers(opened.instrument, answers) == []
    wrong: Answers = {"q1": ("hands", "hands"), "q2": "2 August", "q3": " "}
    assert [one.field for one in check_answers(opened.instrument, wrong)] == ["q1", "q2", "q3"]
    assert [one.rule for one in check_answers(opened.instrument, {"q1": "hands"})] == ["answer_unfit"]


def test_where_the_form_takes_own_words_a_list_that_is_elsewhere_keeps_no_question_out() -> None:
    question = {"linkId": "a", "text": "What helped?", "answerValueSet": "http://example.org/vs"}
    opened = _read({"resourceType": "Questionnaire", "item": [{**question, "type": "open-choice"}]})
    assert [one.kind for one in opened.instrument.questions] == [Words()]
    assert [(one.field, one.rule) for one in opened.left_out] == [("item[0]", "form_list_left_out")]
    # Of a question that only takes an answer of the list there is nothing to choose.
    (problem,) = _refused({"resourceType": "Questionnaire", "item": [{**question, "type": "choice"}]})
    assert problem.rule == "form_answers_elsewhere"


def test_of_a_moment_the_day_is_asked() -> None:
    opened = _read({"resourceType": "Questionnaire", "item": [{"linkId": "a", "text": "When?", "type": "dateTime"}]})
    assert [one.kind for one in opened.instrument.questions] == [OnDay()]
    assert [one.rule for one in opened.left_out] == ["form_time_left_out"]


def test_what_is_only_said_needs_no_link() -> None:
    inner = [{"text": "Please rest.", "type": "display"}, {"linkId": "a", "text": "Tired?", "type": "boolean"}]
    opened = _read({"resourceType": "Questionnaire", "item": [{"text": "Sleep", "type": "group", "item": inner}]})
    (group,) = opened.instrument.items
    assert isinstance(group, Group)
    assert group.items[0] == Remark("Please rest.")
    assert opened.left_out == ()


def test_what_cannot_be_asked_is_left_out_with_what_hangs_on_it_and_the_rest_opens() -> None:
    data = _form()
    data["item"][4]["type"] = "attachment"
    opened = _read(data)
    links = [one.link for one in opened.instrument.questions]
    assert "creamed" not in links
    assert "which" not in links  # asked only where the other is answered
    assert len(links) == len(_read(_form()).instrument.questions) - 2
    assert [one.rule for one in opened.left_out if one.field.startswith(("item[4]", "item[5]"))] == [
        "not_a_choice",
        "condition_unknown",
    ]


def test_without_all_questions_there_is_no_score() -> None:
    opened = _read(_with(f"{GROUP}/0/type", "attachment"))
    assert opened.instrument.scoring is None
    assert all(one.weight is None for one in opened.instrument.questions)
    assert "form_score_left_out" in [one.rule for one in opened.left_out]


def test_places_can_be_told_in_words() -> None:
    opened = _read(_with(f"{GROUP}/0/type", "attachment"))
    assert opened.words["item[1].item[0]"] == "1. Dry?"
    assert all(TEXTS.problem(problem) for problem in opened.left_out)
