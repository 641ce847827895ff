"""What one click on a treatment of a day records: one more dose taken, one fewer, or the rest skipped."""

from __future__ import annotations

from dataclasses import replace

from adtracker.domain.treatments.dose import MOST_A_DAY, DayDoses
from adtracker.domain.treatments.due import Due
from adtracker.domain.treatments.schedule import WhenNeeded


def is_counted(due: Due) -> bool:
    """Whether there can be several doses on the day; a single one is simply taken or not."""
    needed = due.plan is not None and isinstance(due.plan.schedule, WhenNeeded)
    return needed or due.planned > 1 or due.doses.taken > 1


def can_skip(due: Due) -> bool:
    """Whether the day has a planned dose that may be skipped, or could have been."""
    return due.planned_for is not None and due.planned_for <= due.doses.day and due.answered_on is None


def take(due: Due) -> DayDoses:
    """The doses with one more taken; a single one that is taken already is taken back."""
    doses = due.doses
    if not is_counted(due):
        return _with_taken(doses, 1 - doses.taken, 0)
    taken = min(doses.taken + 1, MOST_A_DAY)
    return _with_taken(doses, taken, max(due.planned - taken, 0) if doses.skipped else 0)


def take_back(due: Due) -> DayDoses:
    """The doses with one taken fewer; what was skipped beside it is not known any more."""
    return _with_taken(due.doses, max(due.doses.taken - 1, 0), 0)


def skip(due: Due) -> DayDoses:
    """The doses with all that are not taken skipped, a single one also if it was taken; skipped ones are taken back."""
    doses = due.doses
    taken = doses.taken if is_counted(due) else 0
    return _with_taken(doses, taken, 0 if doses.skipped else max(due.planned - taken, 0))


def _with_taken(doses: DayDoses, taken: int, skipped: int) -> DayDoses:
    """The new counts; the words that belong to doses which are there no more go with them."""
    return replace(
        doses,
        taken=taken,
        skipped=skipped,
        reason=doses.reason if skipped else "",
        amount=doses.amount if taken else "",
        sites=doses.sites if taken else (),
    )
