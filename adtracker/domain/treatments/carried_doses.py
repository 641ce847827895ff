"""The doses of a day that were the same on the day before: what one click takes over from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.due import Due
from adtracker.domain.treatments.schedule import Daily, WhenNeeded
from adtracker.domain.treatments.treatment import Kind


def carried_over(rows: Iterable[Due], before: Iterable[DayDoses]) -> tuple[DayDoses, ...]:
    """The doses of the day before as doses of the day that `rows` are about.

    Only where that day has nothing recorded yet, and only for what is used by the day: an injection, or anything else
    with days between two doses, is not given again because it was given yesterday. No more than is planned is taken
    over, and no reason: why a dose was skipped is a day's own.
    """
    recorded = {doses.treatment: doses for doses in before}
    return tuple(
        _same(row, recorded[row.doses.treatment])
        for row in rows
        if _is_by_the_day(row) and row.doses.is_empty and row.doses.treatment in recorded
    )


def _is_by_the_day(row: Due) -> bool:
    if row.plan is None or row.treatment.kind is Kind.INJECTION:
        return False
    return isinstance(row.plan.schedule, Daily | WhenNeeded)


def _same(row: Due, before: DayDoses) -> DayDoses:
    assert row.plan is not None, "only what is planned is taken over"
    taken, skipped = before.taken, before.skipped
    if isinstance(row.plan.schedule, Daily):
        taken = min(taken, row.plan.schedule.times)
        skipped = min(skipped, row.plan.schedule.times - taken)
    return replace(row.doses, taken=taken, skipped=skipped, amount=before.amount if taken else "")
