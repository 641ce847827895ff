"""What the tables of weeks, months or quarters have in common: how a row begins, and what the table rests on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from adtracker.domain.common.measure import Measure
from adtracker.domain.statistics.summary import Mean
from adtracker.report.key_numbers import minimum, n_of
from adtracker.report.listing import NUMBER
from adtracker.report.material import Material
from adtracker.report.stretches import Step, Stretch
from adtracker.report.wording import joined, week_number


def head_columns(material: Material) -> tuple[str, ...]:
    """The columns that say which days a row is about."""
    say, step = material.wording.say, material.step
    return (say("weekly.week"), say("weekly.span")) if step is Step.WEEK else (say(f"weekly.{step.value}"),)


def head_shares(material: Material) -> tuple[int, ...]:
    """The widths of these columns."""
    return (NUMBER, 1) if material.step is Step.WEEK else (1,)


def head_cells(material: Material, stretch: Stretch) -> tuple[str, ...]:
    """How a row begins: number and days of a week, or the name of a month or quarter."""
    wording, period = material.wording, stretch.means.period
    if material.step is Step.WEEK:
        return week_number(stretch.number), wording.short_span(period)
    if material.step is Step.MONTH:
        return (wording.month(period.first),)
    months = wording.names("months_short")
    first = (period.first.month - 1) // 3 * 3
    return (wording.say("dates.quarter", first=months[first], last=months[first + 2], year=period.first.year),)


def from_the_first(stretches: Sequence[Stretch], measures: Sequence[Measure]) -> Sequence[Stretch]:
    """The stretches from the first on that has anything of these measures: a question may be added late."""
    return tuple(dropwhile(lambda one: not any(one.means.of[measure.key].n for measure in measures), stretches))


def recorded_of(material: Material, stretch: Stretch, mean: Mean) -> str:
    """Such as 6 of 7: how many days a mean rests on."""
    if material.step is Step.WEEK:
        return n_of(material.wording, mean)
    return material.wording.say("key_numbers.n_of", n=mean.n, days=stretch.means.period.length)


def caption(material: Material, *more: str) -> str:
    """That these are averages, over what, and from how many days on there is one."""
    return joined((material.wording.say(f"weekly.caption_{material.step.value}"), minimum(material), *more))
