"""Scores that a clinic gave or a form had: the latest of each scale on page one, all of the period after it."""

from __future__ import annotations

from collections.abc import Mapping

from adtracker.domain.clinic_score import ClinicScore
from adtracker.domain.scale import Scale
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material
from adtracker.resources import scales

MOST_NAMED = 3


def scores_line(material: Material) -> str:
    """The latest score of each scale up to the end of the period, in a line; empty if there are none."""
    wording, known = material.wording, scales()
    latest = {one.scale: one for one in material.scores if one.day <= material.period.last}
    newest = sorted(latest.values(), key=_day, reverse=True)[:MOST_NAMED]
    return " · ".join(
        wording.say("scores.latest", name=_name(known, one), value=_value(one), day=wording.day(one.day))
        for one in newest
    )


def _day(score: ClinicScore) -> str:
    return score.day.isoformat()


def scores_list(material: Material) -> Listing | None:
    """The scores of the period, or None."""
    wording, known = material.wording, scales()
    found = [one for one in material.scores if one.day in material.period]
    if not found:
        return None
    return Listing(
        heading=wording.say("scores.heading"),
        caption=wording.say("scores.caption"),
        columns=tuple(wording.say(f"scores.{name}") for name in ("day", "scale", "value", "by", "note")),
        shares=(2, 3, NUMBER, 3, 4),
        rows=tuple(
            (
                wording.short_full(one.day),
                _named(material, known, one),
                _value(one),
                material.line(one.given_by),
                material.line(one.note),
            )
            for one in found
        ),
    )


def _name(known: Mapping[str, Scale], score: ClinicScore) -> str:
    scale = known.get(score.scale)
    return score.scale if scale is None else scale.name


def _named(material: Material, known: Mapping[str, Scale], score: ClinicScore) -> str:
    scale, say = known.get(score.scale), material.wording.say
    if scale is None:
        return score.scale
    way = say(f"scores.{scale.direction.value}")
    return say("scores.named", name=scale.name, low=f"{scale.minimum:g}", high=f"{scale.maximum:g}", way=way)


def _value(score: ClinicScore) -> str:
    return f"{score.value:g}"
