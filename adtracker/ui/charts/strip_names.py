"""What stands before the rows of the strip: a name, and in small letters its scale, unit or dose."""

from __future__ import annotations

from adtracker.domain.common.measure import Measure
from adtracker.domain.views.course_lanes import CourseLane
from adtracker.domain.views.week_grid import WeekRow
from adtracker.language import isolated, tr
from adtracker.ui.words import entry_words
from adtracker.ui.words import event_words as happening_words
from adtracker.ui.words.score_words import range_words

# A scale that ends higher is none that anybody knows: of counts, which have no end.
_LONGEST_SCALE = 100


def row_name(row: WeekRow, names: entry_words.Names) -> str:
    """What a measure is called."""
    return " ".join(names[row.measure.key]["label"].split())


def row_addition(row: WeekRow) -> str:
    """The scale or the unit of a measure: "0 to 10", "%", "steps"."""
    measure = row.measure
    if measure.is_share:
        return tr("% of days")
    if measure.unit:
        return measure.unit
    return _scale(measure) if measure.maximum <= _LONGEST_SCALE else ""


def _scale(measure: Measure) -> str:
    return range_words(measure.minimum, measure.maximum)


def lane_name(lane: CourseLane, names: happening_words.Names) -> str:
    """What a lane is called."""
    if lane.treatment is not None:
        return " ".join(lane.treatment.name.split())
    if lane.kind is not None:
        return names["lanes"][lane.kind.value]
    return " ".join((lane.score or "").split())


def lane_addition(lane: CourseLane) -> str:
    """The dose that is planned last of the course's own treatment, the scale of a score."""
    if lane.is_own and lane.treatment is not None:
        doses = [plan.dose for plan in lane.treatment.plans if plan.dose]
        return isolated(" ".join(doses[-1].split())) if doses else ""
    spans = {one.span for cell in lane.cells if cell is not None for one in cell.scores}
    span = next(iter(spans), None)
    return range_words(*span) if span is not None and len(spans) == 1 else ""
