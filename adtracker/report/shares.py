"""The share of days as trials count them: labelled as their convention, for the clinician, never as a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from adtracker.domain.common.measure import ITCH
from adtracker.domain.lessons.threshold import Thresholds, parse_thresholds
from adtracker.domain.statistics.day_counts import time_in_state
from adtracker.report.material import Material
from adtracker.report.wording import Wording, percent_of
from adtracker.resources import read_toml


@dataclass(frozen=True, slots=True)
class Shares:
    """The counts in sentences, and what they are compared with."""

    heading: str
    lines: tuple[str, ...]
    notes: str


def shares(material: Material) -> Shares | None:
    """The shares over the period, or None if it has no itch score; one line without a baseline of 4 or more."""
    wording = material.wording
    means = material.baseline_means
    baseline, own = (means.of[ITCH.key].mean, means.period) if means else (None, None)
    found = time_in_state(material.days, material.period, baseline, own)
    if not found.recorded:
        return None
    counts = {"low": found.low} | ({} if found.improved is None else {"improved": found.improved})
    return Shares(
        heading=wording.say("shares.heading"),
        lines=tuple(
            wording.count(f"shares.{key}", found.recorded, days=count, percent=percent_of(count, found.recorded))
            for key, count in counts.items()
        ),
        notes=" ".join((wording.say("shares.convention"), _published(wording))),
    )


def published_itch() -> Thresholds:
    """The published changes in itch that mattered to people."""
    return parse_thresholds(read_toml("thresholds", "itch.toml"))


def _published(wording: Wording) -> str:
    """The published changes that mattered to people, each with its study."""
    found = published_itch()
    studies = [
        wording.say(
            "shares.study" if study.low == study.high else "shares.study_range",
            low=study.low,
            high=study.high,
            source=study.source.partition(",")[0],
        )
        for study in found.published
    ]
    return wording.say("shares.ranges", low=found.low, high=found.high, studies=", ".join(studies))
