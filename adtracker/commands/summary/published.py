"""What is counted beside published definitions, as lines of the summary."""

from __future__ import annotations

from adtracker.commands.context import CommandContext
from adtracker.commands.summary.features import wrapped
from adtracker.domain.statistics.published_counts import PublishedCounts
from adtracker.domain.statistics.published_phrase import Speech, published_line, published_rows


def published_lines(desk: CommandContext, found: PublishedCounts) -> list[str]:
    """A heading and a sentence or two for each count, none wider than a terminal."""
    speech = Speech(
        desk.texts.say,
        span=lambda period: desk.text("summary.period", first=period.first, last=period.last).strip(),
        day=lambda day: day.isoformat(),
    )
    rows = published_rows(found, speech)
    lines = (line for row in rows for line in wrapped(published_line(row, speech)))
    return [f"{desk.texts.say('published.heading')}:", *lines]
