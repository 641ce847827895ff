"""What `adtracker summary` says of weeks that were recalled, below all numbers that come of days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from adtracker.commands.context import CommandContext
from adtracker.domain.records.recall import ASKED, Recall
from adtracker.language import digits
from adtracker.queries.summary import CourseSummary


def recalled_lines(desk: CommandContext, found: CourseSummary) -> Iterator[str]:
    """A line for each week, then how many were answered where the diary is kept once a week."""
    for one in found.recalls:
        period = one.period
        yield desk.text("summary.recalled", first=period.first, last=period.last, answers=_answers(desk, one))
    if found.answered is not None and found.answered.asked:
        yield desk.text("summary.answers_of_weeks", **asdict(found.answered))


def _answers(desk: CommandContext, recall: Recall) -> str:
    names = desk.texts.measures()
    words = ((names[ASKED[name].key]["inside"], ASKED[name], value) for name, value in recall.answers.items())
    return ", ".join(f"{name} {digits(value, '.12g')}{_unit(one.unit)}" for name, one, value in words)


def _unit(unit: str) -> str:
    return f" {unit}" if unit else ""
