"""Makes the changes of an edit to a diary that others may have written to since; see `domain.replay`.

What names something goes with it: a treatment stays while there are doses of it, and doses do not come back to a
treatment that is gone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.common.progress import GoesOn, StoppedError, unwatched
from adtracker.domain.edits.edit import Change, Edit, Left
from adtracker.domain.edits.kinds import Record
from adtracker.domain.edits.parts import blank
from adtracker.domain.edits.replay import replayed
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.storage import unit_of_work as records
from adtracker.storage.limits import check_limits
from adtracker.storage.repositories.all_repositories import DAYS, DOSES, REPOSITORIES

# So many records are taken in at a time.
_AT_ONCE = 5_000


def replay(connection: Connection, wanted: Sequence[Change]) -> Edit:
    """Take every part that changed from `before` to `after`, but for what was changed elsewhere; that is in `left`."""
    last = {records.identity(change.record): change for change in wanted}
    changes: list[Change] = []
    left: list[Left] = []
    for change, now in zip(last.values(), records.current(connection, wanted), strict=True):
        after, kept = replayed(change, now.before)
        changes.append(Change(now.before, after))
        left += [] if kept is None else [kept]
    made, held = _parted(connection, changes)
    return replace(records.apply(connection, made), left=(*left, *(Left(change.record) for change in held)))


def taken_in(connection: Connection, wanted: Sequence[Change], goes_on: GoesOn = unwatched) -> Iterator[Edit]:
    """Make changes, each to another record, step by step: all at once, a million of them would take a gigabyte.

    Raises RefusedError if the diary then had more than fits on a day, or is no longer as the changes found it, and
    StoppedError if nobody waits, before the next step or before the last one is kept.
    """
    if problems := check_limits([change.after for change in wanted if change.after], connection):
        raise RefusedError(problems)
    numbers: dict[int, int] = {}
    for begin in range(0, len(wanted), _AT_ONCE):
        some = wanted[begin : begin + _AT_ONCE]
        changes = records.current(connection, some)
        if any(map(_is_another, changes, some)):
            raise RefusedError([Problem("", "changed_meanwhile")])
        yield records.apply(connection, changes, numbers)
        if not goes_on(min((begin + _AT_ONCE) / len(wanted), 1.0)):
            raise StoppedError


def _is_another(now: Change, planned: Change) -> bool:
    """Whether a record is not what it was when a change to it was planned; an empty profile is none."""
    if now.before is planned.before:
        return False
    return (now.before or blank(now.record)) != (planned.before or blank(planned.record))


def _parted(connection: Connection, changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """The changes that can be made, and those that would leave something behind that names what is not there."""
    real = [change for change in changes if change.before != change.after]
    there = _there(connection, [change.after for change in real if change.after is not None])
    made: list[Change] = []
    held: list[Change] = []
    for change in real:
        is_held = _goes_alone(connection, change, real) or _named(change.after) not in there
        (held if is_held else made).append(change)
    return made, held


def _there(connection: Connection, coming: Sequence[Record]) -> frozenset[Hashable]:
    """The treatments and forms that doses and answers among those that come can name; None where nothing is named."""
    found: list[Record] = [record for record in coming if isinstance(record, Treatment | Definition)]
    if any(isinstance(record, DayDoses) for record in coming):
        found += REPOSITORIES[Treatment].all(connection)
    if any(isinstance(record, Response) for record in coming):
        found += REPOSITORIES[Definition].all(connection)
    return frozenset({None, *(records.identity(record) for record in found)})


def _named(record: Record | None) -> Hashable:
    """The treatment or form that doses or answers belong to, as its identity."""
    if isinstance(record, DayDoses):
        return Treatment, record.treatment
    return (Definition, record.form) if isinstance(record, Response) else None


def _goes_alone(connection: Connection, change: Change, changes: Iterable[Change]) -> bool:
    """Whether it takes something away, or makes it mean something else, that others still name."""
    before, after = change.before, change.after
    if not isinstance(before, Treatment | Definition | Question):
        return False
    if after is not None and (not isinstance(before, Question) or before.kind is getattr(after, "kind", None)):
        return False
    going = {records.identity(one.record) for one in changes if one.after is None or not _names(one.after, before)}
    return any(_names(one, before) and records.identity(one) not in going for one in _all_naming(connection, before))


def _all_naming(connection: Connection, named: Treatment | Definition | Question) -> Iterable[Record]:
    """All that can name a record of this kind."""
    if isinstance(named, Treatment):
        return DOSES.of(connection, named.key) if named.key is not None else ()
    return REPOSITORIES[Response].all(connection) if isinstance(named, Definition) else DAYS.all(connection)


def _names(record: Record, named: Treatment | Definition | Question) -> bool:
    if isinstance(named, Question):
        return isinstance(record, DayEntry) and record.answer(named.key) is not None
    return _named(record) == records.identity(named)
