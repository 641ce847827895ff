"""`adtracker export`: the whole diary as JSON, or its days as a table."""

from __future__ import annotations

from adtracker.commands.desk import FINE, Desk
from adtracker.commands.output import put
from adtracker.exchange import csv_days, json_diary

FORMATS = ("json", "csv")


def run(desk: Desk, *, form: str, target: str) -> int:
    """Write the diary to `target` in a format of `FORMATS`. Raises DiaryError and ExchangeError."""
    with desk.journal() as journal:
        profile, courses, entries = journal.profile(), journal.courses(), journal.entries()
    text = csv_days.write(entries) if form == "csv" else json_diary.write(profile, courses, entries)
    if put(desk, target, text.encode()):
        desk.say("export.written_one" if len(entries) == 1 else "export.written", count=len(entries), file=target)
    return FINE
