"""The share of days as trials count them: labelled as their convention, for the clinician, never as a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.measure import ITCH
from adtracker.domain.tally import time_in_state
from adtracker.report.material import Material
from adtracker.report.wording import percent_of


@dataclass(frozen=True, slots=True)
class Shares:
    """The counts in sentences, and what they are compared with."""

    heading: str
    lines: tuple[str, ...]
    notes: str


def shares(material: Material) -> Shares | None:
    """The shares over the period, or None if it has no itch score; one line without a baseline of 4 or more."""
    wording = material.wording
    baseline = material.baseline_means.of[ITCH.key].mean if material.baseline_means else None
    found = time_in_state(material.days, material.period, baseline)
    if not found.recorded:
        return None
    counts = {"low": found.low} | ({} if found.improved is None else {"improved": found.improved})
    return Shares(
        heading=wording.say("shares.heading"),
        lines=tuple(
            wording.count(f"shares.{key}", found.recorded, days=count, percent=percent_of(count, found.recorded))
            for key, count in counts.items()
        ),
        notes=" ".join((wording.say("shares.convention"), wording.say("shares.ranges"))),
    )
