"""How far a score of the clinic, or of a form, has come since before the first dose: two values and their dates.

The baseline is the last value of the eight weeks up to the first dose; the day of the dose counts, for a clinic scores
the skin before it treats. It is the app's own convention, and the dates are always said with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.common.measure import exact, percent_of_change, rounded
from adtracker.domain.common.period import Period
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.score_reading import Reading

BASELINE_WEEKS = 8
# Scores of signs on the skin are given in per cent of what they were: their zero is a skin without eczema. A grade,
# such as IGA's, or a sum of answers has no share that means anything.
IN_PERCENT = ("easi", "scorad")


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """The `newest` value of a score that has several, and the `baseline`, None if there is none before the first dose.

    `change` is in points, and in whole `percent` where that means something. Both are None where there is nothing to
    compare: no baseline, or none newer.
    """

    newest: Reading
    baseline: Reading | None
    change: float | None
    percent: float | None


def score_changes(readings: Iterable[Reading], first_dose: date | None, last: date) -> tuple[ScoreChange, ...]:
    """The scores with two values or more up to the day `last`, by name.

    Values that go by one name but lie on other scales are not compared.
    """
    several: dict[Hashable, list[Reading]] = defaultdict(list)
    for one in sorted(readings, key=_day):
        if one.value is not None and one.day <= last:
            several[same_score(one)].append(one)
    found = [_change(values, first_dose) for values in several.values() if len(values) > 1]
    return tuple(sorted(found, key=_name))


def same_score(one: Reading) -> Hashable:
    """What values must share to be values of one score."""
    return one.name, one.span, one.direction


def _change(values: list[Reading], first_dose: date | None) -> ScoreChange:
    newest, baseline = values[-1], None
    if first_dose is not None:
        weeks = Period(first_dose - timedelta(weeks=BASELINE_WEEKS), first_dose)
        baseline = next((one for one in reversed(values) if one.day in weeks), None)
    if baseline is None or baseline is newest or baseline.value is None or newest.value is None:
        return ScoreChange(newest, baseline, None, None)
    decimals = max(newest.decimals, baseline.decimals)
    change = rounded(exact(newest.value) - exact(baseline.value), decimals)
    return ScoreChange(newest, baseline, change, _percent(newest, change, baseline.value))


def _percent(one: Reading, change: float, before: float) -> float | None:
    """In per cent only what has a zero that means something."""
    is_of_signs = isinstance(one.record, ClinicScore) and one.record.scale in IN_PERCENT
    return percent_of_change(change, before) if is_of_signs else None


def _day(one: Reading) -> date:
    return one.day


def _name(one: ScoreChange) -> tuple[str, date]:
    return one.newest.name.casefold(), one.newest.day
