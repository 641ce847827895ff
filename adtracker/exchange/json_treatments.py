"""Treatments with their plans and doses as JSON, a part of the diary's own format (see `json_diary`).

    {"name": "Amlitelimab", "kind": "injection", "strength": "",
     "plans": [{"from": "2026-08-02", "schedule": {"type": "every", "count": 4, "unit": "weeks",
                "start": "2026-08-02"}, "dose": "250 mg", "loading_dose": "500 mg", "reason": ""}],
     "doses": [{"date": "2026-08-02", "taken": 1, "skipped": 0, "reason": "", "amount": "",
                "sites": ["abdomen_left"], "recorded_at": null, "recorded_on": null}]}

Other schedules are {"type": "daily", "times": 2}, {"type": "when_needed"} and {"type": "stopped"}.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import Enum
from typing import Any

from adtracker.domain.dose import DayDoses
from adtracker.domain.schedule import Daily, Every, Schedule, Stopped, Unit, WhenNeeded
from adtracker.domain.treatment import Kind, Plan, Treatment
from adtracker.exchange.json_fields import Fields
from adtracker.exchange.parsed import DATE, Parsed, Place
from adtracker.exchange.values import iso


class _Type(Enum):
    EVERY = "every"
    DAILY = "daily"
    WHEN_NEEDED = "when_needed"
    STOPPED = "stopped"


def treatment_data(treatment: Treatment, doses: Iterable[DayDoses]) -> dict[str, Any]:
    """One treatment with its doses."""
    return {
        "name": treatment.name,
        "kind": treatment.kind.value,
        "strength": treatment.strength,
        "plans": [_plan_data(plan) for plan in treatment.plans],
        "doses": [_doses_data(one) for one in doses],
    }


def _plan_data(plan: Plan) -> dict[str, Any]:
    return {
        "from": plan.first.isoformat(),
        "schedule": _schedule_data(plan.schedule),
        "dose": plan.dose,
        "loading_dose": plan.loading_dose,
        "reason": plan.reason,
    }


def _schedule_data(schedule: Schedule) -> dict[str, Any]:
    if isinstance(schedule, Every):
        unit, start = schedule.unit.value, schedule.start.isoformat()
        return {"type": _Type.EVERY.value, "count": schedule.count, "unit": unit, "start": start}
    if isinstance(schedule, Daily):
        return {"type": _Type.DAILY.value, "times": schedule.times}
    return {"type": (_Type.WHEN_NEEDED if isinstance(schedule, WhenNeeded) else _Type.STOPPED).value}


def _doses_data(doses: DayDoses) -> dict[str, Any]:
    return {
        DATE: doses.day.isoformat(),
        "taken": doses.taken,
        "skipped": doses.skipped,
        "reason": doses.reason,
        "amount": doses.amount,
        "sites": list(doses.sites),
        "recorded_at": iso(doses.recorded_at),
        "recorded_on": iso(doses.recorded_on),
    }


def take_treatment(place: Place, item: object, sites: Collection[str], parsed: Parsed) -> None:
    """Add a treatment and its doses to what was found; `sites` are the keys of injection sites that are known."""
    fields = Fields(item)
    kind = fields.choice("kind", Kind)
    fields.require("kind", kind)
    name, strength = fields.text("name"), fields.text("strength")
    plans = [_plan(plan, parsed) for plan in fields.objects("plans")]
    doses = fields.items("doses")
    treatment = Treatment(name, kind or Kind.OTHER, tuple(plans), strength)
    key = parsed.take_treatment(place, treatment, fields.finish())
    for index, one in enumerate(doses):
        _take_doses(Place(path=f"{place.path}.doses[{index}]"), one, key, sites, parsed)


def _plan(fields: Fields, parsed: Parsed) -> Plan:
    first = fields.day("from")
    fields.require("from", first)
    schedule = fields.inner("schedule")
    fields.require("schedule", schedule)
    plan = Plan(
        first=first or parsed.today,
        schedule=WhenNeeded() if schedule is None else _schedule(schedule, parsed),
        dose=fields.text("dose"),
        loading_dose=fields.text("loading_dose"),
        reason=fields.text("reason"),
    )
    fields.finish()
    return plan


def _schedule(fields: Fields, parsed: Parsed) -> Schedule:
    kind = fields.choice("type", _Type)
    fields.require("type", kind)
    made: Schedule = Stopped() if kind is _Type.STOPPED else WhenNeeded()
    if kind is _Type.DAILY:
        made = Daily(_count(fields, "times"))
    if kind is _Type.EVERY:
        count, unit, start = _count(fields, "count"), fields.choice("unit", Unit), fields.day("start")
        fields.require("unit", unit)
        fields.require("start", start)
        made = Every(count, unit or Unit.DAYS, start or parsed.today)
    fields.finish()
    return made


def _count(fields: Fields, name: str) -> int:
    count = fields.whole(name)
    fields.require(name, count)
    return 1 if count is None else count


def _take_doses(place: Place, item: object, treatment: int, sites: Collection[str], parsed: Parsed) -> None:
    fields = Fields(item)
    day = fields.day(DATE)
    fields.require(DATE, day)
    doses = DayDoses(
        treatment=treatment,
        day=day or parsed.today,
        taken=fields.whole("taken") or 0,
        skipped=fields.whole("skipped") or 0,
        reason=fields.text("reason"),
        amount=fields.text("amount"),
        sites=tuple(sorted(set(fields.keys("sites", sites)))),
        recorded_at=fields.moment("recorded_at"),
        recorded_on=fields.day("recorded_on"),
    )
    parsed.take_doses(place, doses, fields.finish())
