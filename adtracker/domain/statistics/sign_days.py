"""Days with signs, counted from the diary: on how many days of a week there was itch, a disturbed night, dry skin, …

Patient questionnaires ask how many days of the last week had each of these seven; recalling that is noisy (a recalled
week and its own daily entries lay 5.7 points apart, doi 10.1111/cea.14441). Here nothing is recalled. The days are the
person's own answers, so this is no such questionnaire and is never called one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.sign import Sign

ITCH_LINE, SLEEP_LINE = "itch", "sleep"
# The signs as questionnaires order them, bleeding first.
LINES = (ITCH_LINE, SLEEP_LINE, *(sign.value for sign in reversed(Sign)))
MOST_POINTS = 4 * len(LINES)


@dataclass(frozen=True, slots=True)
class DaysWith:
    """One line: on how many `days` there was something, out of `n` days on which that was answered."""

    days: int
    n: int


@dataclass(frozen=True, slots=True)
class SignDays:
    """The seven lines of a period, by the names in `LINES`."""

    period: Period
    of: Mapping[str, DaysWith]

    @property
    def total(self) -> int | None:
        """The 0 to 28 sum of a week, lower is better; None unless each line was answered on all of its 7 days.

        Each line counts 0 for no day, 1 for 1 to 2 days, 2 for 3 to 4, 3 for 5 to 6, 4 for 7 (the steps that weekly
        questionnaires use, loinc.org/89870-0).
        """
        if self.period.length != DAYS_A_WEEK or any(line.n < DAYS_A_WEEK for line in self.of.values()):
            return None
        return sum(_points(line.days) for line in self.of.values())

    @property
    def answered(self) -> int:
        """On how many days the line was answered that was answered least often."""
        return min(line.n for line in self.of.values())

    @property
    def has_chips(self) -> bool:
        """Whether anything but the itch score was answered: before that there is nothing here to show."""
        return any(line.n for name, line in self.of.items() if name != ITCH_LINE)


def sign_days(days: Mapping[date, DayEntry], period: Period, itch_from: int) -> SignDays:
    """Count the days of a period, of any length, line by line; a day that was not answered counts in no `n`.

    `itch_from` is the worst itch (1 to 10) from which a day counts as one with itch: a setting, as no rule is known.
    """
    entries = [days[day] for day in period if day in days]
    return SignDays(period, {line: _count([_answer(entry, line, itch_from) for entry in entries]) for line in LINES})


def running_totals(days: Mapping[date, DayEntry], period: Period, itch_from: int) -> tuple[int | None, ...]:
    """For each day of a period the sum of the seven days up to it, None where it has none."""
    lead = Period.ending(period.last, period.length + DAYS_A_WEEK - 1)
    answers = [_answers(days.get(day), itch_from) for day in lead]
    return tuple(
        _total(week) if None not in (week := answers[index : index + DAYS_A_WEEK]) else None
        for index in range(period.length)
    )


def _answers(entry: DayEntry | None, itch_from: int) -> tuple[bool, ...] | None:
    """What a day says to all lines; None unless it answers each."""
    if entry is None or entry.itch is None or entry.woken is None or entry.signs is None:
        return None
    return tuple(bool(_answer(entry, line, itch_from)) for line in LINES)


def _total(week: Sequence[tuple[bool, ...] | None]) -> int:
    """The sum of a week on whose days each line was answered."""
    answered = [day for day in week if day is not None]
    return sum(_points(sum(line)) for line in zip(*answered, strict=True))


def _points(days: int) -> int:
    return (days + 1) // 2


def _count(answers: list[bool | None]) -> DaysWith:
    given = [answer for answer in answers if answer is not None]
    return DaysWith(sum(given), len(given))


def _answer(entry: DayEntry, line: str, itch_from: int) -> bool | None:
    """Whether a day had what a line asks for, None if nobody said."""
    if line == ITCH_LINE:
        return None if entry.itch is None else entry.itch >= itch_from
    if line == SLEEP_LINE:
        return entry.woken
    return None if entry.signs is None else Sign(line) in entry.signs
