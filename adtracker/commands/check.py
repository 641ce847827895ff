"""`adtracker check`: is the diary sound?"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from adtracker.commands.ahead import tell_ahead
from adtracker.commands.context import FAILED, FINE, CommandContext
from adtracker.commands.in_part import say_in_part
from adtracker.errors import DiaryError

if TYPE_CHECKING:
    from adtracker.storage.journal import Journal


def run(desk: CommandContext) -> int:
    """Look through the whole diary; what is wrong first is named on standard error. Raises DiaryError.

    Days that lie ahead and pictures that no day names are said, and are nothing wrong; small pictures that are not what
    they were are made anew.
    """
    with desk.journal() as journal:
        renewed = _renewed(journal)
        problems, ahead = journal.check(), journal.days_ahead()
        own, others = journal.album.count_loose()
    tell_ahead(desk, ahead)
    _count(desk, "loose", own)
    _count(desk, "loose_foreign", others)
    _count(desk, "renewed", renewed)
    said = (desk.text("check.problem", place=one.field, problem=desk.texts.problem(one)) for one in problems)
    say_in_part(desk, desk.complain, said, len(problems))
    if problems:
        return FAILED
    desk.say("check.sound", file=desk.diary)
    return FINE


def _renewed(journal: Journal) -> int:
    """Make small pictures anew where that has to be; how many. What keeps it from being done, the check says."""
    if journal.photo_counts() == (0, 0):
        return 0
    from adtracker.photos.clean import take_back  # noqa: PLC0415, Pillow is loaded for pictures alone

    with suppress(DiaryError):
        return journal.album.renew_thumbnails(take_back)
    return 0


def _count(desk: CommandContext, key: str, count: int) -> None:
    """Say how many there are of something, if there are any."""
    if count:
        desk.say(f"check.{key}", count=count)
