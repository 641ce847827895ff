"""`adtracker export`: the whole diary as JSON, or its days as a table."""

from __future__ import annotations

from adtracker.commands.desk import FINE, Desk
from adtracker.commands.output import put
from adtracker.exchange.contents import read_contents
from adtracker.exchange.export import export


def run(desk: Desk, *, form: str, target: str) -> int:
    """Write the diary to `target` in a format of `exchange.export`. Raises DiaryError and ExchangeError."""
    with desk.journal() as journal:
        contents = read_contents(journal)
    if put(desk, target, export(contents, form)):
        count = len(contents.entries)
        desk.say("export.written_one" if count == 1 else "export.written", count=count, file=target)
    return FINE
