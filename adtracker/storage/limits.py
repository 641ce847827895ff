"""Holds a diary to what fits on a day: so many questions are asked and triggers offered, and no more."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.kinds import KINDS, Record
from adtracker.storage.repositories.all_repositories import REPOSITORIES


def check_limits(wanted: Sequence[Record], connection: Connection | None = None) -> list[Problem]:
    """What there is too much of among records, together with what a diary has of their kind if one is given.

    To hide one is never too much, also where there are too many already.
    """
    problems = []
    for kind in (kind for kind in KINDS if kind.check_all):
        new = {record.key: record for record in wanted if isinstance(record, kind.of)}
        if kind.check_all and not all(record.hidden for record in new.values()):
            stored = () if connection is None else REPOSITORIES[kind.of].all(connection)
            problems += kind.check_all(({record.key: record for record in stored} | new).values())
    return problems
