"""What a form asks, given the answers so far, and whether answers fit their questions."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from adtracker.domain.common.field_reader import read_day
from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, check_number, check_text
from adtracker.domain.scores.band_reader import NUMBER_LIMIT
from adtracker.domain.scores.questionnaire import (
    WORDS_OF_CHOICE,
    Answer,
    Condition,
    Group,
    Item,
    Number,
    OnDay,
    OneOf,
    Operator,
    Question,
    Questionnaire,
    When,
    Words,
)

# Beyond this a number is no answer but a slip, or an attack.
ORDERED: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.MORE: operator.gt,
    Operator.LESS: operator.lt,
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
}

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Visible:
    """An item as it is to be shown: `depth` is the number of groups around it."""

    depth: int
    item: Item


def visible(instrument: Questionnaire, answers: Answers) -> tuple[Visible, ...]:
    """The items that show, in order. An answer to a question that is not asked any more counts for nothing."""
    return tuple(_visible(instrument.items, answers, {}, 0))


def asked(instrument: Questionnaire, answers: Answers) -> tuple[Question, ...]:
    """The questions that are asked, in order."""
    return tuple(one.item for one in visible(instrument, answers) if isinstance(one.item, Question))


def _visible(items: tuple[Item, ...], answers: Answers, counted: dict[str, Answer], depth: int) -> Iterator[Visible]:
    """`counted` gathers the answers of questions that are asked; conditions look at no others."""
    for item in items:
        if item.when is not None and not holds(item.when, counted):
            continue
        yield Visible(depth, item)
        if isinstance(item, Group):
            yield from _visible(item.items, answers, counted, depth + 1)
        elif isinstance(item, Question) and item.link in answers:
            counted[item.link] = answers[item.link]


def holds(when: When, answers: Answers) -> bool:
    """Whether something is asked, given the answers of the questions before it."""
    found = (_holds(condition, answers.get(condition.link)) for condition in when.conditions)
    return all(found) if when.every else any(found)


def _holds(condition: Condition, answer: Answer | None) -> bool:
    if condition.comparison is Operator.EXISTS:
        return (answer is not None) == condition.value
    if isinstance(answer, tuple):
        return any(_holds(condition, one) for one in answer)
    if condition.comparison is Operator.OTHER:
        return answer != condition.value
    compare = ORDERED.get(condition.comparison)
    if compare is None:
        return answer == condition.value
    return answer is not None and compare(answer, condition.value)


def check_answers(instrument: Questionnaire, answers: Answers) -> list[Problem]:
    """What is wrong with answers, each problem under the link of its question; missing answers are not wrong."""
    questions = {question.link: question for question in asked(instrument, answers)}
    known = {question.link for question in instrument.questions}
    problems = []
    for link, answer in answers.items():
        if link in questions:
            problems += check_answer(questions[link], answer)
        else:
            problems.append(Problem(link, "answer_not_asked" if link in known else "unknown_name"))
    return problems


def check_answer(question: Question, answer: Answer) -> list[Problem]:
    """What is wrong with the answer to a question."""
    kind, link = question.kind, question.link
    if isinstance(kind, OneOf):
        return _check_chosen(link, kind, answer)
    if isinstance(kind, OnDay):
        return _check_day(link, answer)
    if isinstance(kind, Number):
        if isinstance(answer, int | float) and not isinstance(answer, bool):
            return _check_number(link, kind, answer)
        fits = False
    elif isinstance(kind, Words):
        if isinstance(answer, str):
            return check_text(link, answer, kind.limit)
        fits = False
    else:
        fits = isinstance(answer, bool)
    return [] if fits else [Problem(link, "answer_unfit")]


def _check_chosen(link: str, kind: OneOf, answer: Answer) -> list[Problem]:
    """One of the choices, or as many as apply, each once; other words where there may be some."""
    several = answer if isinstance(answer, tuple) else (answer,)
    fits = isinstance(answer, tuple) == kind.several and bool(several) and len(set(several)) == len(several)
    others = [one for one in several if not isinstance(one, str) or kind.choice(one) is None]
    if not fits or (others and not kind.own_words):
        return [Problem(link, "answer_unfit")]
    words = [one for one in others if isinstance(one, str) and one.strip()]
    if len(words) < len(others) or len(others) > 1:
        return [Problem(link, "answer_unfit")]
    return [problem for one in words for problem in check_text(link, one, WORDS_OF_CHOICE)]


def _check_day(link: str, answer: Answer) -> list[Problem]:
    problems: list[Problem] = []
    day = read_day(link, answer, problems) if isinstance(answer, str) else None
    if day is None:
        return problems or [Problem(link, "answer_unfit")]
    if answer != day.isoformat():
        return [Problem(link, "answer_unfit")]
    return [replace(one, field=link) for one in check_calendar_day(link, day)]


def _check_number(link: str, kind: Number, answer: float) -> list[Problem]:
    low = -NUMBER_LIMIT if kind.low is None else kind.low
    high = NUMBER_LIMIT if kind.high is None else kind.high
    problems = check_number(link, answer, low, high)
    if not problems and kind.whole and answer != int(answer):
        problems.append(Problem(link, "whole_number"))
    return problems
