"""Once a week instead of every day: when a week is asked about, whether it was answered, and how many were.

A week begins on the weekday that the person chose, on which its question is asked, and ends on the day before the next.
It can be answered on any of its days; an answer always speaks of the seven days up to the one it was given on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.common.period import Period
from adtracker.domain.records.recall import RECALL_DAYS, Recall

WEEKDAYS = tuple(range(1, RECALL_DAYS + 1))


def asking_week(weekday: int, day: date) -> Period:
    """The seven days around `day` that begin on a weekday (1 is Monday, 7 Sunday, as in ISO 8601)."""
    return Period.starting(day - timedelta(days=(day.isoweekday() - weekday) % RECALL_DAYS), RECALL_DAYS)


def answer_of(recalls: Sequence[Recall], week: Period) -> Recall | None:
    """The last answer given in a week, None if there is none."""
    return max((one for one in recalls if one.day in week), key=lambda one: (one.day, one.key or 0), default=None)


def recall_on(recalls: Sequence[Recall], day: date) -> Recall | None:
    """What was answered on a day; of several from other diaries the last."""
    return answer_of(recalls, Period(day, day))


@dataclass(frozen=True, slots=True)
class WeeksAnswered:
    """How many weeks were answered, of those that were asked about."""

    answered: int
    asked: int


def weeks_answered(recalls: Sequence[Recall], weekday: int, period: Period, today: date) -> WeeksAnswered:
    """Of the weeks that begin in a period, from the first one that has an answer on.

    The week that `today` is in can still be answered: it is counted only if it was.
    """
    first = min((one.day for one in recalls if one.day <= today), default=None)
    if first is None:
        return WeeksAnswered(0, 0)
    begun, running = asking_week(weekday, first), asking_week(weekday, today)
    answered = asked = 0
    for number in range((running.first - begun.first).days // RECALL_DAYS + 1):
        week = Period.starting(begun.first + number * timedelta(days=RECALL_DAYS), RECALL_DAYS)
        has_answer = answer_of(recalls, week) is not None
        if week.first in period and (has_answer or week != running):
            asked, answered = asked + 1, answered + has_answer
    return WeeksAnswered(answered, asked)
