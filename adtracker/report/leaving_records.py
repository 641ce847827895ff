"""What leaves with a report as records: the same as on its pages, for a program that reads them.

A field that no page has a place for stays, whatever is ticked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from adtracker.domain.common.period import Period
from adtracker.domain.records.profile import Profile
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.treatments.treatment import Plan, Treatment
from adtracker.queries.report import Request
from adtracker.report.material import Material

if TYPE_CHECKING:  # most reports have no scores
    from adtracker.domain.scores.score_reading import Reading


@dataclass(frozen=True, slots=True)
class RecordData:
    """The records that go along, and the scores of forms: of these the answers stay."""

    records: tuple[Any, ...]
    scores: tuple[Reading, ...]


def record_data(material: Material, request: Request) -> RecordData:
    """What of a request, which already has only what was ticked, is printed of its period."""
    period, around = material.period, material.around
    readings = [one for one in around.readings if one.day in period]
    found = chain(
        [] if request.profile == Profile() else [request.profile],
        [] if material.course is None else [material.course],
        _ticked(material),
        _answered(material, request),
        _treatments(material),
        (replace(one, questions="") for one in around.visits if one.day in period),
        (one for one in around.side_effects if one.period.meets(period)),
        (one for one in around.breaks if one.period.meets(period)),
        (one.record for one in readings if isinstance(one.record, ClinicScore)),
        material.recalls,
        (one for one in material.days.values() if not one.is_empty),
    )
    return RecordData(tuple(found), tuple(one for one in readings if not isinstance(one.record, ClinicScore)))


def _ticked(material: Material) -> Iterator[Any]:
    """The person's own triggers that were ticked in the period."""
    keys = {key for entry in material.days.values() for key in entry.context or ()}
    return (one for one in material.triggers if one.key in keys)


def _answered(material: Material, request: Request) -> Iterator[Any]:
    """The own questions that are in use in the period, in the person's own words: those of the pages are printable."""
    keys = {one.key for one in material.questions}
    return (one for one in request.questions if one.key in keys)


def _treatments(material: Material) -> Iterator[Any]:
    """The treatments of the period with the plans that are printed, and their doses."""
    for treatment, _ in material.used:
        plans = _plans(treatment, material.period)
        yield replace(treatment, plans=plans, counted_on=None, doses_left=None, order_days=None)
        yield from (replace(one, amount="", sites=()) for one in material.doses_of(treatment))


def _plans(treatment: Treatment, period: Period) -> tuple[Plan, ...]:
    """The plans in use on some day of the period, and how it was stopped in it."""
    shown = [span.plan for span in treatment.spans(period)]
    found = [plan for plan in treatment.plans if plan in shown or (plan.is_stop and plan.first in period)]
    while found and found[0].is_stop:
        found.pop(0)
    return tuple(found)
