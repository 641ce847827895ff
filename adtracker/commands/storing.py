"""Puts into the diary what a command has read, all of it or nothing, and says what became of it."""

from __future__ import annotations

from pathlib import Path

from adtracker.commands.context import CommandContext
from adtracker.commands.copies import before_change
from adtracker.commands.import_report import tell
from adtracker.exchange.codecs.all_codecs import read_alike
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.merge import plan_merge
from adtracker.files import is_there


def store(desk: CommandContext, parsed: ImportResult, *, overwrite: bool, only_look: bool) -> None:
    """Store it after a checked copy was made, as one edit. To `only_look` stores nothing. Raises DiaryError."""
    is_new = not is_there(desk.diary)
    if only_look and is_new:
        return
    with desk.journal(create=_may_be_begun(desk)) as journal:
        if not is_new and not only_look:
            before_change(desk, journal)
        found = plan_merge(read_alike(journal, parsed), parsed, overwrite=overwrite)
        if not only_look:
            journal.keep_pixels(parsed.pictures.values())
            journal.take_in(found.edit, undoable=False)
    tell(desk, found)
    if only_look:
        desk.say("import.only_looked")


def _may_be_begun(desk: CommandContext) -> bool:
    """Whether the diary is made where there is none. The one that the settings name was there once, and may lie on a
    stick that is not in: another one is not begun in its place.
    """
    return desk.settings.diary is None or desk.diary != Path(desk.settings.diary)
