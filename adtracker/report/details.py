"""What a person counted beyond the scores: days with signs week by week, triggers ticked, answers to own questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from adtracker.domain.common.measure import Measure
from adtracker.domain.records.trigger import all_triggers
from adtracker.domain.statistics.sign_days import LINES, SignDays, sign_days
from adtracker.report.by_stretch import caption, from_the_first, head_cells, head_columns, head_shares, recorded_of
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material
from adtracker.report.stretches import Step, Stretch
from adtracker.report.wording import joined, mean_text

# Own questions in one table, so that it fits the width of a page.
ABREAST = 4


def signs_list(material: Material) -> Listing | None:
    """The weeks in which signs were answered, each line as days of those answered; or None.

    A week has its 0 to 28 sum.
    """
    wording = material.wording
    counted = [(one, sign_days(material.known, one.means.period, material.itch_from)) for one in material.stretches]
    rows = tuple(_signs(material, one, found) for one, found in counted if found.has_chips)
    if not rows:
        return None
    names, has_sum = [wording.other(f"signs.short.{line}") for line in LINES], material.step is Step.WEEK
    return Listing(
        heading=wording.say("signs.heading"),
        caption=joined(
            (wording.say("signs.caption", itch=material.itch_from), wording.say("signs.caption_sum") if has_sum else "")
        ),
        columns=(*head_columns(material), *names, *([wording.say("signs.sum")] if has_sum else [])),
        shares=(*head_shares(material), *[NUMBER] * (len(LINES) + has_sum)),
        rows=rows,
    )


def _signs(material: Material, stretch: Stretch, found: SignDays) -> tuple[str, ...]:
    wording = material.wording
    none = wording.say("key_numbers.no_value")
    cells = [wording.say("signs.cell", days=one.days, n=one.n) if one.n else none for one in found.of.values()]
    total = none if found.total is None else str(found.total)
    return (*head_cells(material, stretch), *cells, *([total] if material.step is Step.WEEK else []))


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
    return tuple(_own(material, few) for few in _few(material.own_measures))


def _few(measures: Sequence[Measure]) -> Iterator[Sequence[Measure]]:
    """As few tables as can be, and about as many questions in each: five are three and two, not four and one."""
    tables = ceil(len(measures) / ABREAST)
    each = ceil(len(measures) / max(tables, 1))
    return (measures[first : first + each] for first in range(0, len(measures), max(each, 1)))


def _own(material: Material, measures: Sequence[Measure]) -> Listing:
    wording = material.wording
    return Listing(
        heading=wording.say("own.heading"),
        caption=caption(material),
        columns=(*head_columns(material), *(_column(material, one) for one in measures)),
        shares=(*head_shares(material), *[1] * len(measures)),
        rows=tuple(_answers(material, one, measures) for one in from_the_first(material.stretches, measures)),
    )


def _column(material: Material, measure: Measure) -> str:
    name, scale = (material.wording.measure(measure, part) for part in ("label", "scale"))
    return material.wording.say("own.column", name=name, scale=scale)


def _answers(material: Material, stretch: Stretch, measures: Sequence[Measure]) -> tuple[str, ...]:
    wording = material.wording
    cells = []
    for measure in measures:
        mean = stretch.means.of[measure.key]
        value = wording.say("too_few") if mean.mean is None else mean_text(mean.mean, measure)
        cells.append(wording.say("own.cell", value=value, n=recorded_of(material, stretch, mean)))
    return (*head_cells(material, stretch), *cells)
