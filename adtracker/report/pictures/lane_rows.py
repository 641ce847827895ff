"""What stands above and under the charts of page one: a row for each treatment, for visits and for side effects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.visit import next_visit
from adtracker.domain.treatments.adherence import Adherence
from adtracker.domain.treatments.schedule import Every
from adtracker.domain.treatments.treatment import Plan, Treatment, next_planned
from adtracker.domain.views.lanes import Lane, Lanes, lanes
from adtracker.report.material import Material
from adtracker.report.treatments import is_main, use

_ROWS = (EventKind.VISIT, EventKind.SIDE_EFFECT)
_DOSES = (EventKind.DOSE, EventKind.SKIPPED)
_CHANGES = (EventKind.CHANGED, EventKind.STOPPED)
# More doses than this on the axis would run into each other: the bar alone then says when it was used.
MOST_DOTS = 26
# A dose and a visit that are still to come.
PLANNED, VISIT_PLANNED = "planned", "visit_planned"


@dataclass(frozen=True, slots=True)
class LaneRow:
    """One row over the axis of the charts: bars from day to day, dots (day, kind) and upright strokes at changes.

    `said` stands behind the last of them; `treatment` is the key of the one it is about.
    """

    label: str
    bars: tuple[tuple[float, float], ...]
    dots: tuple[tuple[float, str], ...]
    strokes: tuple[float, ...]
    said: str = ""
    treatment: int | None = None


@dataclass(frozen=True, slots=True)
class LaneRows:
    """The course's own treatment, above the charts, and the `others` under them."""

    main: tuple[LaneRow, ...] = ()
    others: tuple[LaneRow, ...] = ()


def lane_rows(material: Material, axis: Period) -> LaneRows:
    """The rows; none where nothing was used and nothing happened."""
    name = material.course.treatment if material.course else ""
    own = [one for one in material.around.treatments if is_main(one, name)]
    rest = [one for one in material.around.treatments if one not in own]
    main = _lanes(material, axis, own) if own else Lanes()
    return LaneRows(
        tuple(_row(material, lane, axis) for lane in main.lanes if lane.kind is None),
        tuple(_row(material, lane, axis) for lane in _lanes(material, axis, rest).lanes if lane.kind in (None, *_ROWS)),
    )


def _lanes(material: Material, axis: Period, treatments: list[Treatment]) -> Lanes:
    keys = {one.key for one in treatments}
    doses = [one for one in material.around.doses if one.treatment in keys]
    return lanes(replace(material.around, treatments=treatments, doses=doses), axis, material.period.last)


def _row(material: Material, lane: Lane, axis: Period) -> LaneRow:
    if lane.treatment is not None:
        return _of_treatment(material, lane, lane.treatment, axis)
    today = axis.index(material.period.last)
    return LaneRow(
        label=material.wording.lane(lane.kind) if lane.kind else "",
        bars=_bars(lane),
        dots=tuple((mark.index + 0.5, VISIT_PLANNED if mark.index > today else mark.kind.value) for mark in lane.marks),
        strokes=(),
        said=_visit_ahead(material, axis) if lane.kind is EventKind.VISIT else "",
    )


def _of_treatment(material: Material, lane: Lane, treatment: Treatment, axis: Period) -> LaneRow:
    dots = [(mark.index + 0.5, mark.kind.value) for mark in lane.marks if mark.kind in _DOSES]
    shown = [*dots, *_planned(material, treatment, axis)] if 0 < len(dots) <= MOST_DOTS else []
    counts = next((counts for one, counts in material.used if one is treatment), None)
    return LaneRow(
        label=material.brief(lane.name),
        bars=_bars(lane),
        dots=tuple(shown),
        strokes=tuple(float(mark.index) for mark in lane.marks if mark.kind in _CHANGES),
        said="" if counts is None else _said(material, treatment, counts, is_dotted=bool(shown)),
        treatment=treatment.key,
    )


def _bars(lane: Lane) -> tuple[tuple[float, float], ...]:
    return tuple((float(bar.first), bar.last + 1.0) for bar in lane.bars)


def _said(material: Material, treatment: Treatment, counts: Adherence, *, is_dotted: bool) -> str:
    """What is given once a week or less often is counted by doses, as they can be seen; all else by days of use."""
    if is_dotted and counts.planned and all(_is_seldom(plan) for plan in treatment.plans if not plan.is_stop):
        return material.wording.say("charts.taken", taken=counts.taken, planned=counts.planned)
    return ", ".join(use(material, treatment)) if counts.days_used else ""


def _is_seldom(plan: Plan) -> bool:
    return isinstance(plan.schedule, Every) and plan.schedule.days >= DAYS_A_WEEK


def _planned(material: Material, treatment: Treatment, axis: Period) -> Iterator[tuple[float, str]]:
    """The next dose of the plan, if it lies on the axis."""
    following = next_planned(treatment, material.period.last)
    if following is not None and following in axis:
        yield axis.index(following) + 0.5, PLANNED


def _visit_ahead(material: Material, axis: Period) -> str:
    """The day of the next visit; empty where its mark is not on the axis."""
    following = next_visit(material.around.visits, material.period.last)
    if following is None or following.day not in axis:
        return ""
    return material.wording.say("charts.planned", day=material.wording.short_day(following.day))
