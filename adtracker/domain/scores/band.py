"""Published ranges of a score: each set says who published it. They stand beside a number, never in its place.

Papers disagree on where "mild" ends, so a score may have several sets, and none of them is the app's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from adtracker.domain.common.problem import Problem, bounds, check_text

SETS_LIMIT = 12
BANDS_LIMIT = 12
LABEL_LIMIT = 100
SOURCE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Band:
    """The values from `low` to `high`, both included, and the word that the source has for them."""

    low: float
    high: float
    label: str

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class BandSet:
    """The ranges that one source published, lowest first. `address` says where it can be read, or is ""."""

    source: str
    bands: tuple[Band, ...]
    address: str = ""

    def band(self, value: float) -> Band | None:
        """The range a value lies in; None where the source has none, as between 5.9 and 6."""
        return next((band for band in self.bands if value in band), None)


def check_band_sets(sets: Sequence[BandSet], low: float, high: float) -> list[Problem]:
    """What is wrong with the ranges of a score of `low..high`; each problem's field begins "bands[0]"."""
    if len(sets) > SETS_LIMIT:
        return [Problem("bands", "too_many", {"most": SETS_LIMIT})]
    return [problem for index, one in enumerate(sets) for problem in _check_set(f"bands[{index}]", one, low, high)]


def _check_set(place: str, one: BandSet, low: float, high: float) -> list[Problem]:
    problems = check_text(f"{place}.source", one.source, SOURCE_LIMIT)
    problems += check_text(f"{place}.address", one.address, SOURCE_LIMIT)
    if not one.source.strip():
        problems.append(Problem(f"{place}.source", "missing"))
    if not 1 <= len(one.bands) <= BANDS_LIMIT:
        return [*problems, Problem(f"{place}.ranges", "count_range", {"most": BANDS_LIMIT})]
    for index, band in enumerate(one.bands):
        problems += _check_band(f"{place}.ranges[{index}]", band, low, high)
    if any(not before.high < after.low for before, after in pairwise(one.bands)):
        problems.append(Problem(f"{place}.ranges", "bands_overlap"))
    return problems


def _check_band(place: str, band: Band, low: float, high: float) -> list[Problem]:
    problems = check_text(f"{place}.label", band.label, LABEL_LIMIT)
    if not band.label.strip():
        problems.append(Problem(f"{place}.label", "missing"))
    if not low <= band.low <= band.high <= high:
        problems.append(Problem(place, "band_outside", bounds(low, high)))
    return problems
