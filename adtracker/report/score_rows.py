"""The scores among the key numbers: the value before the first dose and the newest, with their dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from adtracker.domain.scores.score_change import ScoreChange
from adtracker.language import digits
from adtracker.report.key_numbers import KeyRow, arrow, in_percent
from adtracker.report.material import Material
from adtracker.report.scores import changes, scale_facts
from adtracker.report.wording import Wording


def score_rows(material: Material) -> tuple[KeyRow, ...]:
    """A row for each score that has two values, with a cell for every column there can be."""
    return tuple(_row(material, one) for one in changes(material))


def _row(material: Material, one: ScoreChange) -> KeyRow:
    """It has no best and no worst day, and its dates stand where others say how many days there were."""
    wording, newest = material.wording, one.newest
    none = wording.say("key_numbers.no_value")
    both = (one.baseline, None if newest is one.baseline else newest)
    before, now = (none if found is None or found.value is None else digits(found.value) for found in both)
    dates = _dates(material, [found.day for found in both if found is not None])
    return KeyRow(
        label=material.brief(newest.name),
        scale=scale_facts(material, newest),
        colour="ink",
        cells=(before, now, _change(wording, one), none, none, dates),
    )


def _change(wording: Wording, one: ScoreChange) -> str:
    if not one.change:
        return wording.say("key_numbers.no_value" if one.change is None else "key_numbers.no_change")
    return f"{arrow(one.change)}{digits(abs(one.change), f'.{one.newest.decimals}f')}{in_percent(one.percent)}"


def _dates(material: Material, days: Sequence[date]) -> str:
    """Such as "29 Jul, 24 Oct"; with years unless all are of the period's last one."""
    is_of_year = all(day.year == material.period.last.year for day in days)
    say = material.wording.short_day if is_of_year else material.wording.short_full
    return ", ".join(map(say, days))
