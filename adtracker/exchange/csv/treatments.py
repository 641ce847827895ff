"""Treatments and doses as two tables that name each other.

`treatments`: one row a plan, `treatment,name,kind,strength,from,schedule,count,unit,start,times,dose,loading_dose,
reason,known,counted_on,doses_left,order_days`; rows with the same `treatment` are one, and say the same name, kind,
strength and count of what is left, or leave them empty. `doses`: `treatment` and what `kinds.treatments` says of doses.
`treatment` is the name, with a number behind it where two have the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from adtracker.domain.common.field_reader import shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.edit import Part
from adtracker.domain.records.trigger import new_key
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Plan, Treatment
from adtracker.exchange.codecs.treatments import (
    DOSES,
    TREATMENTS,
    placed,
    read_plan,
    read_schedule,
    read_treatment,
    schedule_data,
    stock_data,
)
from adtracker.exchange.csv.cell_reader import CellReader, cell
from adtracker.exchange.csv.rows import Table, one_of, read_rows
from adtracker.exchange.csv.text import write_rows
from adtracker.exchange.import_result import DATE, ImportResult, Place
from adtracker.exchange.snapshot import Snapshot

_LABEL = "treatment"
_SAME = ("name", "kind", "strength")
_SCHEDULE = ("count", "unit", "start", "times")
_STOCK = ("counted_on", "doses_left", "order_days")
_PLAN = ("from", "schedule", *_SCHEDULE, "dose", "loading_dose", "reason", "known")
PLAN_COLUMNS = (_LABEL, *_SAME, *_PLAN, *_STOCK)
DOSE_COLUMNS = (
    _LABEL,
    DATE,
    "taken",
    "skipped",
    "reason",
    "amount",
    "sites",
    "recorded_at",
    "recorded_on",
)


def write_treatments(contents: Snapshot) -> str:
    """The table of treatments."""
    labels = _labels(contents)
    rows = [_plan_row(labels[one.key], one, plan) for one in contents.of(Treatment) for plan in one.plans]
    return write_rows(PLAN_COLUMNS, rows)


def write_doses(contents: Snapshot) -> str:
    """The table of doses, of those treatments that are there."""
    labels = _labels(contents)
    known = [doses for doses in contents.of(DayDoses) if doses.treatment in labels]
    return write_rows(DOSE_COLUMNS, [_dose_row(labels[doses.treatment], doses, contents) for doses in known])


def _dose_row(label: str, doses: DayDoses, contents: Snapshot) -> list[str]:
    """No sites are not "none of these": most treatments have none to say."""
    said = DOSES.write(doses, contents).values()
    return [label, *(cell(None if value == [] else value) for value in said)]


def _labels(contents: Snapshot) -> Mapping[int | None, str]:
    """What the tables call each treatment, by its key."""
    labels: dict[int | None, str] = {}
    for treatment in contents.of(Treatment):
        labels[treatment.key] = new_key(treatment.name, labels.values())
    return labels


def _plan_row(label: str, treatment: Treatment, plan: Plan) -> list[str]:
    schedule = schedule_data(plan.schedule)
    same = (label, treatment.name, treatment.kind.value, treatment.strength)
    when = (plan.first.isoformat(), schedule["type"], *(schedule.get(name) for name in _SCHEDULE))
    told = (plan.dose, plan.loading_dose, plan.reason, plan.known.value)
    return [*map(cell, (*same, *when, *told, *stock_data(treatment).values()))]


@dataclass(frozen=True, slots=True)
class _Begun:
    """A treatment whose rows are being gathered: its first row and where that stands, and its plans so far."""

    place: Place
    cells: CellReader
    said: frozenset[Part]
    same: Mapping[str, str]
    plans: list[Plan]


def read_treatments(table: Table, parsed: ImportResult) -> Mapping[str, Treatment]:
    """Add the treatments of a table to what was found; each by what the tables call it. Raises ExchangeError."""
    begun: dict[str, _Begun] = {}
    for place, row in read_rows(table, one_of(PLAN_COLUMNS), _LABEL, PLAN_COLUMNS, parsed):
        cells = CellReader(row, None, parsed.writing)
        said = TREATMENTS.said(cells, parsed) | {("plans", "")}
        label = cells.needed(_LABEL)
        same = {name: row.get(name, "") for name in (*_SAME, *_STOCK)}
        first = begun.setdefault(label, _Begun(place, cells, said, same, []))
        first.plans.append(_read_plan(cells, parsed))
        if first.cells is not cells:
            _finish_row(place, cells, first, parsed)
    return {label: _finish(label, one, parsed) for label, one in begun.items()}


def _read_plan(cells: CellReader, parsed: ImportResult) -> Plan:
    return read_plan(cells, read_schedule(cells, parsed, "schedule"), parsed)


def _finish_row(place: Place, cells: CellReader, first: _Begun, parsed: ImportResult) -> None:
    """Refuse a later row of a treatment if it says something else than the first, or has other faults."""
    for name in first.same:
        if cells.text(name) not in ("", first.same[name]):
            cells.note(name, "not_as_above")
    if problems := _unused(cells):
        parsed.refuse(place, problems)


def _finish(label: str, begun: _Begun, parsed: ImportResult) -> Treatment:
    treatment = read_treatment(begun.cells, begun.plans, parsed, label)
    TREATMENTS.add(parsed, begun.place, treatment, _unused(begun.cells), begun.said)
    return treatment


def _unused(cells: CellReader) -> list[Problem]:
    """All problems of a row; a cell that its schedule has no use for is one."""
    left = [name for name in cells.names() if name in _SCHEDULE]
    for name in left:
        cells.text(name)
        cells.note(name, "not_of_schedule")
    return cells.finish()


def read_doses(table: Table, treatments: Mapping[str, Treatment], parsed: ImportResult) -> None:
    """Add the doses of a table to what was found. Raises ExchangeError."""
    for place, row in read_rows(table, one_of(DOSE_COLUMNS), _LABEL, DOSE_COLUMNS, parsed):
        cells = CellReader(row, None, parsed.writing)
        said = DOSES.said(cells, parsed)
        label = cells.needed(_LABEL)
        doses = DOSES.read(cells, parsed)
        if label not in treatments:
            cells.note(_LABEL, "treatment_unknown", text=shown(label))
        else:
            doses = placed(doses, treatments[label])
        DOSES.add(parsed, place, doses, cells.finish(), said)
