"""Scores of the clinic and of questionnaires: of those with two values page one says how far they came, of others the
latest. All of the period come after it."""

from __future__ import annotations

from collections.abc import Collection, Hashable

from adtracker.domain.scores.response import Response
from adtracker.domain.scores.score_change import ScoreChange, same_score, score_changes
from adtracker.domain.scores.score_reading import Reading
from adtracker.language import digits
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material
from adtracker.report.wording import joined

MOST_NAMED = 3


def changes(material: Material) -> tuple[ScoreChange, ...]:
    """The scores that have two values up to the end of the period."""
    start = material.course.start if material.course else None
    return score_changes(material.around.readings, start, material.period.last)


def scores_line(material: Material, besides: Collection[Hashable] = ()) -> str:
    """The latest value of each score up to the end of the period, in a line; empty if there are none.

    `besides` are those that are told elsewhere (`same_score`).
    """
    known = (one for one in material.around.readings if _is_known(one, material))
    latest = {same_score(one): one for one in known if same_score(one) not in besides}
    newest = sorted(latest.values(), key=_day, reverse=True)
    said = [_brief(material, one) for one in newest[:MOST_NAMED]]
    if len(newest) > MOST_NAMED:
        said.append(material.wording.count("scores.more", len(newest) - MOST_NAMED))
    return " · ".join(said)


def _is_known(one: Reading, material: Material) -> bool:
    return one.value is not None and one.day <= material.period.last


def _day(one: Reading) -> str:
    return one.day.isoformat()


def _brief(material: Material, one: Reading) -> str:
    wording = material.wording
    told = ", ".join(filter(None, (_range(material, one), wording.short_full(one.day))))
    return wording.say("scores.latest", name=material.brief(one.name), value=_value(material, one), told=told)


def scores_list(material: Material) -> Listing | None:
    """The scores of the period, or None."""
    wording = material.wording
    found = [one for one in material.around.readings if one.day in material.period]
    if not found:
        return None
    return Listing(
        heading=wording.say("scores.heading"),
        caption=_caption(material, found),
        columns=tuple(wording.say(f"scores.{name}") for name in ("day", "scale", "value", "by", "note")),
        shares=(2, 4, 2 if any(one.value is None for one in found) else NUMBER, 3, 3),
        rows=tuple(_row(material, one) for one in found),
    )


def _caption(material: Material, found: list[Reading]) -> str:
    """Where the numbers come from, of each kind that there is."""
    kinds = [isinstance(one.record, Response) for one in found]
    given = "" if all(kinds) else material.wording.say("scores.given")
    return joined((given, material.wording.say("scores.filled") if any(kinds) else ""))


def _row(material: Material, one: Reading) -> tuple[str, ...]:
    record, wording = one.record, material.wording
    if isinstance(record, Response):
        by, note = wording.say("scores.by_patient"), ""
    else:
        by, note = material.line(record.given_by), material.line(record.note)
    return wording.short_full(one.day), _named(material, one), _value(material, one), by, note


def _named(material: Material, one: Reading) -> str:
    """Such as "EASI (0 to 72, lower is better)" or "My skin week, version 2 (0 to 12)"."""
    say, name = material.wording.say, material.line(one.name)
    if one.version:
        name = say("scores.version", name=name, version=material.line(one.version))
    facts = scale_facts(material, one)
    return say("scores.named", name=name, facts=facts) if facts else name


def scale_facts(material: Material, one: Reading) -> str:
    """Such as "0 to 72, lower is better", as far as it is known."""
    way = material.wording.say(f"scores.{one.direction.value}") if one.direction else ""
    return ", ".join(filter(None, (_range(material, one), way)))


def _range(material: Material, one: Reading) -> str:
    if one.span is None:
        return ""
    low, high = (digits(end) for end in one.span)
    return material.wording.say("scores.range", low=low, high=high)


def _value(material: Material, one: Reading) -> str:
    """The score, or why there is none."""
    if one.value is not None:
        return digits(one.value)
    wording = material.wording
    return wording.count("scores.missing", one.missing) if one.missing else wording.say("scores.unscored")
