"""Holds a diary to what fits on a day: so many questions are asked and triggers offered, and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.edit import Record
from adtracker.domain.records import question, trigger
from adtracker.storage.repositories.own import QUESTIONS, TRIGGERS
from adtracker.storage.repositories.rows import RowRepository

_Check = Callable[[Iterable[Any]], list[Problem]]
_KINDS: Sequence[tuple[type[Any], RowRepository[Any], _Check]] = (
    (trigger.Trigger, TRIGGERS, trigger.check_together),
    (question.Question, QUESTIONS, question.check_together),
)


def check_limits(wanted: Sequence[Record], connection: Connection | None = None) -> list[Problem]:
    """What there is too much of among records, together with what a diary has of their kind if one is given.

    To hide one is never too much, also where there are too many already.
    """
    problems = []
    for kind, shelf, check in _KINDS:
        new = {record.key: record for record in wanted if isinstance(record, kind)}
        if not all(record.hidden for record in new.values()):
            stored = () if connection is None else shelf.all(connection)
            problems += check(({record.key: record for record in stored} | new).values())
    return problems
