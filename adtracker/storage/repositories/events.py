"""Visits and side effects by their number."""

from __future__ import annotations

from datetime import date

from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.storage.repositories.repository import Row, Values, day_of, day_text
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import SIDE_EFFECT, VISIT


def visit_of(row: Row) -> Visit:
    """A visit from a row of `visit`."""
    return Visit(
        day=date.fromisoformat(row["day"]),
        who=row["who"],
        notes=row["notes"],
        questions=row["questions"],
        removed_on=day_of(row["removed_on"]),
        key=row["id"],
    )


def visit_values(visit: Visit) -> Values:
    """The columns of `visit` but its number."""
    return {
        "day": visit.day.isoformat(),
        "who": visit.who,
        "notes": visit.notes,
        "questions": visit.questions,
        "removed_on": day_text(visit.removed_on),
    }


def side_effect_of(row: Row) -> SideEffect:
    """A side effect from a row of `side_effect`."""
    return SideEffect(
        what=row["what"],
        first=date.fromisoformat(row["first"]),
        last=day_of(row["last"]),
        severity=None if row["severity"] is None else Severity(row["severity"]),
        done=row["done"],
        removed_on=day_of(row["removed_on"]),
        key=row["id"],
    )


def side_effect_values(effect: SideEffect) -> Values:
    """The columns of `side_effect` but its number."""
    return {
        "what": effect.what,
        "first": effect.first.isoformat(),
        "last": day_text(effect.last),
        "severity": None if effect.severity is None else effect.severity.value,
        "done": effect.done,
        "removed_on": day_text(effect.removed_on),
    }


VISITS = RowRepository(VISIT, ["day"], visit_of, visit_values)
SIDE_EFFECTS = RowRepository(SIDE_EFFECT, ["first"], side_effect_of, side_effect_values)
