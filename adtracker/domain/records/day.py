"""One day of the diary: the answers, how the extent was given, and when it was written down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple, Protocol

from adtracker.domain.common.measure import ANSWER, EXTENT, ITCH, MEASURES, SLEEP, Measure
from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem, check_number, check_text
from adtracker.domain.records.body import Grade
from adtracker.domain.records.sign import Sign

NOTE_LIMIT = 10_000
KEY_LIMIT = 120
MOST_KEYS = 200
LARGEST_ANSWER = 1_000_000
MOST_PALMS = 100.0


class Origin(Enum):
    """How a day came into the diary."""

    TYPED = "typed"
    PASTED = "pasted"  # lines of text from elsewhere, such as a phone
    PAPER = "paper"  # a sheet that was read
    FILE = "file"  # a table, or another program's export


class ExtentMethod(Enum):
    """How a person gave the share of skin affected."""

    REGIONS = "regions"
    PALMS = "palms"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Extent:
    """Self-rated share of the skin that is affected, in per cent (0 to 100), with what it was worked out from.

    The result is kept beside the raw answer: a birth year entered later must not change the past. `grades` are
    (region key, grade) pairs sorted by key, without `Grade.NONE`; `age_column` is the body table's column used.
    """

    percent: float
    method: ExtentMethod
    grades: tuple[tuple[str, Grade], ...] = ()
    age_column: str | None = None
    palms: float | None = None


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What was recorded for one calendar day, the day chosen by the person. None is "not recorded", never zero.

    `itch`: worst itch in the past 24 hours, 0 to 10, lower is better. `sleep_quality`: 0 to 10, higher is better.
    `woken`: whether itch kept awake or woke. `signs` and `context` (keys of triggers): what was ticked, each once;
    empty is "none of these". `bad_day`: True for "a bad day, no numbers", else None: such a day is kept, and in no
    average. `answers` are (key of an own question, number) pairs, sorted by key.
    `recorded_at` is the moment (UTC) of the first answer and `recorded_on` the diary day it was then; both are None
    where nobody knows (a file from elsewhere, paper). `origin` is how it came; days from before that was noted count
    as typed.
    """

    day: date
    itch: float | None = None
    sleep_quality: float | None = None
    extent: Extent | None = None
    note: str = ""
    recorded_at: datetime | None = None
    recorded_on: date | None = None
    woken: bool | None = None
    signs: tuple[Sign, ...] | None = None
    context: tuple[str, ...] | None = None
    answers: tuple[tuple[str, float], ...] = ()
    bad_day: bool | None = None
    origin: Origin = Origin.TYPED

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is recorded."""
        has_number = self.itch is not None or self.sleep_quality is not None or self.extent is not None
        has_chip = self.woken is not None or self.signs is not None or self.context is not None
        return not (has_number or has_chip or self.bad_day is not None or self.note or self.answers)

    @property
    def has_no_numbers(self) -> bool:
        """Whether it is marked as a bad day and has none of the `MEASURES`."""
        return bool(self.bad_day) and all(self.value(measure) is None for measure in MEASURES)

    @property
    def is_from_paper(self) -> bool:
        """Whether it stood on paper first: then nobody knows when it was written."""
        return self.origin is Origin.PAPER

    @property
    def filled_in_later(self) -> bool:
        """Whether it was first written down on a later diary day than its own."""
        return self.recorded_on is not None and self.recorded_on > self.day

    def value(self, measure: Measure) -> float | None:
        """The day's value of a measure. Raises KeyError for a measure that days do not have."""
        match measure.key:
            case ITCH.key:
                return self.itch
            case SLEEP.key:
                return self.sleep_quality
            case EXTENT.key:
                return None if self.extent is None else self.extent.percent
        if measure.key.startswith(ANSWER):
            return self.answer(measure.key.removeprefix(ANSWER))
        raise KeyError(measure.key)

    def answer(self, question: str) -> float | None:
        """The answer to an own question, by its key."""
        return next((value for key, value in self.answers if key == question), None)

    def with_answer(self, question: str, value: float | None) -> DayEntry:
        """The entry with another answer to an own question; None takes it back."""
        kept = {key: old for key, old in self.answers if key != question}
        return replace(self, answers=tuple(sorted((kept if value is None else {**kept, question: value}).items())))


class Valued(Protocol):
    """A day that has values: an entry, or its numbers alone."""

    def value(self, measure: Measure, /) -> float | None:
        """The day's value of a measure; None is "not recorded"."""


class DayNumbers(NamedTuple):
    """A day's value of each of `MEASURES`, under its key: what a chart of many years needs, read in a fraction of the
    time of entries."""

    day: date
    itch: float | None
    sleep_quality: float | None
    extent_percent: float | None

    def value(self, measure: Measure) -> float | None:
        """The day's value of one of `MEASURES`. Raises KeyError for another measure."""
        match measure.key:
            case ITCH.key:
                return self.itch
            case SLEEP.key:
                return self.sleep_quality
            case EXTENT.key:
                return self.extent_percent
        raise KeyError(measure.key)


def check_entry(entry: DayEntry) -> list[Problem]:
    """What is wrong with an entry; empty if it may be stored."""
    problems = check_calendar_day("date", entry.day)
    for measure in MEASURES:
        value = entry.value(measure)
        if value is not None:
            problems += check_number(measure.key, value, measure.minimum, measure.maximum)
    if entry.extent is not None:
        problems += check_number("palms", entry.extent.palms, 0, MOST_PALMS)
    if entry.context:
        problems += _check_keys("context", entry.context)
    if entry.answers:
        problems += _check_keys("answers", [key for key, _ in entry.answers])
    for key, value in entry.answers:
        problems += check_number(key, value, 0, LARGEST_ANSWER)
    return problems + check_text("note", entry.note, NOTE_LIMIT)


def _check_keys(field: str, keys: Sequence[str]) -> list[Problem]:
    """Names of what a person made themselves: texts of a sensible length, each once, not too many."""
    problems = [problem for key in keys for problem in check_text(field, key, KEY_LIMIT)]
    if len(keys) > MOST_KEYS or len(set(keys)) < len(keys):
        problems.append(Problem(field, "keys_range", {"most": MOST_KEYS}))
    return problems
