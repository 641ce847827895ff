"""The body map as values: regions, what share of the skin each is at what age, and the extent worked out from them.

The numbers stand in `resources/body/body.toml`; this module holds the rules. Shares follow the Lund-Browder chart, in
per cent of the whole skin. The result is a self-rated extent, not a clinic's score: no EASI is made from it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from adtracker.domain.common.measure import EXTENT, rounded
from adtracker.domain.common.outline import Outline, is_closed, outline_commands

T = TypeVar("T")


class Grade(Enum):
    """How much of a region is affected, as a person picks it; what share that stands for is in the body file."""

    NONE = "none"
    LITTLE = "little"
    HALF = "half"
    MOST = "most"


GRADES = tuple(Grade)  # by the digit that gives each


class AgeColumn(Enum):
    """The columns of the Lund-Browder chart, youngest first."""

    BIRTH = "birth"
    ONE = "1"
    FIVE = "5"
    TEN = "10"
    FIFTEEN = "15"
    ADULT = "adult"


class Figure(Enum):
    """The two pictures: the person seen from the front, and from behind."""

    FRONT = "front"
    BACK = "back"


class BodySide(Enum):
    """The person's own left and right."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class EasiRegion(Enum):
    """The four regions of the EASI (buttocks count to the legs, genitals to the trunk)."""

    HEAD_NECK = "head_neck"
    UPPER_LIMBS = "upper_limbs"
    TRUNK = "trunk"
    LOWER_LIMBS = "lower_limbs"


class Basis(Enum):
    """Where a region's borders come from: the published chart, or this app dividing one of the chart's parts."""

    CHART = "chart"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Region:
    """One area that can be picked.

    `site` groups regions that one word names (both inner elbows; palms and backs of hands are hands). `fractions` says
    what part of which chart parts it covers, each 0 to 1, for one figure and one limb.
    """

    key: str
    figure: Figure
    side: BodySide
    site: str
    easi: EasiRegion
    basis: Basis
    fractions: Mapping[str, float]
    outline: Outline


@dataclass(frozen=True, slots=True)
class Body:
    """The whole map. Outlines lie in a box of `width` by `height`, the same for both figures, y downwards.

    `regions` are by key, in reading order: front before back, head to toe. `parts` are the chart's per cent of skin for
    one side (front or back) of one part or limb. `details` are open strokes that make the figure look like one (eyes,
    collar bones); they carry no meaning.
    """

    width: float
    height: float
    regions: Mapping[str, Region]
    parts: Mapping[str, Mapping[AgeColumn, float]]
    grade_shares: Mapping[Grade, float]
    palm_percent: float
    details: Mapping[Figure, tuple[Outline, ...]]

    def in_figure(self, figure: Figure) -> tuple[Region, ...]:
        """The regions of one figure, in reading order."""
        return tuple(region for region in self.regions.values() if region.figure is figure)

    def share(self, region_key: str, column: AgeColumn) -> float:
        """A region's share of the whole skin, in per cent. Raises KeyError for a region that is not on the map."""
        fractions = self.regions[region_key].fractions
        return math.fsum(fraction * self.parts[part][column] for part, fraction in fractions.items())


def age_column(birth_year: int | None, on: date) -> AgeColumn:
    """The chart column for a day: the greatest column age not above the age reached in that calendar year.

    Under 1 is birth; 1 to 4, 5 to 9, 10 to 14 and 15 to 17 are the columns 1, 5, 10 and 15; from 18 it is adult, and
    so it is where the birth year is not known. A day before the birth year counts as age 0.
    """
    if birth_year is None or on.year - birth_year >= 18:
        return AgeColumn.ADULT
    reached = [column for column in AgeColumn if column.value.isdigit() and int(column.value) <= on.year - birth_year]
    return reached[-1] if reached else AgeColumn.BIRTH


def extent_percent(body: Body, grades: Mapping[str, Grade], column: AgeColumn) -> float:
    """The share of skin affected, 0 to 100 per cent, to one decimal.

    It is the sum of each region's share times what its grade stands for; a region that is not named is not affected.
    Raises KeyError for a region that is not on the map.
    """
    return _shown(math.fsum(body.share(key, column) * body.grade_shares[grade] for key, grade in grades.items()))


