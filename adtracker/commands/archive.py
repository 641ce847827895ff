"""`adtracker archive`: the whole diary in one ZIP that can be read without the program."""

from __future__ import annotations

from pathlib import Path

from adtracker.archive.making import MadeArchive, make_archive
from adtracker.archive.years import Press
from adtracker.commands.context import FINE, CommandContext
from adtracker.queries.conventions import Conventions
from adtracker.report.printing import Paper
from adtracker.report.typeset import typeset_here


def run(desk: CommandContext, *, target: Path, paper: Paper) -> int:
    """Write the archive to `target`. Raises DiaryError, ReportError and ExchangeError; nothing is written then."""
    press = Press(desk.texts, paper, Conventions.of(desk.settings), typeset_here)
    with desk.journal() as journal:
        made = make_archive(journal, target, desk.now(), desk.today(), press)
    assert made is not None, "nobody stopped it"
    _tell(desk, made)
    return FINE


def _tell(desk: CommandContext, made: MadeArchive) -> None:
    desk.say("archive.written", days=made.days, photos=made.photos, file=made.file)
    if made.lacking:
        desk.say("archive.lacking", count=made.lacking)
    desk.say("archive.open")
