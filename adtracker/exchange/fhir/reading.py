"""Reads a document of FHIR R4 that `document` wrote, back into the data of a diary.

What others add to it is passed over: only resources that say which kind of record they are count.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from adtracker.errors import ExchangeError
from adtracker.exchange.codec import Data
from adtracker.exchange.codecs.person import PROFILE
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS
from adtracker.exchange.fhir.beside import read_beside
from adtracker.exchange.fhir.document import FORMAT, KIND, VERSION
from adtracker.exchange.fhir.elements import Element
from adtracker.exchange.fhir.resources_of import PATIENT, RESOURCES
from adtracker.exchange.fhir.treatments import joined, read_dose, read_plan, treatment_of, was_taken
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.json import diary as json_diary

RESOURCE_TYPE = "resourceType"


def read(data: Element, parsed: ImportResult) -> None:
    """Add what is in a document to what was found. Raises ExchangeError if it is none of ours, or a newer one."""
    _check(data)
    try:
        found = _diary([one["resource"] for one in data["entry"]])
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        raise ExchangeError("exchange.not_our_document") from None
    json_diary.take(found, parsed)


def _check(data: Element) -> None:
    try:
        is_document = data.get(RESOURCE_TYPE) == "Bundle"
        version = _tag(data, FORMAT) if is_document else None
    except (AttributeError, KeyError, TypeError):
        version = None
    if version is None:
        raise ExchangeError("exchange.not_our_document")
    if not version.isdecimal() or int(version) > int(VERSION):
        raise ExchangeError("exchange.newer_export")


def _tag(resource: Element, system: str) -> str | None:
    """What a resource is marked as; None for one that is not ours."""
    found = resource.get("meta", {}).get("tag", ())
    return next((str(one["code"]) for one in found if one.get("system") == system), None)


def _diary(resources: Iterable[Element]) -> Data:
    """All of it in the shape of the diary as JSON."""
    found: dict[str, Any] = {json_diary.MARK: json_diary.VERSION, PROFILE.name: None}
    plans: dict[str, list[Element]] = {}
    doses: dict[str, list[Element]] = {}
    for one in resources:
        kind = _tag(one, KIND) or ""
        if kind == PROFILE.name:
            found[kind] = _said(PATIENT.read(one) | read_beside(one)) or None
        elif kind == TREATMENTS.name:
            plans.setdefault(treatment_of(one), []).append(one)
        elif kind == DOSES.name:
            doses.setdefault(treatment_of(one), []).append(one)
        elif kind in RESOURCES:
            found.setdefault(kind, []).append(_said(RESOURCES[kind].read(one) | read_beside(one)))
    found[TREATMENTS.name] = [_treatment(some, doses.get(name, [])) for name, some in plans.items()]
    return found


def _treatment(plans: Iterable[Element], doses: Iterable[Element]) -> Data:
    return joined(
        [read_plan(one) | read_beside(one) for one in plans],
        [(read_dose(one) | read_beside(one), was_taken(one)) for one in doses],
    )


def _said(data: Data) -> Data:
    """Without what a resource does not say: absent is absent."""
    return {name: value for name, value in data.items() if value is not None and value != ""}
