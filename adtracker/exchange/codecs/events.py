"""Visits and side effects.

{"date": "2026-10-25", "who": "Dr. Weber", "notes": "…", "questions": "…"}
{"what": "headache", "first": "2026-08-30", "last": null, "severity": "mild", "done": "rested"}
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from adtracker.domain.common.field_reader import FieldReader
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.side_effect import Severity, SideEffect, check_side_effect
from adtracker.domain.records.visit import Visit, check_visit
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.snapshot import Diary, Snapshot
from adtracker.exchange.values import iso


def _fetch_visits(diary: Diary, _period: object) -> Sequence[Visit]:
    return diary.visits()


def _visit_data(visit: Visit, _contents: Snapshot) -> Data:
    return {DATE: visit.day.isoformat(), "who": visit.who, "notes": visit.notes, "questions": visit.questions}


def _visit(fields: FieldReader, parsed: ImportResult) -> Visit:
    day = fields.day(DATE)
    fields.require(DATE, day)
    return Visit(day or parsed.today, fields.text("who"), fields.text("notes"), fields.text("questions"))


def _check_visit(visit: Visit, _parsed: ImportResult) -> list[Problem]:
    return check_visit(visit)


def _visit_identity(visit: Visit) -> Hashable:
    return visit.day, visit.who


def _visit_day(visit: Visit) -> str:
    return visit.day.isoformat()


def _fetch_side_effects(diary: Diary, _period: object) -> Sequence[SideEffect]:
    return diary.side_effects()


def _side_effect_data(effect: SideEffect, _contents: Snapshot) -> Data:
    return {
        "what": effect.what,
        "first": effect.first.isoformat(),
        "last": iso(effect.last),
        "severity": None if effect.severity is None else effect.severity.value,
        "done": effect.done,
    }


def _side_effect(fields: FieldReader, parsed: ImportResult) -> SideEffect:
    what, first = fields.needed("what"), fields.day("first")
    fields.require("first", first)
    last, severity = fields.day("last"), fields.choice("severity", Severity, parsed.known.words.of("severity"))
    return SideEffect(what, first or parsed.today, last, severity, fields.text("done"))


def _check_side_effect(effect: SideEffect, _parsed: ImportResult) -> list[Problem]:
    return check_side_effect(effect)


def _side_effect_identity(effect: SideEffect) -> Hashable:
    return effect.what, effect.first


def _what(effect: SideEffect) -> str:
    return effect.what


VISITS = RecordCodec(
    name="visits",
    kind=Visit,
    fetch=_fetch_visits,
    write=_visit_data,
    read=_visit,
    check=_check_visit,
    identity=_visit_identity,
    named=_visit_day,
    columns=(DATE, "who", "notes", "questions"),
)
SIDE_EFFECTS = RecordCodec(
    name="side_effects",
    kind=SideEffect,
    fetch=_fetch_side_effects,
    write=_side_effect_data,
    read=_side_effect,
    check=_check_side_effect,
    identity=_side_effect_identity,
    named=_what,
    columns=("what", "first", "last", "severity", "done"),
    checks_all=False,
)
