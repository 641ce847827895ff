"""Whose diary it is, what they have as far as they say themselves, and the courses of treatment they count from."""

from __future__ import annotations

from datetime import date, timedelta

from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK
from adtracker.exchange.codec import Data
from adtracker.exchange.fhir.about import About
from adtracker.exchange.fhir.elements import SNOMED, Element, concept, own, said

_ATOPIC_DERMATITIS = "24079001"


def write_patient(data: Data, _about: About) -> Element:
    """The person."""
    named = said("text", data.get("name"))
    born = data.get("birth_year")
    return {
        "resourceType": "Patient",
        **({"name": [named]} if named else {}),
        **({"birthDate": f"{born:04}"} if born is not None else {}),
    }


def read_patient(resource: Element) -> Data:
    """The opposite; of a whole date of birth its year."""
    born = resource.get("birthDate", "")
    name = next((one.get("text", "") for one in resource.get("name", ())), "")
    return {"name": name, "birth_year": int(born[:4]) if born[:4].isdecimal() else None}


def condition(about: About) -> Element:
    """What the person keeps the diary of: they say so, and no one has confirmed it here."""
    status = {"system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "unconfirmed"}
    return {
        "resourceType": "Condition",
        "verificationStatus": {"coding": [status]},
        "code": concept(about.say("condition"), SNOMED, _ATOPIC_DERMATITIS),
        "subject": about.subject,
        "asserter": about.subject,
    }


def write_course(data: Data, about: About) -> Element:
    """A course of treatment, from its first dose on."""
    first = date.fromisoformat(data["start"])
    last = _last(first, data["weeks"])
    over = last is not None and last < about.as_of
    return {
        "resourceType": "CarePlan",
        "status": "completed" if over else "active",
        "intent": "plan",
        **said("title", data["treatment"]),
        "category": [concept(about.say("course"), own("plan"), "course")],
        "subject": about.subject,
        "period": {"start": data["start"]} | ({} if last is None else {"end": last.isoformat()}),
    }


def _last(first: date, weeks: int) -> date | None:
    """The last day; None where no calendar has it."""
    try:
        return first + timedelta(days=weeks * DAYS_A_WEEK - 1)
    except OverflowError:
        return None


def read_course(resource: Element) -> Data:
    """The opposite."""
    period = resource.get("period", {})
    weeks = COURSE_WEEKS
    if "start" in period and "end" in period:
        weeks = ((date.fromisoformat(period["end"]) - date.fromisoformat(period["start"])).days + 1) // DAYS_A_WEEK
    return {"start": period.get("start"), "treatment": resource.get("title", ""), "weeks": weeks}


def write_own(kind: str, words: str, about: About) -> Element:
    """An own question or trigger: FHIR has no kind of resource for it, so its fields stand beside."""
    return {
        "resourceType": "Basic",
        "code": concept(about.say(kind), own("basic"), kind) | {"text": f"{about.say(kind)}: {words}"},
        "subject": about.subject,
    }
