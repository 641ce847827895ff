"""Treatments with their plans, and doses.

    {"name": "Amlitelimab", "kind": "injection", "strength": "",
     "counted_on": "2026-11-29", "doses_left": 3, "order_days": 14,
     "plans": [{"from": "2026-08-02", "schedule": {"type": "every", "count": 4, "unit": "weeks",
                "start": "2026-08-02"}, "dose": "250 mg", "loading_dose": "500 mg", "reason": "", "known": "day"}],
     "doses": [{"date": "2026-08-02", "taken": 1, "skipped": 0, "reason": "", "amount": "",
                "sites": ["abdomen_left"], "recorded_at": null, "recorded_on": null}]}

`doses_left` were there on the day `counted_on`, after those of that day; `order_days` before the last of them is used
the person wants to order; all are null where nothing was counted. `known` is "month" or "year" where no more of the
first day is known; not given it is "day". Other schedules are {"type": "daily", "times": 2}, {"type": "when_needed"}
and {"type": "stopped"}. How tables say the same stands in `csv_treatments`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.common.problem import Problem
from adtracker.domain.treatments import dose
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Every, Schedule, Stopped, Unit, WhenNeeded, doses_a_day
from adtracker.domain.treatments.treatment import TREATMENT, Kind, Plan, Treatment, check_treatment
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.values import iso

# The number of a treatment that doses do not have yet.
UNPLACED = 0


class ScheduleType(Enum):
    """What a schedule is called in files."""

    EVERY = "every"
    DAILY = "daily"
    WHEN_NEEDED = "when_needed"
    STOPPED = "stopped"


def schedule_data(schedule: Schedule) -> Data:
    """A schedule as an object."""
    if isinstance(schedule, Every):
        unit, start = schedule.unit.value, schedule.start.isoformat()
        return {"type": ScheduleType.EVERY.value, "count": schedule.count, "unit": unit, "start": start}
    if isinstance(schedule, Daily):
        return {"type": ScheduleType.DAILY.value, "times": schedule.times}
    return {"type": (ScheduleType.WHEN_NEEDED if isinstance(schedule, WhenNeeded) else ScheduleType.STOPPED).value}


def read_schedule(fields: FieldReader, parsed: ImportResult, type_name: str = "type") -> Schedule:
    """The opposite; `type_name` is the field that says what kind of schedule it is."""
    kind = fields.choice(type_name, ScheduleType)
    fields.require(type_name, kind)
    if kind is ScheduleType.DAILY:
        return Daily(_count(fields, "times"))
    if kind is ScheduleType.EVERY:
        count, unit, start = _count(fields, "count"), fields.choice("unit", Unit), fields.day("start")
        fields.require("unit", unit)
        fields.require("start", start)
        return Every(count, unit or Unit.DAYS, start or parsed.today)
    return Stopped() if kind is ScheduleType.STOPPED else WhenNeeded()


def _count(fields: FieldReader, name: str) -> int:
    count = fields.whole(name)
    fields.require(name, count)
    return 1 if count is None else count


def read_plan(fields: FieldReader, schedule: Schedule, parsed: ImportResult) -> Plan:
    """A plan of this schedule."""
    first = fields.day("from")
    fields.require("from", first)
    return Plan(
        first=first or parsed.today,
        schedule=schedule,
        dose=fields.text("dose"),
        loading_dose=fields.text("loading_dose"),
        reason=fields.text("reason"),
        known=fields.choice("known", Known) or Known.DAY,
    )


def read_treatment(fields: FieldReader, plans: Sequence[Plan], parsed: ImportResult, called: str = "") -> Treatment:
    """A new treatment with these plans; `called` is its name if it says none."""
    words = parsed.known.words
    kind = fields.choice("kind", Kind, words.of("kinds"))
    fields.require("kind", kind)
    name, strength = fields.text("name"), words.key("strengths", fields.text("strength"))
    return Treatment(
        name=name or called,
        kind=kind or Kind.OTHER,
        plans=tuple(plans),
        strength=strength,
        counted_on=fields.day("counted_on"),
        doses_left=fields.whole("doses_left"),
        order_days=fields.whole("order_days"),
        key=parsed.new_number(),
    )


def placed(doses: DayDoses, treatment: Treatment) -> DayDoses:
    """The doses as those of a treatment that has a number."""
    assert treatment.key is not None, "a treatment of a file has a number"
    return replace(doses, treatment=treatment.key)


def _data(treatment: Treatment, contents: Snapshot) -> Data:
    """The treatment; its doses are in it."""
    doses = [one for one in contents.of(DayDoses) if one.treatment == treatment.key]
    return {
        "name": treatment.name,
        "kind": treatment.kind.value,
        "strength": treatment.strength,
        **stock_data(treatment),
        "plans": [_plan_data(plan) for plan in treatment.plans],
        "doses": [_doses_data(one, contents) for one in doses],
    }


def stock_data(treatment: Treatment) -> Data:
    """What was counted of a treatment."""
    left, ahead = treatment.doses_left, treatment.order_days
    return {"counted_on": iso(treatment.counted_on), "doses_left": left, "order_days": ahead}


def _plan_data(plan: Plan) -> Data:
    return {
        "from": plan.first.isoformat(),
        "schedule": schedule_data(plan.schedule),
        "dose": plan.dose,
        "loading_dose": plan.loading_dose,
        "reason": plan.reason,
        "known": plan.known.value,
    }


def _treatment(fields: FieldReader, parsed: ImportResult) -> Treatment:
    return read_treatment(fields, [_plan(plan, parsed) for plan in fields.objects("plans")], parsed)


def _plan(fields: FieldReader, parsed: ImportResult) -> Plan:
    inner = fields.inner("schedule")
    fields.require("schedule", inner)
    schedule: Schedule = WhenNeeded()
    if inner is not None:
        schedule = read_schedule(inner, parsed)
        inner.finish()
    plan = read_plan(fields, schedule, parsed)
    fields.finish()
    return plan


def _over(here: Treatment, file: Treatment) -> Treatment:
    """The treatment of a file with the plans that only the diary has, and what plans of the same day leave open.

    Where both histories do not fit into one (two stops after each other), the file's stands alone.
    """
    kept = {plan.first: plan for plan in here.plans}
    told = {plan.first: _plan_over(kept.get(plan.first), plan) for plan in file.plans}
    plans = (kept | told).values()
    both = replace(file, plans=tuple(sorted(plans, key=_first)))
    return replace(file, plans=tuple(told.values())) if check_treatment(both) else both


def _plan_over(here: Plan | None, file: Plan) -> Plan:
    """The plan of a file with the words that it leaves open; a loading dose needs planned doses.

    A month or a year stays one on the same first day: most files say a day because they cannot say less.
    """
    if here is None:
        return file
    loading = file.loading_dose or (here.loading_dose if doses_a_day(file.schedule) else "")
    known = here.known if file.known is Known.DAY and file.is_stop == here.is_stop else file.known
    reason = file.reason or here.reason
    return replace(file, dose=file.dose or here.dose, loading_dose=loading, reason=reason, known=known)


def _first(plan: Plan) -> date:
    return plan.first


def _doses_data(doses: DayDoses, _contents: Snapshot) -> Data:
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


def _doses(fields: FieldReader, parsed: ImportResult) -> DayDoses:
    day = fields.day(DATE)
    fields.require(DATE, day)
    return DayDoses(
        treatment=UNPLACED,
        day=day or parsed.today,
        taken=fields.whole("taken") or 0,
        skipped=fields.whole("skipped") or 0,
        reason=fields.text("reason"),
        amount=fields.text("amount"),
        sites=tuple(sorted(set(fields.keys("sites", parsed.known.sites, parsed.known.words.of("sites"))))),
        recorded_at=fields.moment("recorded_at"),
        recorded_on=fields.day("recorded_on"),
    )


def _doses_twice(doses: DayDoses) -> Problem:
    return Problem(DATE, "day_twice", {"day": doses.day})


def _are_empty(doses: DayDoses) -> bool:
    return doses.is_empty


def _point(doses: DayDoses, numbers: Mapping[int, int]) -> DayDoses:
    return replace(doses, treatment=numbers[doses.treatment]) if doses.treatment in numbers else doses


TREATMENTS = RecordCodec(of=TREATMENT, write=_data, read=_treatment, checks_all=False, over=_over)
DOSES = RecordCodec(
    of=dose.DOSES,
    write=_doses_data,
    read=_doses,
    twice=_doses_twice,
    is_empty=_are_empty,
    point=_point,
)
