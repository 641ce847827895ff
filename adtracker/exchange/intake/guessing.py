"""What the columns of a table seem to be, by their names in four languages and by what stands in them.

A guess is an answer that is filled in already: it is shown, and the person changes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from adtracker.domain.intake.column import ONCE, SCALES, Becomes, Column
from adtracker.domain.intake.scale import Scale
from adtracker.domain.intake.several import Several
from adtracker.domain.records.question import TEXT_LIMIT, AnswerKind, Better, Question
from adtracker.exchange.csv.day_table import ANSWER
from adtracker.exchange.intake.findings import ColumnLook, Findings
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.words import amounts, columns, flags, has_one_of, turned
from adtracker.exchange.screen_words import folded

# A scale that stands in the name of a column: "Juckreiz (0-100)".
_IN_NAME = re.compile(r"[\[(]?\b([01])\s*(?:-|\u2013|\u2014|to|bis|a|à|\.\.)\s*(100|10|5|4)\b[\])]?")
_NAMED = {("0", "100"): Scale.HUNDRED, ("0", "10"): Scale.TEN, ("0", "4"): Scale.FOUR, ("1", "5"): Scale.FIVE}
# So many columns with numbers become new questions by themselves.
_MOST_NEW = 8
# Names that our own tables have, by what they become.
_OWN = {
    "date": Becomes.DAY,
    "itch": Becomes.ITCH,
    "sleep_quality": Becomes.SLEEP,
    "extent_percent": Becomes.SKIN,
    "note": Becomes.NOTE,
    "woken": Becomes.WOKEN,
    "signs": Becomes.SIGNS,
    "context": Becomes.TRIGGERS,
}


def guessed(findings: Findings, questions: Mapping[str, Question], decimals: Decimals) -> Recipe:
    """The answers for a table of which nothing is known; `questions` are the diary's own, by key."""
    found: list[Column] = []
    taken: set[Becomes] = set()
    day = _day_column(findings)
    for look in findings.columns:
        column = Column(look.name)
        if look is day:
            column = Column(look.name, Becomes.DAY)
        elif not look.is_empty:
            column = _guess(look, questions, decimals, taken)
        taken.add(column.becomes)
        found.append(column)
    return Recipe(columns=_without_too_many(found, questions))


def _without_too_many(found: list[Column], questions: Mapping[str, Question]) -> tuple[Column, ...]:
    """The same with some questions only that would be new: more of them would bury the page of a day."""
    new = [one for one in found if one.question is not None and one.question.key not in questions]
    too_many = {one.name for one in new[_MOST_NEW:] if not one.name.casefold().startswith(ANSWER)}
    return tuple(replace(one, becomes=Becomes.NOTHING) if one.name in too_many else one for one in found)


def as_question(name: str, look: ColumnLook | None, decimals: Decimals, source: str = "") -> Column:
    """A column as a new question of the person's own, answered as what stands in it is."""
    text = _without_scale(name.removeprefix(ANSWER).strip())[:TEXT_LIMIT]
    kind, scale, several = _kind(name, look, decimals)
    question = Question(
        key=text if not source else f"{text} ({source})"[:TEXT_LIMIT],
        text=text,
        kind=kind,
        better=Better.NEITHER,
        unit="h" if scale is Scale.HOURS else "",
        hidden=bool(source),
        source=source,
    )
    return Column(name, Becomes.QUESTION, scale, several=several, question=question)


def by_content(recipe: Recipe, findings: Findings) -> Recipe:
    """A recipe with an answer for every column of a table. Of those that it does not name an empty one is left out, and
    one with numbers is a question with a number where it says of all others that they are yes or no."""
    completed = recipe.completed(look.name for look in findings.columns)
    for look in findings.columns:
        if recipe.column(look.name) is None:
            completed = completed.with_column(
                _of_others(completed.column(look.name) or Column(look.name), look, recipe)
            )
    return completed


def _of_others(column: Column, look: ColumnLook, recipe: Recipe) -> Column:
    if look.is_empty:
        return Column(look.name)
    known = {*column.words, *column.empty, *flags()}
    if column.scale is not Scale.YES_NO or all(folded(text) in known for text in look.texts):
        return column
    return replace(as_question(look.name, look, Decimals.POINT, recipe.source), empty=column.empty)


