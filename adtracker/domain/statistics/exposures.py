"""What a day had or did not have, to be set beside itch: triggers, and answers to own questions.

A day is "with", "without" or not known, and never filled in: who was not asked did not say no. Signs of the skin and
nights that itch disturbed are left out on purpose: they are the disease, as itch is. So are treatments: people use more
of them on bad days, so that a cream that helps would stand beside more itch.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from adtracker.domain.common.median import median
from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question, measure_of
from adtracker.domain.records.trigger import Trigger, all_triggers

Days = Mapping[date, bool]


class Alike(Enum):
    """Why there is nothing to compare: all days that are known were with it, or all without."""

    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Noted:
    """What factors are made of: entries by day, the usual triggers (name by key) and the stored ones, own questions;
    hidden ones too."""

    entries: Sequence[DayEntry]
    usual: Mapping[str, str]
    triggers: Sequence[Trigger] = ()
    questions: Sequence[Question] = ()


@dataclass(frozen=True, slots=True)
class Exposure:
    """Something that was there on some of the `days` that are known.

    Of a scale or a count, days above `middle`, the median of the person's own answers, are those with it; None else.
    """

    of: Trigger | Question
    days: Days
    middle: float | None = None

    @property
    def key(self) -> str:
        """What tells it from all other factors of a diary."""
        if isinstance(self.of, Question):
            return measure_of(self.of).key
        return f"trigger.{self.of.key}"

    @property
    def name(self) -> str:
        """What the person calls it."""
        return self.of.text if isinstance(self.of, Question) else self.of.name

    @property
    def alike(self) -> Alike | None:
        """Why nothing can be compared, None if something can be."""
        if len(kinds := set(self.days.values())) > 1:
            return None
        return Alike.ALWAYS if kinds == {True} else Alike.NEVER


def exposures(noted: Noted) -> tuple[Exposure, ...]:
    """Triggers that were ticked and questions in their order, each with the days that are known of it.

    What no day is known of is left out. Only days that have an entry are known.
    """
    found = (*_ticked(noted), *_answered(noted))
    return tuple(factor for factor in found if factor.days)


def within(found: Sequence[Exposure], span: Period) -> tuple[Exposure, ...]:
    """The same of some days alone; what none of them is known of is left out."""
    cut = (replace(one, days={day: was for day, was in one.days.items() if day in span}) for one in found)
    return tuple(one for one in cut if one.days)


def _ticked(noted: Noted) -> Iterator[Exposure]:
    """Known is each day on which triggers were answered while this one was on offer.

    That is, of one that the person added, from the first day it was ticked, and of one that is hidden, to the last.
    """
    asked = {entry.day: frozenset(entry.context) for entry in noted.entries if entry.context is not None}
    triggers = {trigger.key: trigger for trigger in all_triggers(noted.usual, noted.triggers)}
    unknown = sorted({key for keys in asked.values() for key in keys} - triggers.keys())
    for trigger in (*triggers.values(), *(Trigger(key, key) for key in unknown)):
        ticked = [day for day, keys in asked.items() if trigger.key in keys]
        if ticked:
            first = None if trigger.key in noted.usual else ticked[0]
            last = ticked[-1] if trigger.hidden else None
            offered = (day for day in asked if (first is None or first <= day) and (last is None or day <= last))
            yield Exposure(trigger, {day: trigger.key in asked[day] for day in offered})


def _answered(noted: Noted) -> Iterator[Exposure]:
    """Known is each day with an answer."""
    for question in noted.questions:
        answers = {entry.day: answer for entry in noted.entries if (answer := entry.answer(question.key)) is not None}
        if question.kind is AnswerKind.YES_NO or not answers:
            yield Exposure(question, {day: answer > 0 for day, answer in answers.items()})
        else:
            usual = median(sorted(answers.values()))
            yield Exposure(question, {day: answer > usual for day, answer in answers.items()}, usual)
