"""Visits and side effects: the next and the last visit on page one, all of the period after it."""

from __future__ import annotations

from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import last_visit, next_visit
from adtracker.report.listing import Lines, Listing
from adtracker.report.material import Material

MOST_EFFECTS = 4


def visits_line(material: Material) -> str:
    """The last and the next visit, seen from the end of the period; empty if there are none."""
    wording, visits, end = material.wording, material.around.visits, material.period.last
    last, following = last_visit(visits, end), next_visit(visits, end)
    said = (
        wording.say("happened.last", day=wording.day(last.day)) if last else "",
        wording.say("happened.next", day=wording.day(following.day)) if following else "",
    )
    return " · ".join(filter(None, said))


def effects_lines(material: Material) -> Lines | None:
    """Side effects of the period in a sentence each, for page one: the worst first, and of these those that go on.

    None if there are none.
    """
    found = sorted(_effects(material), key=_urgency)
    if not found:
        return None
    wording = material.wording
    lines = tuple(_sentence(material, effect) for effect in found[:MOST_EFFECTS])
    more = wording.count("happened.more", len(found) - MOST_EFFECTS) if len(found) > MOST_EFFECTS else ""
    return Lines(wording.say("happened.effects_short"), lines, more)


_BY_SEVERITY = (Severity.SEVERE, Severity.MODERATE, Severity.MILD, None)


def _urgency(effect: SideEffect) -> tuple[int, bool, int]:
    """How soon it is to be read: the worst, of these what has not ended, of these the latest."""
    return _BY_SEVERITY.index(effect.severity), effect.last is not None, -effect.first.toordinal()


def _sentence(material: Material, effect: SideEffect) -> str:
    wording = material.wording
    how = "" if effect.severity is None else wording.other(f"happening.severity.{effect.severity.value}")
    words = ", ".join(filter(None, (material.brief(effect.what), how)))
    return wording.say("happened.effect", days=_days(material, effect), what=words)


def _days(material: Material, effect: SideEffect) -> str:
    wording = material.wording
    if effect.last is None:
        return wording.say("happened.since", day=wording.short_full(effect.first))
    return wording.short_span(effect.period)


def _effects(material: Material) -> list[SideEffect]:
    return [one for one in material.around.side_effects if one.period.meets(material.period)]


def visits_list(material: Material) -> Listing | None:
    """The visits of the period, or None."""
    wording = material.wording
    found = [visit for visit in material.around.visits if visit.day in material.period]
    if not found:
        return None
    return Listing(
        heading=wording.say("happened.visits"),
        caption="",
        columns=tuple(wording.say(f"happened.{name}") for name in ("day", "who", "notes")),
        shares=(1, 2, 4),
        rows=tuple((wording.short_full(one.day), material.line(one.who), material.line(one.notes)) for one in found),
    )


def effects_list(material: Material) -> Listing | None:
    """The side effects of the period with what was done about them, or None."""
    wording = material.wording
    found = _effects(material)
    if not found:
        return None
    return Listing(
        heading=wording.say("happened.effects"),
        caption=wording.say("happened.effects_caption"),
        columns=tuple(wording.say(f"happened.{name}") for name in ("days", "what", "severity", "done")),
        shares=(2, 3, 1, 3),
        rows=tuple(_effect(material, effect) for effect in found),
    )


def _effect(material: Material, effect: SideEffect) -> tuple[str, ...]:
    how = "" if effect.severity is None else material.wording.other(f"happening.severity.{effect.severity.value}")
    return _days(material, effect), material.line(effect.what), how, material.line(effect.done)
