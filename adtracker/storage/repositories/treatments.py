"""Treatments by their number, with their plans; a new one has no number until it is stored."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Every, Schedule, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage.repositories.repository import Row, Values, day_of, day_text, replace_parts
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import TREATMENT, TREATMENT_PLAN

_PLAN = TREATMENT_PLAN.c
_NAMED = [part for column in _PLAN if column.name != "treatment" for part in (column.name, column)]
_PLANS = (
    select(func.json_group_array(func.json_object(*_NAMED))).where(_PLAN.treatment == TREATMENT.c.id).label("plans")
)
_PUT_PLAN = insert(TREATMENT_PLAN)
_DROP_PLANS = delete(TREATMENT_PLAN).where(_PLAN.treatment == bindparam("of_id"))


class Treatments(RowRepository[Treatment]):
    """The repository of treatments; there are few of them."""

    def __init__(self) -> None:
        super().__init__(TREATMENT, [], treatment_of, treatment_values, _PLANS)

    def all(self, connection: Connection) -> tuple[Treatment, ...]:
        """All treatments, by start, deleted ones included."""
        return tuple(sorted(super().all(connection), key=_by_start))

    def removed(self, connection: Connection) -> tuple[Treatment, ...]:
        """Those that were deleted, by start."""
        return tuple(sorted(super().removed(connection), key=_by_start))

    def put(self, connection: Connection, records: Sequence[Treatment]) -> Sequence[Treatment]:
        """Store treatments, and their plans in place of those that they had; new ones get their number."""
        stored = super().put(connection, records)
        plans = [row for treatment in stored for row in plan_values(treatment)]
        replace_parts(connection, _DROP_PLANS, [{"of_id": treatment.key} for treatment in stored], _PUT_PLAN, plans)
        return stored


def _by_start(treatment: Treatment) -> tuple[date, int]:
    return treatment.started, treatment.key or 0


def treatment_of(row: Row) -> Treatment:
    """A treatment from a row of `treatment`, with its `plans` as a JSON array of objects."""
    plans = tuple(sorted(map(_plan_of, json.loads(row["plans"])), key=_by_first))
    if not plans:
        raise ValueError("a treatment without a plan")
    return Treatment(
        name=row["name"],
        kind=Kind(row["kind"]),
        plans=plans,
        strength=row["strength"],
        counted_on=day_of(row["counted_on"]),
        doses_left=row["doses_left"],
        order_days=row["order_days"],
        removed_on=day_of(row["removed_on"]),
        key=row["id"],
    )


def _by_first(plan: Plan) -> date:
    return plan.first


def _plan_of(plan: Mapping[str, Any]) -> Plan:
    return Plan(
        first=date.fromisoformat(plan["first"]),
        schedule=_schedule_of(plan["schedule"], plan["count"], plan["start"]),
        dose=plan["dose"],
        loading_dose=plan["loading_dose"],
        reason=plan["reason"],
        known=Known(plan["known"]),
    )


def _schedule_of(kind: str, count: int, start: str) -> Schedule:
    if kind == "daily":
        return Daily(count)
    if kind in ("when_needed", "stopped"):
        return WhenNeeded() if kind == "when_needed" else Stopped()
    return Every(count, Unit(kind), date.fromisoformat(start))


def treatment_values(treatment: Treatment) -> Values:
    """The columns of `treatment` but its number."""
    return {
        "name": treatment.name,
        "kind": treatment.kind.value,
        "strength": treatment.strength,
        "counted_on": day_text(treatment.counted_on),
        "doses_left": treatment.doses_left,
        "order_days": treatment.order_days,
        "removed_on": day_text(treatment.removed_on),
    }


def plan_values(treatment: Treatment) -> list[Values]:
    """The rows of `treatment_plan`."""
    return [
        {
            "treatment": treatment.key,
            "first": plan.first.isoformat(),
            **_schedule_values(plan.schedule),
            "dose": plan.dose,
            "loading_dose": plan.loading_dose,
            "reason": plan.reason,
            "known": plan.known.value,
        }
        for plan in treatment.plans
    ]


def _schedule_values(schedule: Schedule) -> Values:
    if isinstance(schedule, Every):
        return {"schedule": schedule.unit.value, "count": schedule.count, "start": schedule.start.isoformat()}
    if isinstance(schedule, Daily):
        return {"schedule": "daily", "count": schedule.times, "start": None}
    kind = "when_needed" if isinstance(schedule, WhenNeeded) else "stopped"
    return {"schedule": kind, "count": None, "start": None}


TREATMENTS = Treatments()
