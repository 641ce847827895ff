"""The whole diary as JSON: it comes back exactly, and whatever else is in such a file is refused with its place."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.body import Grade
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.errors import ExchangeError
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.references import References
from adtracker.exchange.snapshot import Snapshot
from adtracker.resources import Texts
from tests.forms import evening, evening_data
from tests.strategies import REGIONS, TODAY

TEXTS = Texts()
WRITTEN = Path(__file__).with_name("written.json")
DAY = date(2026, 8, 1)
FORM = {"id": "f", "version": "1", "title": "A form", "questions": [{"id": "tubes", "type": "number", "text": "How?"}]}
QUESTIONS = (Question("Stress", "Stress"), Question("steps", "Steps", AnswerKind.COUNT))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def _read(data: object) -> ImportResult:
    parsed = ImportResult(TODAY, References(REGIONS, questions={question.key: question for question in QUESTIONS}))
    json_diary.read(data if isinstance(data, str) else json.dumps(data), parsed)
    return parsed


def _diary(*days: object, **rest: object) -> dict[str, object]:
    return {"adtracker": 1, "days": list(days), **rest}


def _refusals(data: object) -> list[tuple[str, str, str]]:
    parsed = _read(data)
    found = [(refused.place.path, problem) for refused in parsed.refused for problem in refused.problems]
    assert all(TEXTS.problem(problem) for _, problem in found)  # each has its sentence
    return [(path, problem.field, problem.rule) for path, problem in found]


def test_a_diary_is_written_as_the_format_says() -> None:
    grades = (("elbow_inner_left", Grade.HALF),)
    entry = DayEntry(
        DAY,
        itch=7,
        extent=Extent(0.8, ExtentMethod.REGIONS, grades, "adult"),
        note="=1+1",
        recorded_at=datetime(2026, 8, 2, 6, 15, tzinfo=UTC),
        recorded_on=TODAY,
        woken=False,
        signs=(Sign.DRY,),
        context=(),
        answers=(("Stress", 6.0),),
        bad_day=True,
    )
    others: list[Record] = [
        Trigger("cat hair", "Cats"),
        Question("Stress", "Stress at work", better=Better.LOWER),
        Visit(TODAY, "Dr. Weber", "…", "May I swim?", key=1),
        SideEffect("headache", DAY, None, Severity.MILD, "rested", key=1),
        DiaryBreak(DAY, TODAY, BreakReason.NO_WISH, "too much", key=1),
        ClinicScore(DAY, "easi", 12.3, "Dr. Weber", key=1),
        Definition("f|1", "A form", json.dumps(FORM), DAY),
        Response(DAY, "f|1", (("tubes", 1.5),), key=1),
        Recall(DAY, 8, 4, sleep_quality=5.5, key=1),
    ]
    found = Snapshot([Profile("A. B.", weekly_on=7), Course(DAY, "Amlitelimab", key=3), entry, *others])
    data = json.loads(json_diary.write(found, datetime(2026, 11, 29, 18, 20, tzinfo=UTC)))
    assert data.pop("made_by").startswith("adtracker ")
    assert data == json.loads(WRITTEN.read_text(encoding="utf-8"))


def test_what_is_missing_is_not_recorded() -> None:
    parsed = _read(_diary({"date": "2026-08-01", "itch": 0}, {"date": "2026-07-31"}))
    assert parsed.of(DayEntry) == [DayEntry(DAY, itch=0)]
    assert not parsed.of(Profile)
    assert not parsed.of(Course)


def test_none_of_these_is_not_the_same_as_not_recorded() -> None:
    none_of = {"date": "2026-08-01", "signs": [], "context": []}
    parsed = _read(_diary(none_of, {"date": "2026-07-31", "itch": 1, "signs": None, "answers": {"Mood": None}}))
    assert parsed.of(DayEntry) == [DayEntry(DAY, signs=(), context=()), DayEntry(date(2026, 7, 31), itch=1)]


def test_a_moment_is_kept_in_utc_wherever_it_was_written_down() -> None:
    parsed = _read(_diary({"date": "2026-08-01", "itch": 5, "recorded_at": "2026-08-01T23:30:00-05:00"}))
    assert parsed.of(DayEntry)[0].recorded_at == datetime(2026, 8, 2, 4, 30, tzinfo=UTC)


def _day(**fields: object) -> dict[str, object]:
    return {"date": "2026-08-01", "itch": 5, **fields}


def _extent(**fields: object) -> dict[str, object]:
    return _day(extent={"percent": 5, "method": "percent", **fields})


@pytest.mark.parametrize(
    ("day", "field", "rule"),
    [
        (_day(itch=11), "itch", "number_range"),
        (_day(itch="7"), "itch", "not_a_number"),
        (_day(itch=True), "itch", "not_a_number"),
        (_day(itch=[7]), "itch", "not_a_number"),
        (_day(itch=10**400), "itch", "not_a_number"),
        (_day(sleep_quality=float("nan")), "sleep_quality", "number_range"),
        (_day(sleep_quality=float("inf")), "sleep_quality", "number_range"),
        (_day(note=7), "note", "not_a_text"),
        (_day(note="\ud800"), "note", "text_unreadable"),
        (_day(note="a\0b"), "note", "text_unreadable"),
        (_day(note="x" * 10_001), "note", "text_too_long"),
        (_day(date=20260801), "date", "not_a_date"),
        (_day(date=None), "date", "missing"),
        (_day(mood=3), "mood", "unknown_name"),
        (_day(recorded_at="2026-08-01T20:15:00"), "recorded_at", "not_a_moment"),
        (_day(recorded_at="0001-01-01T00:00:00+23:59"), "recorded_at", "not_a_moment"),
        (_day(recorded_at=5), "recorded_at", "not_a_moment"),
        (_day(recorded_on="soon"), "recorded_on", "not_a_date"),
        (_day(woken="yes"), "woken", "not_a_flag"),
        (_day(signs=["purple"]), "signs", "not_a_choice"),
        (_day(signs="dry"), "signs", "not_a_list"),
        (_day(signs=[None]), "signs", "not_a_text"),
        (_day(context=["a", "a"]), "context", "keys_range"),
        (_day(context=["x" * 61]), "context", "text_too_long"),
        (_day(context=[" "]), "context", "name_missing"),
        (_day(answers={"Mood": 5}), "answers.Mood", "question_unknown"),
        (_day(answers={"Stress": 11}), "answers.Stress", "number_range"),
        (_day(answers={"Stress": "6"}), "answers.Stress", "not_a_number"),
        (_day(answers={"steps": 6.5}), "answers.steps", "whole_number"),
        (_day(answers=[]), "answers", "not_an_object"),
        (_extent(percent=101), "extent_percent", "number_range"),
        (_extent(percent=None), "extent.percent", "missing"),
        (_extent(method=None), "extent.method", "missing"),
        (_extent(method="guess"), "extent.method", "not_a_choice"),
        (_extent(age_column="12"), "extent.age_column", "not_a_choice"),
        (_extent(palms=-1), "palms", "number_range"),
        (_extent(grades={"tail": "half"}), "extent.grades.tail", "unknown_name"),
        (_extent(grades={"neck_front": "all"}), "extent.grades.neck_front", "not_a_choice"),
        (_extent(grades=[]), "extent.grades", "not_an_object"),
        (_extent(colour="red"), "extent.colour", "unknown_name"),
    ],
)
def test_a_day_that_cannot_be_taken_is_named_with_its_place_and_reason(
    day: dict[str, object], field: str, rule: str
) -> None:
    assert _refusals(_diary({"date": "2026-07-31", "itch": 5}, day)) == [("days[1]", field, rule)]


def test_the_second_entry_of_a_day_is_refused() -> None:
    assert _refusals(_diary(_day(), _day())) == [("days[1]", "date", "day_twice")]


@pytest.mark.parametrize(
    ("rest", "place", "field", "rule"),
    [
        ({"profile": {"birth_year": 1988.5}}, "profile", "birth_year", "not_a_number"),
        ({"profile": {"birth_year": 3000}}, "profile", "birth_year", "number_range"),
        ({"profile": {"email": "a@b"}}, "profile", "email", "unknown_name"),
        ({"profile": "A. B."}, "profile", "", "not_an_object"),
        ({"triggers": [{"name": "Cats"}]}, "triggers[0]", "key", "missing"),
        ({"triggers": [{"key": "cats"}] * 2}, "triggers[1]", "key", "name_taken"),
        ({"questions": [{"key": "Mood"}]}, "questions[0]", "kind", "missing"),
        ({"questions": [{"key": "steps", "kind": "scale"}]}, "questions[0]", "kind", "question_differs"),
        ({"visits": [{"who": "Dr. Weber"}]}, "visits[0]", "date", "missing"),
        ({"visits": [{"date": "2026-08-02", "mood": 1}]}, "visits[0]", "mood", "unknown_name"),
        ({"side_effects": [{"first": "2026-08-01"}]}, "side_effects[0]", "what", "missing"),
        (
            {"side_effects": [{"what": "rash", "first": "2026-08-02", "last": "2026-08-01"}]},
            "side_effects[0]",
            "last",
            "ends_before_start",
        ),
        ({"courses": [{}]}, "courses[0]", "start", "missing"),
        ({"courses": [{"start": "2026-08-02", "weeks": 0}]}, "courses[0]", "weeks", "weeks_range"),
        ({"courses": [{"start": "1850-08-02"}]}, "courses[0]", "course_start", "date_range"),
    ],
)
def test_a_profile_or_course_that_cannot_be_taken_is_named(
    rest: dict[str, Any], place: str, field: str, rule: str
) -> None:
    assert (place, field, rule) in _refusals(_diary(**rest))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{", "not_json"),
        ('{"adtracker": 1,\n "days": [{"date": }]}', "not_json"),
        ("[]", "not_an_export"),
        ("7", "not_an_export"),
        ('{"days": []}', "not_an_export"),
        ('{"adtracker": "1"}', "not_an_export"),
        ('{"adtracker": true}', "not_an_export"),
        ('{"adtracker": 0}', "not_an_export"),
        ('{"adtracker": 5}', "newer_export"),
        ('{"adtracker": 1, "doses": []}', "unknown_name"),
        ('{"adtracker": 1, "days": {}}', "not_a_list"),
        ('{"adtracker": 1, "days": [{"date": "2026-08-01", "itch": 1, "itch": 2}]}', "name_twice"),
        ("[" * 100_000, "endless"),
        ('{"adtracker": ' + "1" * 10_000 + "}", "endless"),
    ],
)
def test_a_file_that_is_no_diary_is_refused_as_a_whole(text: str, key: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        _read(text)
    assert caught.value.key == f"exchange.{key}"
    assert TEXTS.error(caught.value)


@settings(max_examples=50)
@given(
    st.lists(
        JSON | st.fixed_dictionaries(dict.fromkeys(("date", "itch", "extent", "signs", "context", "answers"), JSON)),
        max_size=4,
    ),
    JSON,
)
def test_whatever_stands_in_a_file_it_is_taken_or_refused_and_never_a_fault(days: list[Any], profile: Any) -> None:
    try:
        parsed = _read(_diary(*days, profile=profile))
    except ExchangeError:
        return
    assert len(parsed.of(DayEntry)) + len(
        [found for found in parsed.refused if found.place.path.startswith("days")]
    ) <= len(days)


def test_answers_need_their_form_and_a_form_its_questions() -> None:
    content = evening_data()
    form = {"form": content, "opened_on": "2026-08-01", "every_days": None}
    name = evening().edition
    nothing = {"date": "2026-08-02", "form": name, "answers": {}}
    assert _refusals(_diary(forms=[form], filled_forms=[nothing])) == [
        ("filled_forms[0]", "answers", "answers_missing"),
    ]
    content["questions"][0]["questions"][1]["type"] = "essay"
    answers = {"date": "2026-08-02", "form": name, "answers": {"dry": "some"}}
    score = {"date": "2026-08-02", "scale": "easi", "value": 73}
    assert {
        ("forms[0]", "form.questions[0].questions[1].type", "not_a_choice"),
        ("filled_forms[0]", "form", "form_unknown"),
        ("clinic_scores[0]", "value", "score_range"),
    } <= set(_refusals(_diary(forms=[form], filled_forms=[answers], clinic_scores=[score])))
