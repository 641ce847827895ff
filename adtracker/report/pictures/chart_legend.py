"""What the charts of page one show, in a few words below them: only what is there to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from adtracker.domain.records.course import Course
from adtracker.report.pictures.lane_rows import LaneRow
from adtracker.report.stretches import Step
from adtracker.report.wording import Wording, joined

_MARKS = ("dose", "planned", "skipped", "visit", "visit_planned", "side_effect")


def legend(
    wording: Wording,
    step: Step,
    *,
    has_dots: bool,
    has_hollow: bool,
    has_recalled: bool,
    has_baseline: bool,
    marks: str,
    ranges: str,
) -> str:
    """What is drawn in the panels. `marks` says what the upright lines are, `ranges` what the thin ones are."""
    return joined(
        (
            wording.say("charts.legend_dots") if has_dots else "",
            wording.say("charts.legend_hollow") if has_hollow else "",
            wording.say(f"charts.legend_line_{step.value}"),
            wording.say("charts.legend_recalled") if has_recalled else "",
            wording.say("charts.legend_baseline") if has_baseline else "",
            ranges,
            wording.say("charts.legend_gaps"),
            marks,
        )
    )


def marks_legend(wording: Wording, strong: Sequence[str], first_dose: Course | None) -> str:
    """What the full upright lines are: the weeks that stand out, or on an axis of dates the first dose."""
    if strong:
        return wording.count("charts.legend_marks", len(strong), weeks=wording.say("and").join(strong))
    return "" if first_dose is None else wording.say("charts.legend_start", day=wording.day(first_dose.start))


def rows_legend(wording: Wording, rows: Sequence[LaneRow]) -> str:
    """What the marks in the rows are."""
    kinds = {kind for row in rows for _, kind in row.dots}
    said = "  ".join(wording.say(f"charts.legend_{kind}") for kind in _MARKS if kind in kinds)
    change = wording.say("charts.legend_change") if any(row.strokes for row in rows) else ""
    return joined((f"{said}." if said else "", change))
