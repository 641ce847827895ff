"""How often what is said of a course is right: of diaries that stayed where they were, and of some that did not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing.pool import Pool

import numpy as np

from adtracker.domain.records.course import Course as CourseRecord
from adtracker.domain.records.day import DayEntry
from adtracker.domain.statistics.course_change import DONE, Change, Word, course_change
from adtracker.domain.statistics.summary import summarise
from tests.calibration.processes import Array, Course, Diaries, Noise, made, none

START = date(2026, 1, 5)
WINDOWS = ("whole", "last_7_days", "last_8_weeks", "last_4_weeks")
WORDED = ("whole", "last_8_weeks", "last_4_weeks")
PER_TASK = 10
_MOVED = (Word.FELL, Word.ROSE)


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of one diary; `truths` are the changes that there were, by window."""

    changes: dict[str, Change]
    truths: dict[str, float]
    by_week: int | None


@dataclass(frozen=True, slots=True)
class Cell:
    """What was said of many diaries of one kind, over so many weeks."""

    noise: Noise
    weeks: int
    said: Sequence[Said]
    done: int | None

    def covered(self, window: str) -> float:
        """The share of intervals that hold the truth."""
        pairs = self._pairs(window)
        return _mean([change.low <= truth <= change.high for change, truth in pairs])

    def half_width(self, window: str) -> float:
        """The mean of half an interval, in points."""
        return _mean([(change.high - change.low) / 2 for change, _ in self._pairs(window)])

    def share(self, window: str, *words: Word) -> float:
        """How often one of these words was said, of the diaries that have the window."""
        return _mean([change.word in words for change, _ in self._pairs(window)])

    @property
    def any_false(self) -> float:
        """How often any window but the last seven days was said to have moved."""
        found = [any(one.changes[name].word in _MOVED for name in WORDED if name in one.changes) for one in self.said]
        return float(np.mean(found))

    @property
    def weeks_off(self) -> list[int]:
        """By how many weeks "by about week k" was off, in diaries of which it was said."""
        assert self.done is not None, "the course has a week by which it was done"
        return [one.by_week - self.done for one in self.said if one.by_week is not None]

    def _pairs(self, window: str) -> list[tuple[Change, float]]:
        return [(one.changes[window], one.truths[window]) for one in self.said if window in one.changes]


def _mean(values: Sequence[float]) -> float:
    """The mean, NaN of nothing: a few diaries with many days missing may have no window at all."""
    return float(np.mean(values)) if values else math.nan


def cell(
    pool: Pool,
    count: int,
    weeks: int,
    noise: Noise,
    seed: Sequence[int],
    course: Course = none,
    level: float | None = None,
) -> Cell:
    """Ask the app about so many diaries."""
    diaries = made(count, weeks, noise, np.random.default_rng([*seed, weeks]), course, level)
    tasks = [(diaries, row) for row in range(count)]
    return Cell(noise, weeks, pool.map(said, tasks, chunksize=PER_TASK), week_done(diaries))


def said(task: tuple[Diaries, int]) -> Said:
    """What the app says of one diary on its last day."""
    diaries, row = task
    days = [START + timedelta(days=int(day)) for day in diaries.days]
    entries = [
        DayEntry(day, itch=float(v)) for day, v in zip(days, diaries.itch[row], strict=True) if not math.isnan(v)
    ]
    summary = summarise(entries, CourseRecord(START), days[-1])
    found = course_change({entry.day: entry.itch for entry in entries if entry.itch is not None}, summary, days[-1])
    truth = dict(zip(days, diaries.truth.tolist(), strict=True))
    changes = {name: change for name in WINDOWS if (change := getattr(found, name)) is not None}
    truths = {
        name: float(
            np.mean([truth[day] for day in one.window.recent]) - np.mean([truth[day] for day in one.window.earlier])
        )
        for name, one in changes.items()
    }
    return Said(changes, truths, found.by_week)


def week_done(diaries: Diaries) -> int | None:
    """The week by which most of the true change was done, as the app counts it; None where there is none."""
    after = diaries.truth[diaries.days >= 0]
    weeks: Array = after.reshape(-1, 7).mean(axis=1)
    whole = float(after[-28:].mean())
    if not whole:
        return None
    shares = (weeks[:-1] + weeks[1:]) / 2 / whole
    return int(np.argmax(shares >= DONE)) + 1
