"""Where the skin was marked in the last 28 days: the places in words, and a small body shaded by days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from math import ceil

from adtracker.domain.common.outline import Outline
from adtracker.domain.records.body import Figure
from adtracker.domain.statistics.day_counts import Places, places, recent
from adtracker.language import begun
from adtracker.report.material import Material
from adtracker.report.wording import Wording

MOST_SITES = 8
SHADES = 4


@dataclass(frozen=True, slots=True)
class Shape:
    """One region's outline; `shade` is 0 (no day) to `SHADES` (nearly every day with a body map)."""

    outline: Outline
    shade: int


@dataclass(frozen=True, slots=True)
class BodyPicture:
    """One figure: its shapes, the strokes that make it look like a person, and its name."""

    label: str
    shapes: tuple[Shape, ...]
    details: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Where:
    """The places most often marked; the pictures lie in a box of `width` by `height`."""

    heading: str
    sites: str
    caption: str
    width: float
    height: float
    shades: int
    figures: tuple[BodyPicture, ...]
    alt: str


def where(material: Material) -> Where | None:
    """The places of the last 28 days, or None if none of these days has a body map."""
    wording, body, period = material.wording, material.body, recent(material.period)
    found = places(material.days, period, body)
    if not found.mapped:
        return None
    sites = _sites(wording, found)
    days = wording.days(period.length)
    return Where(
        heading=wording.say("where.heading"),
        sites=sites,
        caption=wording.count("where.caption", found.mapped, mapped=found.mapped, days=days),
        width=body.width,
        height=body.height,
        shades=SHADES,
        figures=tuple(_picture(material, figure, found) for figure in Figure),
        alt=wording.say("where.alt", sites=sites),
    )


def _sites(wording: Wording, found: Places) -> str:
    if not found.sites:
        return wording.say("where.none")
    keys = ("where.site_first", *repeat("where.site", len(found.sites) - 1))
    named = [
        wording.say(key, site=wording.site(site), days=days, mapped=found.mapped)
        for key, (site, days) in zip(keys, found.sites.items(), strict=True)
    ]
    text = ", ".join(named[:MOST_SITES])
    if len(named) > MOST_SITES:
        text += wording.say("and") + wording.count("where.more", len(named) - MOST_SITES)
    return f"{begun(text)}."


def _picture(material: Material, figure: Figure, found: Places) -> BodyPicture:
    return BodyPicture(
        label=material.wording.figure(figure),
        shapes=tuple(
            Shape(region.outline, _shade(found.regions, region.key, found.mapped))
            for region in material.body.in_figure(figure)
        ),
        details=material.body.details[figure],
    )


def _shade(regions: Mapping[str, int], key: str, mapped: int) -> int:
    return ceil(SHADES * regions.get(key, 0) / mapped)
