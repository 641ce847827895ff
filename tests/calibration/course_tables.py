"""The tables of what is said of a course, each figure with its bar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from multiprocessing.pool import Pool

import numpy as np

from adtracker.domain.statistics.course_change import Word
from tests.calibration.courses import WINDOWS, WORDED, Cell, cell
from tests.calibration.processes import AR3, NOISES, PEAK, SIX, Course, Noise, fast, line, slow, step, step_of
from tests.calibration.tables import Table, percent, verdict

LEAST_COVERED, LEAST_COVERED_AT_A_PEAK, MEAN_COVERED = 0.90, 0.88, 0.94
MOST_FALSE, MEAN_FALSE, MOST_ANY = 0.10, 0.04, 0.14
MOST_WIDE = {
    "AR .3 sd 1.0": (2.0, 1.8),
    "AR .5 sd 1.2": (2.5, 2.2),
    "AR .9 sd .6 + .1": (2.1, 1.8),
    "AR .95 sd .7 + .5": (2.0, 2.3),
}
SIZES = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0)
STEADY = Noise("AR .3 sd .5", 0.3, 0.5)
# Course, level, weeks, and at least how often it is said to have fallen, in the order of `SIX`.
FALLS: tuple[tuple[str, Course, float, int, tuple[float, ...]], ...] = (
    ("7.5 to 3 by week 4, at week 8", fast, 7.5, 8, (0.92, 0.85, 0.50, 0.90, 0.92, 0.87)),
    ("7 to 4 in week 3, at week 8", step, 7.0, 8, (0.84, 0.58, 0.28, 0.80, 0.84, 0.54)),
    ("7.5 to 4 by week 16, at week 16", slow, 7.5, 16, (0.90, 0.77, 0.55, 0.88, 0.80, 0.60)),
    ("-0.25 a week, at week 16", line, 7.5, 16, (0.90, 0.83, 0.53, 0.88, 0.86, 0.60)),
)
PLATEAUS: tuple[tuple[str, Course, float], ...] = (("7 to 4 in week 3", step, 7.0), ("7.5 to 3 by week 4", fast, 7.5))
LEAST_LEVEL = (0.80, 0.47, 0.05, 0.82, 0.75, 0.45)


def without_trend(pool: Pool, count: int, seed: int) -> Iterator[Table]:
    """Coverage, width and false words of diaries that stayed at their level."""
    rows, covered, false = [], [], []
    for number, noise in enumerate(NOISES):
        for weeks in (8, 16, 24):
            found = cell(pool, count, weeks, noise, [seed, number])
            rows.append((noise.name, str(weeks), *_covered(found), _wide(found), *_false(found)))
            covered += [] if noise is PEAK else [found.covered(name) for name in WINDOWS]
            false += [] if noise is PEAK else [found.share(name, Word.FELL, Word.ROSE) for name in WORDED]
    mean = verdict(percent(float(np.nanmean(covered))), float(np.nanmean(covered)) >= MEAN_COVERED)
    wrong = verdict(percent(float(np.nanmean(false))), float(np.nanmean(false)) <= MEAN_FALSE)
    rows.append(("mean without the start at a peak", "", mean, "", "", "", "", wrong, "", "", ""))
    covers = [f"95 % interval holds: {name}" for name in ("whole", "7 days", "8 weeks", "4 weeks")]
    falls = [f"fell or rose: {name}" for name in ("whole", "8 weeks", "4 weeks", "any")]
    yield Table("Nothing happened", ("diaries", "weeks", *covers, "half width, whole", *falls), rows)


def _covered(found: Cell) -> Iterator[str]:
    for name in WINDOWS:
        least = LEAST_COVERED_AT_A_PEAK if found.noise is PEAK and name == "last_7_days" else LEAST_COVERED
        yield verdict(percent(found.covered(name)), found.covered(name) >= least)


def _wide(found: Cell) -> str:
    bars = MOST_WIDE.get(found.noise.name)
    words = f"{found.half_width('whole'):.1f}"
    if bars is None or found.weeks == 16:
        return words
    return verdict(words, found.half_width("whole") <= bars[0 if found.weeks == 8 else 1])


def _false(found: Cell) -> Iterator[str]:
    for name in WORDED:
        share = found.share(name, Word.FELL, Word.ROSE)
        yield verdict(percent(share), share <= MOST_FALSE)
    yield verdict(percent(found.any_false), found.any_false <= MOST_ANY)


def with_course(pool: Pool, count: int, seed: int) -> Iterator[Table]:
    """How often a fall is found, is covered, and gets its week; a plateau after one; falls of several sizes."""
    heads = ("course", *(noise.name for noise in SIX))
    found = [
        (name, bars, [cell(pool, count, weeks, noise, [seed, 1], course, level) for noise in SIX])
        for name, course, level, weeks, bars in FALLS
    ]
    fell = [
        (
            name,
            *(
                verdict(percent(one.share("whole", Word.FELL)), one.share("whole", Word.FELL) >= bar)
                for one, bar in zip(cells, bars, strict=True)
            ),
        )
        for name, bars, cells in found
    ]
    yield Table("A fall is said: whole course", heads, fell)
    held = [(name, *(_least_covered(one) for one in cells)) for name, _, cells in found]
    yield Table("95 % interval holds, the least of the four windows", heads, held)
    yield Table(
        "By about week k: median off, and share within -1 and +4",
        heads,
        [(name, *map(_week, cells)) for name, _, cells in found],
    )
    flat = [
        (
            name,
            *(
                _level(cell(pool, count, 24, noise, [seed, 2], course, level), bar)
                for noise, bar in zip(SIX, LEAST_LEVEL, strict=True)
            ),
        )
        for name, course, level in PLATEAUS
    ]
    yield Table("Level is said of the last 4 weeks, at week 24", heads, flat)
    yield from _sizes(pool, count, seed)


def _least_covered(found: Cell) -> str:
    least = float(np.nanmin([found.covered(name) for name in WINDOWS]))
    return verdict(percent(least), least >= LEAST_COVERED)


def _week(found: Cell) -> str:
    off = found.weeks_off
    if not off:
        return "-"
    middle, near = float(np.median(off)), float(np.mean([-1 <= one <= 4 for one in off]))
    return verdict(f"{middle:+.0f}, {percent(near)}", abs(middle) <= 1 and near >= 0.80)


def _level(found: Cell, bar: float) -> str:
    share = found.share("last_4_weeks", Word.LEVEL)
    return verdict(percent(share), share >= bar)


def _sizes(pool: Pool, count: int, seed: int) -> Iterator[Table]:
    shares = [cell(pool, count, 8, STEADY, [seed, 3], step_of(size), 7.5).share("whole", Word.FELL) for size in SIZES]
    steps = [later - earlier for earlier, later in pairwise(shares)]
    cells = [verdict(percent(share), step >= -0.05) for share, step in zip(shares, [0.0, *steps], strict=True)]
    cells[-1] = verdict(percent(shares[-1]), shares[-1] >= 0.93 and steps[-1] >= -0.05)
    yield Table(
        "Fell is said of a fall of so many points, AR .3 sd .5, week 8",
        tuple(f"{size:g}" for size in SIZES),
        [tuple(cells)],
    )
    two = [
        cell(pool, count, 8, noise, [seed, 4], step_of(2.0), 7.5).share("whole", Word.LEVEL)
        for noise in (STEADY, AR3, *SIX[1:])
    ]
    named = tuple(noise.name for noise in (STEADY, AR3, *SIX[1:]))
    yield Table(
        "Level is said although it fell by 2 points, week 8",
        named,
        [tuple(verdict(percent(share), share <= 0.10) for share in two)],
    )
