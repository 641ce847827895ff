"""What happened around the days: visits, side effects, scores of the clinic, photos."""

from __future__ import annotations

from typing import Any

from adtracker.domain.records.side_effect import Severity
from adtracker.exchange.codec import Data
from adtracker.exchange.fhir.about import About
from adtracker.exchange.fhir.elements import (
    LOINC,
    SCORE_UNIT,
    Element,
    code_of,
    concept,
    number,
    only,
    own,
    quantity,
    said,
    without_empty,
)
from adtracker.exchange.import_result import DATE
from adtracker.resources import scales

# Scales that have a code of LOINC; of no other is one known for sure.
_LOINC = {"poem": "89870-0"}
_SEVERITY = "http://terminology.hl7.org/CodeSystem/adverse-event-severity"
# What FHIR calls it that nothing was written; the reason in a code of our own stands beside it.
_NOT_DONE = {"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "not-performed"}
_ACT = {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"}


def write_visit(data: Data, about: About) -> Element:
    """A visit, past or planned."""
    return without_empty(
        {
            "resourceType": "Encounter",
            "status": "planned" if data[DATE] > about.as_of.isoformat() else "finished",
            "class": _ACT,
            "subject": about.subject,
            "participant": [{"individual": said("display", data["who"])}] if data["who"] else [],
            "period": {"start": data[DATE], "end": data[DATE]},
        }
    )


def read_visit(resource: Element) -> Data:
    """The opposite."""
    who = only((one.get("individual", {}) for one in resource.get("participant", ())), "display")
    return {DATE: resource.get("period", {}).get("start"), "who": who or ""}


def write_side_effect(data: Data, about: About) -> Element:
    """What the person noticed; that it came of a treatment nobody says."""
    severity = data["severity"]
    known = [one.value for one in Severity]
    return without_empty(
        {
            "resourceType": "AdverseEvent",
            "actuality": "actual",
            "event": concept(data["what"]),
            "subject": about.subject,
            "date": data["first"],
            "severity": concept(severity, _SEVERITY, severity) if severity in known else {},
            "recorder": about.subject,
        }
    )


def read_side_effect(resource: Element) -> Data:
    """The opposite."""
    return {
        "what": resource.get("event", {}).get("text", ""),
        "first": resource.get("date"),
        "severity": code_of(resource.get("severity", {}), _SEVERITY),
    }


def write_break(data: Data, about: About) -> Element:
    """Days on which nothing was written, and why: an Observation that says its value is absent."""
    why = concept(about.words.say(f"happening.reason.{data['reason']}"), own("break"), data["reason"])
    return without_empty(
        {
            "resourceType": "Observation",
            "status": "final",
            "code": concept(about.say("break"), own("observation"), "break"),
            "subject": about.subject,
            "effectivePeriod": {"start": data["first"], "end": data["last"]},
            "performer": [about.subject],
            "dataAbsentReason": {"coding": [_NOT_DONE, *why["coding"]], "text": why["text"]},
            "note": [said("text", data["words"])] if data["words"] else [],
        }
    )


def read_break(resource: Element) -> Data:
    """The opposite."""
    period = resource.get("effectivePeriod", {})
    return {
        "first": period.get("start"),
        "last": period.get("end"),
        "reason": code_of(resource.get("dataAbsentReason", {}), own("break")),
        "words": only(resource.get("note", ()), "text") or "",
    }


def write_score(data: Data, about: About) -> Element:
    """A score that someone gave, as an Observation of its own."""
    return score_observation(data[DATE], data["scale"], data["value"], about) | without_empty(
        {"performer": [said("display", data["given_by"])] if data["given_by"] else []}
    )


def score_observation(day: str, scale: str, value: float, about: About) -> Element:
    """A score on a day; `scale` is the key of a scale, or the name of a form."""
    known = scales().get(scale)
    code = concept(scale if known is None else known.name, own("scale"), scale)
    if scale in _LOINC:
        code["coding"] = [{"system": LOINC, "code": _LOINC[scale]}, *code["coding"]]
    found: Element = {
        "resourceType": "Observation",
        "status": "final",
        "code": code,
        "subject": about.subject,
        "effectiveDateTime": day,
        "valueQuantity": quantity(value, "", SCORE_UNIT),
    }
    return found if known is None else found | reference_range(known.minimum, known.maximum)


def reference_range(low: float, high: float) -> Element:
    """From where to where a score can go: no range that is normal."""
    text = f"{number(low)} to {number(high)}"
    meaning = concept("possible", own("range"), "possible")
    low_high = {"low": quantity(low, "", SCORE_UNIT), "high": quantity(high, "", SCORE_UNIT)}
    return {"referenceRange": [low_high | {"type": meaning, "text": text}]}


def read_score(resource: Element) -> Data:
    """The opposite."""
    return {
        DATE: resource.get("effectiveDateTime"),
        "scale": code_of(resource.get("code", {}), own("scale")) or "",
        "value": resource.get("valueQuantity", {}).get("value"),
        "given_by": only(resource.get("performer", ()), "display") or "",
    }


def write_photo(data: Data, about: About) -> Element:
    """What is recorded about a photo; the picture itself is a file beside the document, or stays in the diary."""
    attachment: dict[str, Any] = {"contentType": "image/jpeg", **said("title", data["file"]), "creation": data[DATE]}
    return without_empty(
        {
            "resourceType": "DocumentReference",
            "status": "current",
            "type": concept(about.say("photo"), own("document"), "photo"),
            "subject": about.subject,
            "author": [about.subject],
            **said("description", data["note"]),
            "content": [{"attachment": attachment}],
        }
    )


def read_photo(resource: Element) -> Data:
    """The opposite."""
    found = only(resource.get("content", ()), "attachment") or {}
    return {DATE: found.get("creation"), "file": found.get("title"), "note": resource.get("description", "")}
