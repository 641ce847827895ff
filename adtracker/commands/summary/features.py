"""What is worked out beyond weekly means, as lines of the summary: changes, the trend's answer, shares, flare days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from textwrap import wrap

from adtracker.commands.context import CommandContext
from adtracker.domain.common.measure import Measure, exact, rounded
from adtracker.domain.records.question import TEXT_LIMIT
from adtracker.domain.statistics.course_phrase import Phrase
from adtracker.domain.views.features import Features
from adtracker.domain.views.week_grid import Milestone
from adtracker.exchange.values import shown
from adtracker.language import digits

WIDTH = 80
_STUCK = "\u00a0%"
Names = Mapping[str, Mapping[str, str]]


def feature_lines(desk: CommandContext, features: Features, names: Names) -> list[str]:
    """The lines, none wider than a terminal; `names` are those of the measures."""
    numbers = (_changes(desk, features, names), _itch(desk, features))
    parts = (*numbers, _state(desk, features), _flares(desk, features))
    return [line for part in parts for sentence in part for line in wrapped(sentence)]


def wrapped(sentence: str) -> list[str]:
    """The lines of a sentence; no line begins with a %."""
    return [line.replace(_STUCK, " %") for line in wrap(sentence.replace(" %", _STUCK), WIDTH)]


def _changes(desk: CommandContext, features: Features, names: Names) -> Iterator[str]:
    """The milestones that have a change of any measure."""
    measures = () if features.summary is None else features.summary.measures
    for one in features.milestones:
        said = [_change(desk, one, measure, names) for measure in measures if one.changes[measure.key] is not None]
        if said:
            yield desk.text("summary.changes", week=one.week.number, changes=", ".join(said))


def _change(desk: CommandContext, milestone: Milestone, measure: Measure, names: Names) -> str:
    """Such as "worst itch -3.0 (-43 %)"; shares of days differ by points of per cent."""
    points, percent = milestone.change(measure)
    assert points is not None, "there is a change to tell"
    if measure.is_share:
        points = rounded(100 * exact(points), 0)
    size = digits(points, f"+.{0 if measure.is_share else measure.decimals}f")
    key = "no_change" if not points else "change" if percent is not None else "change_points"
    name = shown(names[measure.key]["inside"], TEXT_LIMIT)
    return desk.text(f"summary.{key}", name=name, points=size, percent=percent)


def said(desk: CommandContext, features: Features) -> str:
    """What itch did, in a sentence or two."""
    return " ".join(_phrases(desk, features.said.said))


def _itch(desk: CommandContext, features: Features) -> Iterator[str]:
    yield from _phrases(desk, (*features.said.said, *features.said.rest))


def _phrases(desk: CommandContext, phrases: Iterable[Phrase]) -> Iterator[str]:
    return (desk.texts.say(f"trend.{key}", **values) for key, values in phrases)


def _state(desk: CommandContext, features: Features) -> Iterator[str]:
    state = features.state
    if state is None or state.low_percent is None:
        return
    values = {**asdict(state.days), "low_percent": state.low_percent, "improved_percent": state.improved_percent}
    yield desk.text("summary.low_days", **values)
    if state.improved_percent is not None:
        yield desk.text("summary.improved_days", **values)


def _flares(desk: CommandContext, features: Features) -> Iterator[str]:
    for flare in features.flares:
        period = flare.period
        yield desk.text("summary.flare", first=period.first, last=period.last, highest=flare.highest)
