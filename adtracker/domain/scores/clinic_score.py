"""Scores that a clinic gave, or a form filled in elsewhere: only the total is written down, never worked out here.

So the app can keep scores of forms whose words have an owner.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from adtracker.domain.common.measure import rounded
from adtracker.domain.common.problem import Problem, check_number
from adtracker.domain.common.record_field import Day, Number, Text, check_fields
from adtracker.domain.common.record_kind import RecordKind

if TYPE_CHECKING:  # the days are read without the scales
    from adtracker.domain.scores.scale import Scale

GIVEN_BY_LIMIT = 200
NOTE_LIMIT = 1_000
SCALE_LIMIT = 100
HIGHEST = 1_000


@dataclass(frozen=True, slots=True)
class ClinicScore:
    """A score of one day. `scale` is the key of its scale; `given_by` names who gave it, in the person's words.

    `removed_on` is the diary day it was deleted.
    """

    day: date
    scale: str
    value: float
    given_by: str = ""
    note: str = ""
    removed_on: date | None = None
    key: int | None = None


def check_clinic_score(score: ClinicScore, scales: Mapping[str, Scale]) -> list[Problem]:
    """What is wrong with a score; empty if it may be stored."""
    problems = check_fields(CLINIC_SCORE.fields, score)
    scale = scales.get(score.scale)
    if scale is None:
        return [*problems, Problem("scale", "scale_unknown")]
    return problems + _check_value(scale, score.value)


def _check_value(scale: Scale, value: float) -> list[Problem]:
    problems = check_number("value", value, scale.minimum, scale.maximum, "score_range")
    if not problems and rounded(value, scale.decimals) != value:
        problems.append(Problem("value", "decimals", {"most": scale.decimals}))
    return problems


# How far a score goes is said by its scale; none goes further than the table.
CLINIC_SCORE = RecordKind(
    of=ClinicScore,
    name="clinic_scores",
    table="clinic_score",
    fields=(
        Day(name="day", said="date", needed=True),
        Text(name="scale", limit=SCALE_LIMIT, words="scales", needed=True),
        Number(name="value", low=0, high=HIGHEST, rule="", needed=True),
        Text(name="given_by", limit=GIVEN_BY_LIMIT),
        Text(name="note", limit=NOTE_LIMIT),
    ),
    order=("day",),
    own_check=lambda score, named: check_clinic_score(score, named.scales),
    together=(("scale", "value"),),
    identity=lambda score: (score.day, score.scale),
    called=lambda score: score.scale,
    day=lambda score: score.day,
)
