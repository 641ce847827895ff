"""What stands in for records that are lost but named by others: without it doses and answers could not be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment


def stand_ins(found: Sequence[Record], called: Callable[[int], str]) -> Iterator[Record]:
    """A treatment, by what it is `called`, for doses that have none; a hidden question for answers that have none."""
    there = {record.key for record in found if isinstance(record, Treatment)}
    first: dict[int, DayDoses] = {}
    for doses in (record for record in found if isinstance(record, DayDoses) and record.treatment not in there):
        first[doses.treatment] = min(first.get(doses.treatment, doses), doses, key=_day)
    for number, doses in sorted(first.items()):
        yield Treatment(called(number), Kind.OTHER, (Plan(doses.day, WhenNeeded()),), key=number)
    asked = {record.key for record in found if isinstance(record, Question)}
    for key in sorted(_answered(found) - asked):
        yield Question(key, key, AnswerKind.COUNT, hidden=True)


def _day(doses: DayDoses) -> date:
    return doses.day


def _answered(found: Iterable[Record]) -> set[str]:
    return {key for record in found if isinstance(record, DayEntry) for key, _ in record.answers}
