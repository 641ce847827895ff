"""`adtracker export`: the whole diary as JSON, or its days as a table."""

from __future__ import annotations

from pathlib import Path

from adtracker.commands.desk import FINE, Desk
from adtracker.commands.output import STANDARD_OUTPUT, put
from adtracker.exchange.contents import Contents, read_contents
from adtracker.exchange.export import JSON, export, write_export
from adtracker.exchange.picture_folder import picture_folder


def run(desk: Desk, *, form: str, target: str) -> int:
    """Write the diary to `target` in a format of `exchange.export`. Raises DiaryError and ExchangeError.

    Pictures go into a folder beside the file; standard output has no place beside it.
    """
    has_place = target != STANDARD_OUTPUT
    with desk.journal() as journal:
        contents = read_contents(journal, with_pictures=has_place and form == JSON)
    if not has_place:
        put(desk, target, export(contents, form))
        return FINE
    write_export(contents, form, Path(target), desk.diary)
    _tell(desk, contents, target)
    return FINE


def _tell(desk: Desk, contents: Contents, target: str) -> None:
    count = len(contents.entries)
    desk.say("export.written_one" if count == 1 else "export.written", count=count, file=target)
    if pictures := len(contents.pictures):
        key = "export.pictures_one" if pictures == 1 else "export.pictures"
        desk.say(key, count=pictures, folder=picture_folder(Path(target)))
