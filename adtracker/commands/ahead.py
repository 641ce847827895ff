"""What a command says of days that lie ahead: they are no damage, and worth knowing of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from adtracker.commands.context import CommandContext
from adtracker.commands.in_part import MOST_NAMED, say_more


def tell_ahead(desk: CommandContext, days: Collection[date]) -> None:
    """Say which days have not come yet and have something all the same; nothing where there are none."""
    if not days:
        return
    named = ", ".join(day.isoformat() for day in sorted(days)[:MOST_NAMED])
    desk.say("ahead", count=len(days), days=named)
    say_more(desk, desk.show, len(days) - MOST_NAMED)
