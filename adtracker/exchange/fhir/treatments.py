"""Treatments: a MedicationStatement for each plan, a MedicationAdministration for each dose, taken or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from adtracker.domain.treatments.known import Known
from adtracker.exchange.codec import Data
from adtracker.exchange.codecs.treatments import ScheduleType
from adtracker.exchange.fhir.about import About, reference
from adtracker.exchange.fhir.elements import Element, code_of, concept, only, own, said, without_empty
from adtracker.exchange.import_result import DATE

_TREATMENT, _KIND = own("treatment"), own("treatment-kind")
_UNITS = {"days": "d", "weeks": "wk"}
_TREATED = ("name", "kind", "strength")
# Of these FHIR has no place: a supply is what was handed out, not what a person counts. They stand beside each plan.
_COUNTED = ("counted_on", "doses_left", "order_days")
_PLAN = ("from", "schedule", "dose", "loading_dose", "reason", "known")
# How much of a date FHIR has of one that is known by its year, its month or its day.
_LENGTHS = {Known.YEAR.value: 4, Known.MONTH.value: 7, Known.DAY.value: 10}
_BEGINNING = "0000-01-01"
_TAKEN, _NOT_TAKEN = "completed", "not-done"


@dataclass(frozen=True, slots=True)
class Treated:
    """A treatment's data, under the id that its plans and doses name."""

    data: Data
    id: str

    @property
    def medication(self) -> Element:
        """What is used."""
        return concept(self.data["name"]) or {"text": self.data["kind"]}

    @property
    def identifier(self) -> list[Element]:
        """What its plans and doses have in common."""
        return [{"system": _TREATMENT, "value": self.id}]


def plans_of(treatment: Data) -> Iterator[Data]:
    """The plans of a treatment, each with what the treatment is, the first day of the next plan and its own end."""
    for plan, following in pairwise((*treatment["plans"], None)):
        assert plan is not None, "only the end has no plan"
        ends = {"next": following and following["from"], "end": following and _end_before(following)}
        yield {**{name: treatment[name] for name in (*_TREATED, *_COUNTED)}, **plan, **ends}


def write_plan(data: Data, treated: Treated, about: About) -> Element:
    """A plan; a stop is one by which the treatment is not taken."""
    schedule, words = data["schedule"], about.words
    strength = words.table("treatment")["strengths"].get(data["strength"], data["strength"])
    return without_empty(
        {
            "resourceType": "MedicationStatement",
            "identifier": treated.identifier,
            "status": _status(data, about),
            "statusReason": [concept(data["reason"])] if data["reason"] else [],
            "category": concept(words.say(f"treatment.kinds.{data['kind']}"), _KIND, data["kind"]),
            "medicationCodeableConcept": treated.medication,
            "subject": about.subject,
            "effectivePeriod": without_empty({"start": _start(data), "end": data["end"]}),
            "informationSource": about.subject,
            "note": [said("text", strength)] if strength else [],
            "dosage": list(filter(None, [without_empty(_dosage(schedule, data["dose"]))])),
        }
    )


def _is_stop(plan: Data) -> bool:
    return bool(plan["schedule"]["type"] == ScheduleType.STOPPED.value)


def _start(plan: Data) -> str:
    """The first day, or no more of it than is known; the first day of a stop follows from its own month or year."""
    return str(plan["from"])[: None if _is_stop(plan) else _LENGTHS[plan["known"]]]


def _end_before(following: Data) -> str:
    """The last day before the next plan, or no more of it than is known."""
    length, before = _LENGTHS[following["known"]], date.fromisoformat(following["from"]) - timedelta(days=1)
    return before.isoformat()[:length] if _is_stop(following) or length == len(_BEGINNING) else _start(following)


def _status(data: Data, about: About) -> str:
    if _is_stop(data):
        return "not-taken"
    as_of = about.as_of.isoformat()
    if data["from"] > as_of:
        return "intended"
    return "completed" if data["next"] is not None and data["next"] <= as_of else "active"


def _dosage(schedule: Data, dose: str) -> Element:
    repeat: Element = {}
    if schedule["type"] == ScheduleType.DAILY.value:
        repeat = {"frequency": schedule["times"], "period": 1, "periodUnit": "d"}
    elif schedule["type"] == ScheduleType.EVERY.value:
        repeat = {
            "boundsPeriod": {"start": schedule["start"]},
            "frequency": 1,
            "period": schedule["count"],
            "periodUnit": _UNITS[schedule["unit"]],
        }
    needed = True if schedule["type"] == ScheduleType.WHEN_NEEDED.value else None
    return {**said("text", dose), "timing": {"repeat": repeat} if repeat else {}, "asNeededBoolean": needed}


