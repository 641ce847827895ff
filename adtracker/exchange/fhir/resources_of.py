"""Which resource each kind of record is: one kind, one pair of functions, the one that writes and its opposite."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from adtracker.exchange.codec import Data
from adtracker.exchange.fhir.about import About
from adtracker.exchange.fhir.days import read_day, write_day
from adtracker.exchange.fhir.elements import Element
from adtracker.exchange.fhir.forms import read_response, write_form, write_response
from adtracker.exchange.fhir.happened import (
    read_break,
    read_photo,
    read_score,
    read_side_effect,
    read_visit,
    write_break,
    write_photo,
    write_score,
    write_side_effect,
    write_visit,
)
from adtracker.exchange.fhir.person import read_course, read_patient, write_course, write_own, write_patient
from adtracker.exchange.fhir.recalls import read_recall, write_recall


def _nothing(_resource: Element) -> Data:
    """What stands wholly beside its resource."""
    return {}


@dataclass(frozen=True, slots=True)
class Pair:
    """How the data of a record becomes a resource, and what of it the resource tells again."""

    write: Callable[[Data, About], Element]
    read: Callable[[Element], Data] = _nothing


def _own(kind: str, name: str, data: Data, about: About) -> Element:
    return write_own(kind, data[name] or data["key"], about)


def _form(data: Data, about: About) -> Element:
    return write_form(f"{data['form']['id']}|{data['form']['version']}", about)


PATIENT = Pair(write_patient, read_patient)
# Treatments with their plans and doses are more than one resource each: see `treatments`.
RESOURCES: Mapping[str, Pair] = {
    "courses": Pair(write_course, read_course),
    "triggers": Pair(partial(_own, "trigger", "name")),
    "questions": Pair(partial(_own, "question", "text")),
    "visits": Pair(write_visit, read_visit),
    "side_effects": Pair(write_side_effect, read_side_effect),
    "breaks": Pair(write_break, read_break),
    "clinic_scores": Pair(write_score, read_score),
    "forms": Pair(_form),
    "filled_forms": Pair(write_response, read_response),
    "recalled_weeks": Pair(write_recall, read_recall),
    "photos": Pair(write_photo, read_photo),
    "days": Pair(write_day, read_day),
}
