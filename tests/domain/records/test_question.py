"""Own questions: which answers fit, what may be changed, and what is made of them beside the measures of every day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import MEASURES, Direction
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import (
    LARGEST_COUNT,
    MOST_QUESTIONS,
    AnswerKind,
    Better,
    Question,
    check_among,
    check_answer,
    check_answers,
    check_together,
    in_use,
    measure_of,
    measures_with,
)
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.plot import axis_top
from adtracker.domain.views.review import Reach, picture, recent_numbers, review
from adtracker.domain.views.week_grid import SHADES, milestones, shade, week_grid

START = date(2026, 6, 1)
TODAY = START + timedelta(days=6)
MOOD = Question("Mood", "Mood", AnswerKind.SCALE, Better.HIGHER)
SWAM = Question("Swam", "Did you swim?", AnswerKind.YES_NO, Better.NEITHER)
STEPS = Question("Steps", "Steps", AnswerKind.COUNT, Better.NEITHER, "steps")
ASKED = {question.key: question for question in (MOOD, SWAM, STEPS)}


def _rules(problems: object) -> list[str]:
    assert isinstance(problems, list)
    return [problem.rule for problem in problems]


@settings(max_examples=50)
@given(st.sampled_from([MOOD, SWAM, STEPS]), st.floats(-10, 2 * LARGEST_COUNT) | st.integers(-3, 12).map(float))
def test_an_answer_fits_its_range_and_only_a_scale_has_parts_of_a_whole(question: Question, value: float) -> None:
    fits = 0 <= value <= question.highest and (question.kind is AnswerKind.SCALE or value == int(value))
    assert (check_answer(question, value) == []) is fits
    entry = DayEntry(TODAY).with_answer(question.key, value)
    assert (check_answers(entry, ASKED.get) == []) is fits


def test_not_answered_always_fits_and_a_question_that_does_not_exist_never() -> None:
    assert check_answer(MOOD, None) == check_answers(DayEntry(TODAY), ASKED.get) == []
    assert _rules(check_answers(DayEntry(TODAY, answers=(("Weight", 3.0),)), ASKED.get)) == ["question_unknown"]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["Mood", "Steps", "Swam"]), st.none() | st.integers(0, 1).map(float))))
def test_the_last_answer_to_a_question_counts(given_answers: list[tuple[str, float | None]]) -> None:
    entry = DayEntry(TODAY)
    for key, value in given_answers:
        entry = entry.with_answer(key, value)
    wanted = {key: value for key, value in dict(given_answers).items() if value is not None}
    assert dict(entry.answers) == wanted
    assert list(entry.answers) == sorted(wanted.items())


def test_how_a_question_is_answered_stays_once_it_has_answers() -> None:
    scale = replace(STEPS, kind=AnswerKind.SCALE)
    assert check_among(scale, [MOOD, STEPS], answered={"Mood"}) == []
    assert _rules(check_among(scale, [MOOD, STEPS], answered={"Steps"})) == ["kind_answered"]
    assert check_among(replace(STEPS, text="Steps walked"), [MOOD, STEPS], answered={"Steps"}) == []


def test_so_many_questions_are_asked_and_no_more_hidden_ones_not_counted() -> None:
    full = [Question(f"q{number}", "Question") for number in range(MOST_QUESTIONS)]
    assert check_together(full) == []
    assert _rules(check_together([*full, MOOD])) == ["too_many_questions"]
    assert check_together([*full, replace(MOOD, hidden=True)]) == []


def test_a_hidden_question_is_in_use_where_it_has_answers() -> None:
    hidden = replace(SWAM, hidden=True)
    assert in_use([MOOD, hidden], [DayEntry(TODAY)]) == (MOOD,)
    assert in_use([MOOD, hidden], [DayEntry(TODAY), DayEntry(TODAY, answers=(("Swam", 1.0),))]) == (MOOD, hidden)


def test_a_question_becomes_a_measure_with_the_direction_that_it_has() -> None:
    assert [measure_of(question).direction for question in (MOOD, SWAM)] == [Direction.HIGHER_IS_BETTER, None]
    assert measure_of(replace(MOOD, better=Better.LOWER)).direction is Direction.LOWER_IS_BETTER
    steps = measure_of(STEPS)
    assert (steps.key, steps.unit, steps.decimals, steps.is_share) == ("answer.Steps", "steps", 0, False)
    assert not steps.better(1)
    assert not steps.better(-1)
    assert measures_with([STEPS]) == (*MEASURES, steps)


@pytest.mark.parametrize(
    ("question", "values", "top"),
    [
        (MOOD, [1.0, None], 10),
        (SWAM, [0.0], 1),
        (STEPS, [], 10),
        (STEPS, [10.0], 10),
        (STEPS, [11.0, 3.0], 20),
        (STEPS, [8400.0], 10_000),
        (STEPS, [LARGEST_COUNT], LARGEST_COUNT),
    ],
)
def test_the_axis_of_a_count_holds_all_that_was_counted(
    question: Question, values: list[float | None], top: float
) -> None:
    assert axis_top(measure_of(question), values) == top


def test_where_neither_way_is_better_more_is_darker() -> None:
    assert shade(measure_of(STEPS), 0, 100) == 1
    assert shade(measure_of(STEPS), 100, 100) == SHADES
    assert shade(measure_of(MOOD), 10, 10) == 1


def test_own_questions_are_averaged_beside_what_every_day_has() -> None:
    # Mood 4, 5, 6, 7 over four days: 22 / 4 = 5.5. Swam on 1 of 4 days: 0.25. Steps on 3 days only: no mean.
    entries = [
        DayEntry(START + timedelta(days=day), itch=3, answers=(("Mood", 4.0 + day), ("Swam", float(day == 2))))
        for day in range(4)
    ]
    entries[:3] = [entry.with_answer("Steps", 9000) for entry in entries[:3]]
    measures = measures_with(list(ASKED.values()))
    look = review(entries, TODAY, Reach.COURSE, Course(START), Period(START, TODAY), measures)
    assert look.summary is not None
    week = look.summary.weeks[0].of
    assert week["answer.Mood"] == Mean(5.5, 4)
    assert week["answer.Swam"] == Mean(0.25, 4)
    assert week["answer.Steps"] == Mean(None, 3)
    assert tuple(panel.measure for panel in picture(look).panels) == measures
    today = look.period.index(TODAY)
    assert [panel.rolling[today] for panel in picture(look).panels] == [week[one.key].mean for one in measures]
    assert tuple(row.measure for row in week_grid(look.summary, TODAY).rows) == measures
    assert milestones(look.summary, TODAY)[0].mean(measure_of(MOOD)) == 5.5  # the diary began with the course
    numbers = {one.measure.key: one for one in recent_numbers(look)}
    assert (numbers["answer.Mood"].best, numbers["answer.Mood"].worst) == (7, 4)
    assert (numbers["answer.Swam"].best, numbers["answer.Swam"].worst) == (None, None)
