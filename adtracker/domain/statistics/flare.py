"""Runs of days well above the days before: a description of the record, not a diagnosis.

No definition of a flare in a diary is agreed on (Nottingham CEBD; PLOS ONE 0124770 counts days of treatment instead).
Three days running are taken from the relapse pattern of three days above a score (JAMA Dermatology 407617); two points
are the lower end of published meaningful changes; the two weeks before are the app's own convention.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.median import median
from adtracker.domain.common.period import ONE_DAY, Period

POINTS = 2.0
RUNNING = 3
BEFORE = 14
# Differences of answers with one decimal are a hair off in binary; this is far below any difference that can be typed.
_HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Flare:
    """Days running that each lie above their usual: the `highest` value, and the usual of the first day."""

    period: Period
    highest: float
    usual: float


def flares(
    values: Mapping[date, float], points: float = POINTS, running: int = RUNNING, before: int = BEFORE
) -> tuple[Flare, ...]:
    """Runs of at least `running` days, each at least `points` above the median of the `before` recorded days before it.

    `running` and `before` are 1 or more. A day without a value ends a run, since nobody knows; a day with fewer
    recorded days before it has no usual, so it is in no run. The days before do not have to follow each other.
    """
    found: list[Flare] = []
    run: list[tuple[date, float, float]] = []
    for day, value, usual in _with_usual(values, before):
        if run and day != run[-1][0] + ONE_DAY:
            found += _flare(run, running)
            run = []
        if value - usual >= points - _HAIR:
            run.append((day, value, usual))
    return (*found, *_flare(run, running))


def _flare(run: list[tuple[date, float, float]], running: int) -> list[Flare]:
    if len(run) < running:
        return []
    return [Flare(Period(run[0][0], run[-1][0]), max(value for _, value, _ in run), run[0][2])]


def _with_usual(values: Mapping[date, float], before: int) -> Iterator[tuple[date, float, float]]:
    """Each day that has enough recorded days before it, with its value and their median."""
    window: deque[float] = deque()
    ordered: list[float] = []
    for day in sorted(values):
        if len(window) == before:
            yield day, values[day], median(ordered)
            ordered.pop(bisect_left(ordered, window.popleft()))
        window.append(values[day])
        insort(ordered, values[day])
