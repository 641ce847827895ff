"""Levelled off or still changing, as a sentence with what it rests on (`domain.trend`); never a forecast."""

from __future__ import annotations

from adtracker.domain.common.measure import ITCH
from adtracker.domain.statistics.trend import Trend, last_weeks, trend
from adtracker.report.material import Material
from adtracker.report.wording import MINUS


def trend_line(material: Material) -> str:
    """What worst itch did over the last eight weeks that are over; empty if none of them has a score."""
    itch = {day: value for day, entry in material.known.items() if (value := entry.value(ITCH)) is not None}
    found = trend(itch, last_weeks(material.course, material.as_of), material.minimum)
    if not found.days:
        return ""
    say, weeks = material.wording.say, len(found.weeks)
    if found.slope is None:
        return say("trend.too_few", counted=found.counted, weeks=weeks)
    return say(f"trend.{found.answer.value}", weeks=weeks, basis=_basis(material, found))


def _basis(material: Material, found: Trend) -> str:
    slope, low, high = (_signed(value) for value in (found.slope, found.low, found.high))
    days = material.wording.days(found.days)
    return material.wording.say("trend.basis", slope=slope, low=low, high=high, days=days, counted=found.counted)


def _signed(value: float | None) -> str:
    """With its sign: a slope without one could be read as a score."""
    assert value is not None, "a slope has its interval"
    return f"{MINUS if value < 0 else '+' if value else ''}{abs(value):.2f}"
