"""`adtracker summary --together`: how worst itch differed on days with and without what was noted, as in the window."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from adtracker.commands.context import CommandContext
from adtracker.commands.summary.features import wrapped
from adtracker.domain.records.course import Course
from adtracker.domain.records.question import TEXT_LIMIT, AnswerKind
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.statistics.association import Association
from adtracker.domain.statistics.exposures import Alike, Exposure
from adtracker.domain.statistics.findings import Finding, Findings, by_name, look_for
from adtracker.exchange.values import shown
from adtracker.language import digits
from adtracker.queries.associations import read_noted
from adtracker.storage.journal import Journal


def read_together(desk: CommandContext, journal: Journal, course: Course) -> Findings:
    """Work it out, in this process and with nobody to stop it but Ctrl+C."""
    from adtracker.domain.statistics.associations import associations  # noqa: PLC0415 -- numpy, for those who ask alone

    noted = read_noted(journal, desk.texts.table("triggers")["usual"])
    found = look_for(noted, course, partial(associations, go_on=_always))
    assert found is not None, "nobody stops it"
    return found


def _always(_share: float) -> bool:
    return True


def together_lines(desk: CommandContext, found: Findings) -> list[str]:
    """The lines, none wider than a terminal."""
    treatments = desk.text("together.treatments")
    said = [desk.texts.say("together.intro"), *_sentences(desk, found), treatments, desk.texts.say("together.limits")]
    return ["", *(line for sentence in said for line in wrapped(sentence))]


def _sentences(desk: CommandContext, found: Findings) -> Iterator[str]:
    if found.is_empty:
        yield desk.text("together.nothing")
    for one in by_name(found.compared):
        yield from (_look(desk, one, look) for look in one.looks)
    for one in by_name(found.too_few):
        yield _too_few(desk, one)
    for factor in found.alike:
        key = "always" if factor.alike is Alike.ALWAYS else "never"
        yield desk.text(f"together.{key}", what=_name(desk, factor), days=len(factor.days))


def _look(desk: CommandContext, one: Finding, look: Association) -> str:
    """Such as "Stress, the same day: +0.8 (12 days with, 80 without); it does not stand out."."""
    values = {
        "what": _name(desk, one.factor),
        "lag": desk.text(f"together.{look.lag.name.lower()}"),
        "days_with": look.days_with,
        "days_without": look.days_without,
    }
    if look.difference is None:
        return desk.text("together.few", **values)
    if look.same_days_as is not None:
        other = _name(desk, one.named(look.same_days_as))
        return desk.text("together.alone", other=other, difference=look.difference, **values)
    means = {"mean_with": look.with_it.mean, "mean_without": look.without.mean}
    numbers = {"difference": look.difference, "low": look.low, "high": look.high}
    key = "calm" if not look.stands_out else "more" if look.difference > 0 else "less"
    return desk.text(f"together.{key}", **values, **means, **numbers)


def _too_few(desk: CommandContext, one: Finding) -> str:
    nearest, key = one.nearest, "no_week" if one.has_days else "too_few"
    counts = {"days_with": nearest.days_with, "days_without": nearest.days_without}
    return desk.text(f"together.{key}", what=_name(desk, one.factor), **counts)


def _name(desk: CommandContext, factor: Exposure) -> str:
    """What days with it had: Stress; “Did I swim?” yes; “Pain” above 4."""
    name = shown(factor.name, TEXT_LIMIT)
    if isinstance(factor.of, Trigger):
        return name
    if factor.of.kind is AnswerKind.YES_NO or factor.middle is None:
        return desk.text("together.yes", name=name)
    return desk.text("together.above", name=name, middle=digits(factor.middle, ".12g"))
