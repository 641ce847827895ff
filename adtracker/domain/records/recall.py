"""What a person remembers of the last seven days, for those who write once a week. It stands beside the days.

What is remembered of a week is not the mean of its days: put beside the daily entries of the same week, a recalled
score lay 1.2 points lower and was off by 5.7 of 28 points either way (Duverdier 2024, 777 weeks of 207 people,
doi 10.1111/cea.14441). So no recalled number is ever a day's: it is in no average, no change and no count of days.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP, Measure
from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.common.problem import Problem
from adtracker.domain.common.record_field import Day, Number, check_fields
from adtracker.domain.common.record_kind import RecordKind

RECALL_DAYS = 7
# Of the questions, the one whose answer is a mean, in the head of the person.
AVERAGE = "average_itch"


@dataclass(frozen=True, slots=True)
class Recall:
    """The seven days up to and with `day`, as remembered on it. None is "not answered", never zero.

    `worst_itch` and `average_itch`: 0 to 10, lower is better; `sleep_quality`: 0 to 10, higher is better;
    `extent_percent`: the share of the skin, 0 to 100. `removed_on` is the diary day it was deleted.
    """

    day: date
    worst_itch: float | None = None
    average_itch: float | None = None
    sleep_quality: float | None = None
    extent_percent: float | None = None
    removed_on: date | None = None
    key: int | None = None

    @property
    def period(self) -> Period:
        """The days that it speaks of."""
        return Period.ending(self.day, RECALL_DAYS)

    @property
    def middle(self) -> date:
        """The fourth of its days: they are counted to the week of a course that has most of them."""
        return self.period.first + RECALL_DAYS // 2 * ONE_DAY

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is answered."""
        return not self.answers

    @property
    def answers(self) -> Mapping[str, float]:
        """What is answered, by the names of its questions, in their order."""
        found = ((name, self.answer(name)) for name in ASKED)
        return {name: value for name, value in found if value is not None}

    def answer(self, name: str) -> float | None:
        """The answer to one of `ASKED`."""
        value: float | None = getattr(self, name)
        return value

    def with_answer(self, name: str, value: float | None) -> Recall:
        """The same with another answer to one of `ASKED`; None takes it back."""
        changed: dict[str, Any] = {name: value}
        return replace(self, **changed)


# The four questions, each with the measure of days that it is shown beside, and never among.
BESIDE: Mapping[str, Measure] = {
    "worst_itch": ITCH,
    AVERAGE: ITCH,
    "sleep_quality": SLEEP,
    "extent_percent": EXTENT,
}
# What each asks, on the same scale; no day has a value of it.
ASKED: Mapping[str, Measure] = {
    name: replace(one, key=f"recalled_{name}", in_percent=False) for name, one in BESIDE.items()
}


def check_recall(recall: Recall) -> list[Problem]:
    """What is wrong with it; empty if it may be stored."""
    problems = check_fields(RECALL.fields, recall)
    return [*problems, Problem("", "nothing_answered")] if recall.is_empty else problems


RECALL = RecordKind(
    of=Recall,
    name="recalled_weeks",
    table="recalled_week",
    fields=(
        Day(name="day", said="date", needed=True),
        *(Number(name=name, low=one.minimum, high=one.maximum, optional=True) for name, one in ASKED.items()),
    ),
    order=("day",),
    own_check=lambda recall, _: check_recall(recall),
    identity=lambda recall: recall.day,
    called=lambda _: "",
    day=lambda recall: recall.day,
)
