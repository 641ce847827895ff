"""Which sheets are printed for some days of a diary, and whose the answers are that were read off one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.parts import ANSWERS
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.sheet.layout import most_days
from adtracker.domain.sheet.letters import LETTERS_IN
from adtracker.domain.sheet.reading import ReadSheet
from adtracker.domain.sheet.spec import (
    DOSES,
    DUE_LAYOUT,
    FIRST_LAYOUT,
    MOST_DAYS,
    MOST_DOSES,
    MOST_QUESTIONS,
    MOST_TREATMENTS,
    Asks,
    SheetField,
    SheetPaper,
    SheetSpec,
    diary_mark,
    sheet_mark,
    short_key,
)
from adtracker.domain.treatments.schedule import Daily, Stopped, WhenNeeded
from adtracker.domain.treatments.treatment import Treatment, planned
from adtracker.language import ENGLISH, spoken

# A count and an amount have no top, so there are no circles for them.
_ASKED = {AnswerKind.SCALE: Asks.SCALE, AnswerKind.YES_NO: Asks.YES_NO}
_TRIES = 100
# A treatment, and the days of a sheet, from 0, on which it is asked about; no days for all of them.
_Due = tuple[Treatment, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class SheetWish:
    """What is to be printed. `seed` is a text that no other sheet has, such as the moment it is made."""

    first: date
    days: int
    seed: str
    paper: SheetPaper = SheetPaper.A4
    large: bool = False

    @property
    def period(self) -> Period:
        """All days of it."""
        return Period(self.first, self.first + timedelta(days=self.days - 1))


def sheets_for(
    wish: SheetWish, identity: str, questions: Sequence[Question], treatments: Sequence[Treatment]
) -> tuple[SheetSpec, ...]:
    """The sheets for some days, as few as there is room on, of about the same length. Raises RefusedError."""
    if not 1 <= wish.days <= MOST_DAYS:
        raise RefusedError([Problem("days", "sheet_days", {"most": MOST_DAYS})])
    asked, used = asked_on_paper(questions), used_in(treatments, wish.period)
    room = most_days(_fields("", asked, [(one, ()) for one in used]), wish.paper, large=wish.large)
    if not room:
        raise RefusedError([Problem("days", "sheet_too_full")])
    pages = -(-wish.days // room)
    lengths = [wish.days // pages + (page < wish.days % pages) for page in range(pages)]
    firsts = [wish.first + timedelta(days=sum(lengths[:page])) for page in range(pages)]
    mark = diary_mark(identity)
    return tuple(
        _spec(replace(wish, first=first, days=days, seed=f"{wish.seed} {first}"), mark, asked, used)
        for first, days in zip(firsts, lengths, strict=True)
    )


def asked_on_paper(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The own questions that a sheet asks, in their order: those that are answered by a circle."""
    fitting = [one for one in questions if not one.hidden and not one.source and one.kind in _ASKED]
    return tuple(fitting[:MOST_QUESTIONS])


def used_in(treatments: Iterable[Treatment], period: Period) -> tuple[Treatment, ...]:
    """The treatments that a sheet asks about: those that are due, or taken when needed, on any of its days."""
    used = [one for one in treatments if one.removed_on is None and days_of(one, period)]
    return tuple(used[:MOST_TREATMENTS])


def days_of(treatment: Treatment, period: Period) -> tuple[int, ...]:
    """The days of a period, from 0, on which a sheet asks about a treatment: on which it is due, or may be needed."""
    due = {one.day for one in planned(treatment, period)}
    return tuple(
        number
        for number, day in enumerate(period)
        if day in due or ((plan := treatment.plan_on(day)) is not None and isinstance(plan.schedule, WhenNeeded))
    )


def called(number: str, asked: Iterable[Question], used: Iterable[Treatment]) -> dict[tuple[str, str], str]:
    """What the diary calls the short keys of a sheet, by its number and the short key."""
    questions = {(number, short_key(number, one.key)): one.text for one in asked}
    return questions | {(number, short_key(number, _key_of(one))): one.name for one in used}


def named(read: ReadSheet, questions: Iterable[Question], treatments: Iterable[Treatment]) -> ReadSheet:
    """A sheet as it was read, with the keys of a diary in place of the short ones.

    What the diary has no more, or what two of it may be, goes to `unknown`.
    """
    known: dict[Part, list[Part]] = {}
    for question in questions:
        known.setdefault((ANSWERS, short_key(read.spec.number, question.key)), []).append((ANSWERS, question.key))
    for treatment in treatments:
        key = _key_of(treatment)
        known.setdefault((DOSES, short_key(read.spec.number, key)), []).append((DOSES, key))
    plain = {field.part: field.part for field in read.spec.fields if not field.key}
    whole = plain | {short: found[0] for short, found in known.items() if len(found) == 1}
    answers = tuple(replace(one, part=whole[one.part]) for one in read.answers if one.part in whole)
    unknown = tuple(field.part for field in read.spec.fields if field.part not in whole)
    return replace(read, answers=answers, unknown=unknown)


def _spec(wish: SheetWish, mark: str, asked: Sequence[Question], used: Sequence[Treatment]) -> SheetSpec:
    """One sheet, with a number under which no two of its fields are called the same."""
    due = list(_due_on(used, wish))
    for attempt in range(_TRIES):
        number = sheet_mark(f"{wish.seed} {attempt}")
        fields = _fields(number, asked, due)
        if len(set(fields)) == len(fields):
            break
    layout = DUE_LAYOUT if any(field.due for field in fields) else FIRST_LAYOUT
    language = spoken() if spoken() in LETTERS_IN else ENGLISH
    return SheetSpec(number, mark, wish.first, wish.days, fields, wish.paper, wish.large, language, layout)


def _due_on(used: Iterable[Treatment], wish: SheetWish) -> Iterator[_Due]:
    """The treatments that are due on any day of a sheet, with those days; without any where it is each of them."""
    for one in used:
        days = days_of(one, wish.period)
        if days:
            yield one, () if len(days) == wish.days else days


def _fields(number: str, asked: Sequence[Question], due: Sequence[_Due]) -> tuple[SheetField, ...]:
    plain = (Asks.ITCH, Asks.SLEEP, Asks.WOKEN, Asks.SIGNS)
    own = (SheetField(_ASKED[one.kind], short_key(number, one.key)) for one in asked)
    treatments = (SheetField(Asks.DOSES, short_key(number, _key_of(one)), _doses(one), days) for one, days in due)
    return (*map(SheetField, plain), *own, *treatments)


def _key_of(treatment: Treatment) -> str:
    return str(treatment.key)


def _doses(treatment: Treatment) -> int:
    """How many circles for taken doses; 0 for one a day or less, which is taken or skipped."""
    schedules = [plan.schedule for plan in treatment.plans if not isinstance(plan.schedule, Stopped)]
    most = max((one.times for one in schedules if isinstance(one, Daily)), default=1)
    if any(isinstance(one, WhenNeeded) for one in schedules):
        return min(max(most, 3), MOST_DOSES)
    return 0 if most == 1 else min(most, MOST_DOSES)
