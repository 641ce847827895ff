"""Weeks that were recalled: a table of their own below the weeks, in which no average and no day is."""

from __future__ import annotations

from adtracker.domain.records.recall import ASKED, Recall
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material
from adtracker.report.wording import value_text


def recalled_list(material: Material) -> Listing | None:
    """A row a week, by the days it speaks of; a question that nobody answered has no column. None if there are none."""
    wording, found = material.wording, material.recalls
    shown = [name for name in ASKED if any(one.answer(name) is not None for one in found)]
    if not shown:
        return None
    return Listing(
        heading=wording.say("recalled.heading"),
        caption=" ".join(filter(None, (wording.say("recalled.caption"), weeks_line(material)))),
        columns=(wording.say("recalled.span"), *(wording.other(f"measures.{ASKED[one].key}.label") for one in shown)),
        shares=(1, *[NUMBER] * len(shown)),
        rows=tuple((wording.short_span(one.period), *(_cell(material, one, name) for name in shown)) for one in found),
    )


def weeks_line(material: Material) -> str:
    """How many weeks were answered, for those who write once a week; empty for all others."""
    found = material.answered
    if found is None or not found.asked:
        return ""
    return material.wording.say("recalled.answered", answered=found.answered, asked=found.asked)


def beside_line(material: Material) -> str:
    """How many weeks stand beside days that cannot tell anything; empty where there are none."""
    count = len(material.recalls)
    return material.wording.other("trend.recalled", count=count) if count else ""


def _cell(material: Material, recall: Recall, name: str) -> str:
    value = recall.answer(name)
    return material.wording.say("recalled.none") if value is None else value_text(value, ASKED[name])