def with_known(question: Question, known: Iterable[Question]) -> Question:
    """The diary's question that is called so or has this key, if there is one and it is answered in the same way."""
    names = {folded(question.key), folded(question.text)}
    fitting = (one for one in known if {folded(one.key), folded(one.text)} & names)
    return next((one for one in fitting if one.kind is question.kind), question)


def _day_column(findings: Findings) -> ColumnLook | None:
    """The column with the days: one that is called so, before another that has days all the same."""
    holding = [look for look in findings.columns if look.holds_days]
    called = [look for look in holding if has_one_of(look.name, columns()["day"])]
    return next(iter(called or holding), None)


def _guess(look: ColumnLook, questions: Mapping[str, Question], decimals: Decimals, taken: set[Becomes]) -> Column:
    own = _OWN.get(folded(look.name))
    if look.name.casefold().startswith(ANSWER):
        return _known_question(as_question(look.name, look, decimals), questions)
    meant = own or _meant(look, decimals)
    if meant is not None and not (meant in ONCE and meant in taken):
        return _scaled(look, meant, decimals)
    if look.holds_numbers(decimals) or look.holds_flags or look.holds_durations:
        return _known_question(as_question(look.name, look, decimals), questions)
    return Column(look.name)


def _known_question(column: Column, questions: Mapping[str, Question]) -> Column:
    """A question that the diary has already is the same one."""
    assert column.question is not None, "it is a question"
    return replace(column, question=with_known(column.question, questions.values()))


def _meant(look: ColumnLook, decimals: Decimals) -> Becomes | None:
    """What a name says, if what stands in the column can be that."""
    for said, words in columns().items():
        becomes = Becomes(said)
        if becomes is Becomes.DAY or not has_one_of(look.name, words):
            continue
        if becomes is Becomes.TIME and not look.holds_times:
            continue
        if becomes in SCALES and not look.holds_numbers(decimals):
            continue
        if has_one_of(look.name, amounts().get(said, [])):
            return None
        return becomes
    return None


def _scaled(look: ColumnLook, becomes: Becomes, decimals: Decimals) -> Column:
    """A column with the scale that its name or its numbers show."""
    if becomes not in SCALES:
        return Column(look.name, becomes)
    if becomes is Becomes.SKIN:
        return Column(look.name, becomes, Scale.PER_CENT)
    words = turned().get(becomes.value, [])
    return Column(look.name, becomes, _rating(look.name, look.numbers(decimals)), turned=has_one_of(look.name, words))


def _rating(name: str, numbers: list[float]) -> Scale:
    if (said := _IN_NAME.search(name)) and (said[1], said[2]) in _NAMED:
        return _NAMED[said[1], said[2]]
    return Scale.HUNDRED if numbers and max(numbers) > 10 else Scale.TEN


def _kind(name: str, look: ColumnLook | None, decimals: Decimals) -> tuple[AnswerKind, Scale, Several]:
    """How a question is answered, by what stands in the column."""
    if look is None:
        return AnswerKind.AMOUNT, Scale.NUMBER, Several.LAST
    if look.holds_durations:
        return AnswerKind.AMOUNT, Scale.HOURS, Several.SUM
    if look.holds_flags:
        return AnswerKind.YES_NO, Scale.YES_NO, Several.WORST
    numbers = look.numbers(decimals)
    if said := _IN_NAME.search(name):
        return AnswerKind.SCALE, _NAMED.get((said[1], said[2]), Scale.TEN), Several.WORST
    if all(number.is_integer() for number in numbers):
        is_scale = bool(numbers) and max(numbers) <= 10 and name.casefold().startswith(ANSWER)
        return (
            (AnswerKind.SCALE, Scale.TEN, Several.WORST) if is_scale else (AnswerKind.COUNT, Scale.NUMBER, Several.LAST)
        )
    return AnswerKind.AMOUNT, Scale.NUMBER, Several.LAST


def _without_scale(name: str) -> str:
    return _IN_NAME.sub("", name).strip() or name