def palms_to_percent(body: Body, palms: float) -> float:
    """The share of skin that a number of the person's own palms (with fingers) stands for, 0 to 100 per cent.

    One palm is taken as 1 per cent, as dermatologists do; measured hands are smaller (about 0.87 per cent in adults,
    Rhodes 2013), so keep the number of palms beside it. Raises ValueError for a negative or endless number.
    """
    if not (math.isfinite(palms) and palms >= 0):
        raise ValueError(f"{palms} is not a number of palms")
    return _shown(palms * body.palm_percent)


def _shown(percent: float) -> float:
    """To one decimal, free of binary dust before it is rounded. What is affected at all never becomes 0."""
    if percent <= 0:
        return 0.0
    return min(EXTENT.maximum, max(0.1, rounded(round(percent, 6))))


def parse_body(data: Mapping[str, Any]) -> Body:
    """The body from its parsed file.

    Raises ValueError, naming the key, if something is missing, misspelt or does not add up: per part, figure and limb
    the fractions add to 1, and the regions of every age column to 100 per cent.
    """
    body = Body(
        width=_read(data, "box.width", _number),
        height=_read(data, "box.height", _number),
        regions={key: _region(data, key) for key in _read(data, "regions", dict)},
        parts={key: _by_enum(data, f"parts.{key}.percent", AgeColumn) for key in _read(data, "parts", dict)},
        grade_shares=_by_enum(data, "grades.share", Grade),
        palm_percent=_read(data, "palm.percent", _number),
        details={figure: _read(data, f"figures.{figure.value}.details", _outlines) for figure in Figure},
    )
    _check_fractions(body)
    _check_columns(body)
    return body


def _region(data: Mapping[str, Any], key: str) -> Region:
    base = f"regions.{key}"
    fractions = _read(data, f"{base}.fractions", dict)
    return Region(
        key=key,
        figure=_read(data, f"{base}.figure", Figure),
        side=_read(data, f"{base}.side", BodySide),
        site=_read(data, f"{base}.site", str),
        easi=_read(data, f"{base}.easi", EasiRegion),
        basis=_read(data, f"{base}.basis", Basis),
        fractions={part: _read(data, f"{base}.fractions.{part}", _number) for part in fractions},
        outline=_read(data, f"{base}.outline", _closed_outline),
    )


def _read(data: Mapping[str, Any], key: str, reader: Callable[[Any], T]) -> T:
    """What stands under a dotted key, read by `reader`; every failure becomes a ValueError that names the key."""
    found: Any = data
    try:
        for name in key.split("."):
            found = found[name]
        return reader(found)
    except KeyError:
        raise ValueError(f"body file: {key} is missing") from None
    except (TypeError, ValueError) as error:
        raise ValueError(f"body file: {key}: {error}") from error


E = TypeVar("E", bound=Enum)


def _by_enum(data: Mapping[str, Any], key: str, kind: type[E]) -> dict[E, float]:
    return {member: _read(data, f"{key}.{member.value}", _number) for member in kind}


def _number(value: Any) -> float:
    number = float(value)
    if isinstance(value, bool | str) or not (math.isfinite(number) and number >= 0):
        raise ValueError(f"{value!r} is not a number from 0 upwards")
    return number


def _closed_outline(path: str) -> Outline:
    outline = outline_commands(path)
    if not is_closed(outline):
        raise ValueError("the outline does not end where it began")
    return outline


def _outlines(paths: Iterable[str]) -> tuple[Outline, ...]:
    return tuple(outline_commands(path) for path in paths)


def _check_fractions(body: Body) -> None:
    sums: dict[tuple[str, Figure, BodySide], list[float]] = defaultdict(list)
    for region in body.regions.values():
        for part, fraction in region.fractions.items():
            if part not in body.parts:
                raise ValueError(f"body file: regions.{region.key}: there is no part {part!r}")
            sums[part, region.figure, region.side].append(fraction)
    for (part, figure, side), fractions in sums.items():
        if not math.isclose(math.fsum(fractions), 1):
            raise ValueError(f"body file: parts.{part}: {figure.value}, {side.value}: fractions do not add to 1")


def _check_columns(body: Body) -> None:
    for column in AgeColumn:
        total = math.fsum(body.share(key, column) for key in body.regions)
        if not math.isclose(total, 100):
            raise ValueError(f"body file: parts: column {column.value} adds to {total}, not to 100")
