"""Visits and side effects by their number."""

from __future__ import annotations

from datetime import date

from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.storage.repositories.repository import Row, Values, day_of, day_text
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import SIDE_EFFECT, VISIT


def visit_of(row: Row) -> Visit:
    """A visit from the columns of `visit`, in their order."""
    key, day, who, notes, questions, removed_on = row
    return Visit(date.fromisoformat(day), who, notes, questions, day_of(removed_on), key)


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
    """A side effect from the columns of `side_effect`, in their order."""
    key, what, first, last, severity, done, removed_on = row
    how_bad = None if severity is None else Severity(severity)
    return SideEffect(what, date.fromisoformat(first), day_of(last), how_bad, done, day_of(removed_on), key)


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
