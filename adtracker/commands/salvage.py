"""`adtracker salvage`: what can be read of a damaged diary, in a new one."""

from __future__ import annotations

from pathlib import Path

from adtracker.commands.access import key_of
from adtracker.commands.context import FINE, CommandContext


def run(desk: CommandContext, *, target: Path) -> int:
    """Make the new diary, and name what could not be read, a line each. Raises DiaryError; there is none then."""
    from adtracker.storage.header import looks_sealed  # noqa: PLC0415, not loaded for --help and wrong usage
    from adtracker.storage.salvage.salvaging import salvage  # noqa: PLC0415

    key = key_of(desk, desk.diary) if looks_sealed(desk.diary) else None
    done = salvage(desk.diary, target, lambda number: desk.text("salvage.treatment", number=number), key)
    desk.say("salvage.written", saved=len(done.saved), days=done.days, file=target)
    if not done.lost and not done.changed:
        desk.say("salvage.all_there")
    for said, places in (("lost", done.lost), ("changed", done.changed)):
        for place in places:
            what = desk.texts.say(f"records.{place.kind}.many")
            desk.complain(desk.text(f"salvage.{said}", what=what, place=place.where))
    if not done.has_photos:
        desk.complain(desk.text("salvage.no_photos"))
    return FINE
