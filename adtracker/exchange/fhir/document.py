"""Writes a diary, or what of it leaves with a report, as a document of FHIR R4: a Bundle that begins with its contents.

The same contents give the same bytes: ids come of what a record says of itself, and the document's time is when the
diary was last written in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import adtracker
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.scores.score_reading import Reading, readings
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.person import PROFILE
from adtracker.exchange.codecs.treatments import DOSES, TREATMENTS
from adtracker.exchange.fhir.about import About, reference
from adtracker.exchange.fhir.beside import beside
from adtracker.exchange.fhir.elements import Element, concept, own
from adtracker.exchange.fhir.forms import form_score
from adtracker.exchange.fhir.person import condition
from adtracker.exchange.fhir.resources_of import PATIENT, RESOURCES
from adtracker.exchange.fhir.treatments import (
    Treated,
    doses_of,
    in_force,
    plans_of,
    read_dose,
    read_plan,
    write_dose,
    write_plan,
)
from adtracker.exchange.snapshot import Snapshot

VERSION = "1"
FORMAT, KIND, DOCUMENT = own("format"), own("kind"), own("document")
_BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)
# The resources of a kind of record by the name of their section.
_Sections = dict[str, list[Element]]


def write(contents: Snapshot) -> bytes:
    """All that a diary holds."""
    filled = readings((), contents.of(Response), contents.of(Definition), {})
    return write_document(contents, filled)


def write_document(contents: Snapshot, filled: Iterable[Reading] = ()) -> bytes:
    """These records, and the scores of forms filled in."""
    moment = _last_written(contents)
    about = About(contents, moment.date())
    patient = _patient(contents, about)
    sections = {"person": [_with_id(condition(about), about.name("condition"))]}
    sections |= dict(_sections(contents, about))
    sections["form_scores"] = list(_form_scores(filled, about))
    found = {name: resources for name, resources in sections.items() if resources}
    composition = _composition(found, about, moment)
    resources = [composition, patient, *(one for section in found.values() for one in section)]
    bundle = {
        "resourceType": "Bundle",
        "meta": {"tag": [{"system": FORMAT, "code": VERSION, "display": f"adtracker {adtracker.__version__}"}]},
        "identifier": {"system": DOCUMENT, "value": f"urn:uuid:{composition['id']}"},
        "type": "document",
        "timestamp": moment.isoformat(),
        "entry": [{"fullUrl": f"urn:uuid:{one['id']}", "resource": one} for one in resources],
    }
    return (json.dumps(bundle, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def write_records(records: Iterable[Any], filled: Iterable[Reading]) -> bytes:
    """What leaves with a report."""
    return write_document(Snapshot(records), filled)


def _last_written(contents: Snapshot) -> datetime:
    """The newest moment that the diary knows of: when a day or a dose was written down, else its last day."""
    kept: list[DayEntry | DayDoses] = [*contents.of(DayEntry), *contents.of(DayDoses)]
    moments = [one.recorded_at or _at(one.day) for one in kept] + [_at(one.day) for one in contents.of(Recall)]
    return max(moments, default=_BEFORE_ALL)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _patient(contents: Snapshot, about: About) -> Element:
    (profile,) = [PROFILE.write(one, contents) for one in contents.of(PROFILE.kind)] or [{}]
    return _resource(PATIENT.write(profile, about), profile, PATIENT.read, PROFILE.name, about.patient)


def _sections(contents: Snapshot, about: About) -> Iterator[tuple[str, list[Element]]]:
    """The resources of each kind; what is not named here stands in a pair of functions of `RESOURCES`."""
    for section in CODECS:
        if section is TREATMENTS:
            yield from _treatments(contents, about).items()
        elif section not in (PROFILE, DOSES):
            yield section.name, [_record(section, one, about) for one in contents.of(section.kind)]


def _record(section: RecordCodec[Any], record: Any, about: About) -> Element:
    identity: Any = section.identity(record)
    name = about.new_name(section.name, *(identity if isinstance(identity, tuple) else (identity,)))
    pair, data = RESOURCES[section.name], section.write(record, about.contents)
    return _resource(pair.write(data, about), data, pair.read, section.name, name)


def _resource(found: Element, data: Data, read: Callable[[Element], Data], kind: str, name: str) -> Element:
    """A resource under its id, with what it has no place for beside it."""
    left = beside(data, read(found))
    return _with_id(found, name, kind) | ({"extension": left} if left else {})


def _with_id(resource: Element, name: str, kind: str = "") -> Element:
    tag = {"meta": {"tag": [{"system": KIND, "code": kind}]}} if kind else {}
    return {"resourceType": resource["resourceType"], "id": name, **tag, **resource}


def _treatments(contents: Snapshot, about: About) -> _Sections:
    """The plans and doses of all treatments."""
    found: _Sections = {TREATMENTS.name: [], DOSES.name: []}
    for one in contents.of(Treatment):
        data = TREATMENTS.write(one, contents)
        treated = Treated(data, about.new_name(TREATMENTS.name, one.name, one.kind, one.started))
        plans = [_plan(plan, treated, about) for plan in plans_of(data)]
        found[TREATMENTS.name] += plans
        begun = [(plan["effectivePeriod"]["start"], plan["id"]) for plan in plans]
        found[DOSES.name] += [_dose(dose, treated, begun, about) for dose in doses_of(data)]
    return found


def _plan(data: Data, treated: Treated, about: About) -> Element:
    name = about.new_name("plan", treated.id, data["from"])
    kept = {key: value for key, value in data.items() if key not in ("next", "end")}
    return _resource(write_plan(data, treated, about), kept, read_plan, TREATMENTS.name, name)


def _dose(data: Data, treated: Treated, begun: Sequence[tuple[str, str]], about: About) -> Element:
    name = about.new_name("dose", treated.id, data["date"], data["status"], data["count"])
    plan = in_force(data["date"], begun)
    found = write_dose(data, treated, about) | ({} if plan is None else {"supportingInformation": [plan]})
    kept = {key: value for key, value in data.items() if key not in ("status", "count")}
    return _resource(found, kept, read_dose, DOSES.name, name)


def _form_scores(filled: Iterable[Reading], about: About) -> Iterator[Element]:
    for reading in filled:
        if isinstance(reading.record, ClinicScore):
            continue
        score = form_score(reading, about)
        if score is not None:
            name = about.new_name("form_score", reading.day, reading.record.form)
            yield _with_id(score, name)


def _composition(sections: _Sections, about: About, moment: datetime) -> Element:
    """What the document holds, the person being who it is about and who wrote it."""
    listed = [_section(name, resources, about) for name, resources in sections.items()]
    contained = [one["id"] for resources in sections.values() for one in resources]
    return {
        "resourceType": "Composition",
        "id": about.name("composition", moment.isoformat(), *contained),
        "status": "final",
        "type": concept(about.say("title"), own("document"), "diary"),
        "subject": about.subject,
        "date": moment.isoformat(),
        "author": [about.subject],
        "title": about.say("title"),
        "section": listed,
    }


def _section(name: str, resources: Sequence[Element], about: About) -> Element:
    title = about.say(f"sections.{name}")
    return {
        "title": title,
        "code": concept(title, own("section"), name),
        "entry": [reference(one["id"]) for one in resources],
    }
