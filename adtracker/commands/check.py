"""`adtracker check`: is the diary sound?"""

from __future__ import annotations

from adtracker.commands.context import FAILED, FINE, CommandContext


def run(desk: CommandContext) -> int:
    """Look through the whole diary; what is wrong is named on standard error. Raises DiaryError."""
    with desk.journal() as journal:
        problems = journal.check()
    for problem in problems:
        desk.complain(desk.text("check.problem", place=problem.field, problem=desk.texts.problem(problem)))
    if problems:
        return FAILED
    desk.say("check.sound", file=desk.diary)
    return FINE
