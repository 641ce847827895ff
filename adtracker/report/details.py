"""What a person counted beyond the scores: days with signs week by week, triggers ticked, answers to own questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from adtracker.domain.common.measure import Measure
from adtracker.domain.records.trigger import all_triggers
from adtracker.domain.statistics.sign_days import LINES, SignDays, sign_days
from adtracker.report.key_numbers import minimum, n_of
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material, Week
from adtracker.report.wording import mean_text, week_number

# Own questions in one table, so that it fits the width of a page.
ABREAST = 4


def signs_list(material: Material) -> Listing | None:
    """The weeks in which signs were answered, each line as days of those answered, with their 0 to 28 sum; or None."""
    wording = material.wording
    counted = [(week, sign_days(material.known, week.means.period, material.itch_from)) for week in material.weeks]
    rows = tuple(_signs(material, week, found) for week, found in counted if found.has_chips)
    if not rows:
        return None
    names = [wording.other(f"signs.short.{line}") for line in LINES]
    return Listing(
        heading=wording.say("signs.heading"),
        caption=wording.say("signs.caption", itch=material.itch_from),
        columns=(wording.say("weekly.week"), wording.say("weekly.span"), *names, wording.say("signs.sum")),
        shares=(NUMBER, 1, *[NUMBER] * (len(LINES) + 1)),
        rows=rows,
    )


def _signs(material: Material, week: Week, found: SignDays) -> tuple[str, ...]:
    wording = material.wording
    none = wording.say("key_numbers.no_value")
    cells = [wording.say("signs.cell", days=one.days, n=one.n) if one.n else none for one in found.of.values()]
    total = none if found.total is None else str(found.total)
    return (week_number(week.number), wording.short_span(found.period), *cells, total)


def triggers_list(material: Material) -> Listing | None:
    """The triggers ticked in the period with how many days, most often first; or None."""
    wording = material.wording
    answered = [entry.context for entry in material.days.values() if entry.context is not None]
    counts = Counter(key for context in answered for key in context)
    if not counts:
        return None
    names = {one.key: one.name for one in all_triggers(wording.table("triggers")["usual"], material.triggers)}
    return Listing(
        heading=wording.say("triggers.heading"),
        caption=wording.count("triggers.caption", len(answered), days=wording.days(len(answered))),
        columns=(wording.say("triggers.name"), wording.say("triggers.days")),
        shares=(1, NUMBER),
        rows=tuple(
            (material.line(names.get(key, key)), str(days))
            for key, days in sorted(counts.items(), key=lambda one: (-one[1], names.get(one[0], one[0])))
        ),
    )


def own_lists(material: Material) -> tuple[Listing, ...]:
    """The weeks of own questions answered in the period, a few questions in a table."""
    weeks = material.weeks
    return tuple(_own(material, few, weeks) for few in _few(material.own_measures))


def _few(measures: Sequence[Measure]) -> Iterator[Sequence[Measure]]:
    return (measures[first : first + ABREAST] for first in range(0, len(measures), ABREAST))


def _own(material: Material, measures: Sequence[Measure], weeks: Sequence[Week]) -> Listing:
    wording = material.wording
    return Listing(
        heading=wording.say("own.heading"),
        caption=f"{wording.say('weekly.caption')} {minimum(material)}",
        columns=(
            wording.say("weekly.week"),
            wording.say("weekly.span"),
            *(_column(material, one) for one in measures),
        ),
        shares=(NUMBER, 2, *[2] * len(measures)),
        rows=tuple(_week(material, week, measures) for week in weeks),
    )


def _column(material: Material, measure: Measure) -> str:
    name, scale = (material.wording.measure(measure, part) for part in ("label", "scale"))
    return material.wording.say("own.column", name=name, scale=scale)


def _week(material: Material, week: Week, measures: Sequence[Measure]) -> tuple[str, ...]:
    wording, period = material.wording, week.means.period
    cells = []
    for measure in measures:
        mean = week.means.of[measure.key]
        value = wording.say("too_few") if mean.mean is None else mean_text(mean.mean, measure)
        cells.append(wording.say("own.cell", value=value, n=n_of(wording, mean)))
    return (week_number(week.number), wording.short_span(period), *cells)
