"""The scales of scores that people are given. What they are stands in `resources/instruments/scores.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.common.measure import Direction
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.scores.band import BandSet, check_band_sets
from adtracker.domain.scores.band_reader import read_band_sets, read_range


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


def read_scales(data: object) -> Mapping[str, Scale]:
    """The scales by key, in the order of the file. Raises RefusedError with all that is wrong in it."""
    fields = FieldReader(data)
    fields.text("language")
    scales = [_read_scale(one) for one in fields.objects("scales")]
    problems = fields.finish() or [problem for scale in scales for problem in _check_scale(scale)]
    if problems:
        raise RefusedError(problems)
    return {scale.key: scale for scale in scales}


def _read_scale(fields: FieldReader) -> Scale:
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
