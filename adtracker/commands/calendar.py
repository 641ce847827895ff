"""`adtracker calendar`: the evening entry, visits, planned doses and questionnaires as a file for any calendar."""

from __future__ import annotations

from collections.abc import Collection
from datetime import time

from adtracker.commands.context import FINE, CommandContext
from adtracker.commands.output import put
from adtracker.domain.views.calendar import Slot
from adtracker.exchange.calendar_file import write_calendar
from adtracker.queries.calendar import read_calendar


def run(desk: CommandContext, *, target: str, at: time, without: Collection[str]) -> int:
    """Write the file to `target`. Raises DiaryError and ExchangeError."""
    slots = [slot for slot in Slot if slot.value not in without]
    with desk.journal() as journal:
        days = read_calendar(journal, desk.today(), slots)
        identity = journal.album.identity()
    if put(desk, target, write_calendar(days, at, identity, desk.now(), desk.texts)):
        desk.say("calendar.written", file=target, count=len(days))
        desk.say("calendar.alarms")
    return FINE
