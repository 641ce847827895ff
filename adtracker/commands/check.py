"""`adtracker check`: is the diary sound?"""

from __future__ import annotations

from adtracker.commands.ahead import tell_ahead
from adtracker.commands.desk import FAILED, FINE, Desk


def run(desk: Desk) -> int:
    """Look through the whole diary; what is wrong is named on standard error. Raises DiaryError.

    Days that lie ahead are said, and are nothing wrong.
    """
    with desk.journal() as journal:
        problems, ahead = journal.check(), journal.days_ahead()
    tell_ahead(desk, ahead)
    for problem in problems:
        desk.complain(desk.text("check.problem", place=problem.field, problem=desk.texts.problem(problem)))
    if problems:
        return FAILED
    desk.say("check.sound", file=desk.diary)
    return FINE
