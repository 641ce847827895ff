"""Scores that a clinic gave, or a form filled in elsewhere: only the total is written down, never worked out here.

So the app can keep scores of forms whose words have an owner. What the scales are stands in
`resources/instruments/scores.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from adtracker.domain.band import BandSet, check_band_sets
from adtracker.domain.day import check_day
from adtracker.domain.fields import Fields
from adtracker.domain.instrument_reader import read_band_sets, read_range
from adtracker.domain.measure import Direction, rounded
from adtracker.domain.problem import Problem, RefusedError, check_number, check_text

GIVEN_BY_LIMIT = 200
NOTE_LIMIT = 1_000


class Giver(Enum):
    """Who usually gives a score: someone at the clinic, or the person by filling in a form."""

    CLINIC = "clinic"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Scale:
    """A score that people are given. Values lie in `minimum..maximum`, with up to `decimals` decimals.

    `name` is what it is called ("EASI"), `title` the whole name, `owner` says whose it is and what that means for a
    diary, `source` where the range was read.
    """

    key: str
    name: str
    title: str
    minimum: float
    maximum: float
    decimals: int
    direction: Direction
    giver: Giver
    owner: str
    source: str
    bands: tuple[BandSet, ...] = ()


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


def check_clinic_score(score: ClinicScore, scales: Mapping[str, Scale], today: date) -> list[Problem]:
    """What is wrong with a score; empty if it may be stored. No future days: a diary records."""
    problems = check_day(score.day, today)
    problems += check_text("given_by", score.given_by, GIVEN_BY_LIMIT) + check_text("note", score.note, NOTE_LIMIT)
    scale = scales.get(score.scale)
    if scale is None:
        return [*problems, Problem("scale", "scale_unknown")]
    return problems + _check_value(scale, score.value)


def _check_value(scale: Scale, value: float) -> list[Problem]:
    problems = check_number("value", value, scale.minimum, scale.maximum)
    if not problems and rounded(value, scale.decimals) != value:
        problems.append(Problem("value", "decimals", {"most": scale.decimals}))
    return problems


def read_scales(data: object) -> Mapping[str, Scale]:
    """The scales by key, in the order of the file. Raises RefusedError with all that is wrong in it."""
    fields = Fields(data)
    fields.text("language")
    scales = [_read_scale(one) for one in fields.objects("scales")]
    problems = fields.finish() or [problem for scale in scales for problem in _check_scale(scale)]
    if problems:
        raise RefusedError(problems)
    return {scale.key: scale for scale in scales}


def _read_scale(fields: Fields) -> Scale:
    low, high = read_range(fields)
    direction, giver = fields.choice("direction", Direction), fields.choice("giver", Giver)
    decimals = fields.whole("decimals")
    for name, value in (("direction", direction), ("giver", giver), ("decimals", decimals)):
        fields.require(name, value)
    scale = Scale(
        key=fields.needed("key"),
        name=fields.needed("name"),
        title=fields.needed("title"),
        minimum=low,
        maximum=high,
        decimals=decimals or 0,
        direction=direction or Direction.LOWER_IS_BETTER,
        giver=giver or Giver.CLINIC,
        owner=fields.needed("owner"),
        source=fields.needed("source"),
        bands=read_band_sets(fields),
    )
    fields.finish()
    return scale


def _check_scale(scale: Scale) -> list[Problem]:
    problems = check_band_sets(scale.bands, scale.minimum, scale.maximum)
    return [Problem(f"{scale.key}.{problem.field}", problem.rule, problem.values) for problem in problems]
