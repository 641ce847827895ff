"""How often: days counted by itch, by place and by what trials count, over the recorded days of a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from adtracker.domain.common.measure import exact, rounded
from adtracker.domain.common.period import Period
from adtracker.domain.records.body import Body, Grade
from adtracker.domain.records.day import DayEntry, ExtentMethod

RECENT_DAYS = 28
# Vakharia 2018, 210 adults: itch 0 to 3 mild, 4 to 6 moderate, 7 to 10 severe (PMC5906166).
# Silverberg 2022 draws other lines, so the days are only counted, without the words.
ITCH_BANDS = ((0, 3), (4, 6), (7, 10))
# Share of days at itch 0 or 1, and at least 4 points below a baseline of 4 or more: Heads Up trial, time in response.
LOW_ITCH = 1
RESPONSE_POINTS = 4


@dataclass(frozen=True, slots=True)
class ItchDays:
    """Days of a period by itch: one count for each of `ITCH_BANDS`, and the days without an itch score."""

    by_band: tuple[int, ...]
    not_recorded: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where skin was marked as affected: days by site and by region, most often first, out of `mapped` days."""

    mapped: int
    sites: Mapping[str, int]
    regions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class TimeInState:
    """Recorded days, those with itch 0 to 1, and those 4 or more points below baseline.

    `improved` is None where the baseline is unknown or below 4: the trials' count does not exist then.
    """

    recorded: int
    low: int
    improved: int | None


def recent(period: Period) -> Period:
    """The last 28 days of a period, or all of it if it is shorter."""
    return Period.ending(period.last, min(period.length, RECENT_DAYS))


def itch_days(days: Mapping[date, DayEntry], period: Period) -> ItchDays:
    """Count the days of a period by itch; a score between whole numbers counts as the nearest whole one."""
    scores = [rounded(value, 0) for value in _itch(days, period)]
    bands = tuple(sum(low <= score <= high for score in scores) for low, high in ITCH_BANDS)
    return ItchDays(bands, period.length - len(scores))


def places(days: Mapping[date, DayEntry], period: Period, body: Body) -> Places:
    """Count the days on which each site and region was marked; regions that are not on the map are left out.

    A day counts once for a site, however many of its regions were marked (left and right, front and back).
    """
    marked = [grades for day in period if (entry := days.get(day)) and (grades := _marked(entry, body)) is not None]
    regions = Counter(key for keys in marked for key in keys)
    sites = Counter(site for keys in marked for site in {body.regions[key].site for key in keys})
    return Places(len(marked), _most_first(sites), _most_first(regions))


def time_in_state(
    days: Mapping[date, DayEntry], period: Period, baseline: float | None, own: Period | None = None
) -> TimeInState:
    """Count the recorded days at low itch and far below baseline, as trials report them.

    `own` are the days that the baseline is made of: they are never below it, as they cannot improve on themselves.
    """
    values = _itch(days, period)
    low = sum(value <= LOW_ITCH for value in values)
    if baseline is None or baseline < RESPONSE_POINTS:
        return TimeInState(len(values), low, None)
    later = {day: entry for day, entry in days.items() if own is None or day not in own}
    falls = (exact(baseline) - exact(value) for value in _itch(later, period))
    return TimeInState(len(values), low, sum(fall >= RESPONSE_POINTS for fall in falls))


def _itch(days: Mapping[date, DayEntry], period: Period) -> list[float]:
    return [entry.itch for day in period if (entry := days.get(day)) and entry.itch is not None]


def _marked(entry: DayEntry, body: Body) -> set[str] | None:
    """The regions marked on a day, or None if the day has no body map (no extent, or one given in palms)."""
    if entry.extent is None or entry.extent.method is not ExtentMethod.REGIONS:
        return None
    return {key for key, grade in entry.extent.grades if grade is not Grade.NONE and key in body.regions}


def _most_first(counts: Counter[str]) -> dict[str, int]:
    """By days, most first; ties in the order of the alphabet, so that the same diary gives the same report."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
