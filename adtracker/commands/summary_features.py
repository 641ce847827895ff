"""What is worked out beyond weekly means, as lines of the summary: changes, the trend's answer, shares, flare days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from textwrap import wrap

from adtracker.commands.desk import Desk
from adtracker.domain.features import Features
from adtracker.domain.measure import ITCH
from adtracker.domain.trend_phrase import trend_phrases

WIDTH = 80


def feature_lines(desk: Desk, features: Features, minimum: int) -> list[str]:
    """The lines, none wider than a terminal; `minimum` is how many days of a week make an average."""
    parts = (_changes(desk, features), _trend(desk, features, minimum), _state(desk, features), _flares(desk, features))
    return [line for part in parts for sentence in part for line in wrap(sentence, WIDTH)]


def _changes(desk: Desk, features: Features) -> Iterator[str]:
    """The milestones that have a change of worst itch."""
    for one in features.milestones:
        points, percent = one.changes[ITCH.key], one.percents[ITCH.key]
        if points is not None:
            key = "change" if percent is not None else "change_points"
            yield desk.text(f"summary.{key}", week=one.week.number, points=points, percent=percent)


def _trend(desk: Desk, features: Features, minimum: int) -> Iterator[str]:
    yield f"{desk.texts.say(f'trend.answer.{features.trend.answer.value}')}."
    for key, values in trend_phrases(features.trend, minimum):
        yield desk.texts.say(f"trend.{key}", **values)


def _state(desk: Desk, features: Features) -> Iterator[str]:
    state = features.state
    if state is None or state.low_percent is None:
        return
    values = {**asdict(state.days), "low_percent": state.low_percent, "improved_percent": state.improved_percent}
    yield desk.text("summary.low_days", **values)
    if state.improved_percent is not None:
        yield desk.text("summary.improved_days", **values)


def _flares(desk: Desk, features: Features) -> Iterator[str]:
    for flare in features.flares:
        period = flare.period
        yield desk.text("summary.flare", first=period.first, last=period.last, highest=flare.highest)