def read_plan(resource: Element) -> Data:
    """The opposite, with what its treatment is."""
    dosage: Element = next(iter(resource.get("dosage", ())), {})
    start = resource.get("effectivePeriod", {}).get("start")
    known = next((one for one, length in _LENGTHS.items() if isinstance(start, str) and length == len(start)), None)
    return {
        "name": resource.get("medicationCodeableConcept", {}).get("text", ""),
        "kind": code_of(resource.get("category", {}), _KIND),
        "from": start + _BEGINNING[len(start) :] if known else start,
        "known": known or Known.DAY.value,
        "schedule": _schedule(resource, dosage),
        "dose": dosage.get("text", ""),
        "reason": only(resource.get("statusReason", ()), "text") or "",
    }


def _schedule(resource: Element, dosage: Element) -> Data:
    if resource.get("status") == "not-taken":
        return {"type": ScheduleType.STOPPED.value}
    repeat = dosage.get("timing", {}).get("repeat")
    if repeat is None:
        return {"type": ScheduleType.WHEN_NEEDED.value}
    if "boundsPeriod" not in repeat:
        return {"type": ScheduleType.DAILY.value, "times": repeat.get("frequency")}
    unit = next((name for name, code in _UNITS.items() if code == repeat.get("periodUnit")), None)
    start = repeat["boundsPeriod"].get("start")
    return {"type": ScheduleType.EVERY.value, "count": repeat.get("period"), "unit": unit, "start": start}


def doses_of(treatment: Data) -> Iterator[Data]:
    """Each dose of a treatment alone: those of a day that were taken, then those that were not."""
    for day in treatment["doses"]:
        statuses = [_TAKEN] * day["taken"] + [_NOT_TAKEN] * day["skipped"]
        for count, status in enumerate(statuses, start=1):
            yield {**{name: value for name, value in day.items() if name not in ("taken", "skipped")}} | {
                "status": status,
                "count": count,
            }


def write_dose(data: Data, treated: Treated, about: About) -> Element:
    """A dose; why it was not taken is said where it was not."""
    is_taken = data["status"] == _TAKEN
    return without_empty(
        {
            "resourceType": "MedicationAdministration",
            "identifier": treated.identifier,
            "status": data["status"],
            "statusReason": [] if is_taken or not data["reason"] else [concept(data["reason"])],
            "medicationCodeableConcept": treated.medication,
            "subject": about.subject,
            "effectiveDateTime": data[DATE],
            "performer": [{"actor": about.subject}],
            "note": [said("text", data["amount"])] if is_taken and data["amount"] else [],
        }
    )


def read_dose(resource: Element) -> Data:
    """The opposite."""
    return {
        DATE: resource.get("effectiveDateTime"),
        "reason": only(resource.get("statusReason", ()), "text") or "",
        "amount": only(resource.get("note", ()), "text") or "",
        "sites": [],
    }


def in_force(doses_day: str, plans: Iterable[tuple[str, str]]) -> Element | None:
    """The statement of the plan that held on a day, of (first day, id) pairs in their order."""
    names = [name for first, name in plans if first <= doses_day]
    return reference(names[-1]) if names else None


def treatment_of(resource: Element) -> str:
    """What the plans and doses of one treatment have in common."""
    return next((one["value"] for one in resource.get("identifier", ()) if one.get("system") == _TREATMENT), "")


def joined(plans: list[Data], doses: Iterable[tuple[Data, bool]]) -> Data:
    """A treatment again, of its plans and of its doses, each with whether it was taken."""
    days: dict[Any, Data] = {}
    for dose, is_taken in doses:
        day = days.setdefault(dose.get(DATE), {"taken": 0, "skipped": 0})
        day["taken" if is_taken else "skipped"] += 1
        day.update({name: value for name, value in dose.items() if value not in (None, "", [])})
    head = {name: plans[0].get(name, "") for name in _TREATED} | {name: plans[0].get(name) for name in _COUNTED}
    kept = [{name: plan.get(name, "") for name in _PLAN} for plan in plans]
    return {**head, "plans": kept, "doses": list(days.values())}


def was_taken(resource: Element) -> bool:
    """Whether a dose was taken."""
    return bool(resource.get("status") == _TAKEN)
