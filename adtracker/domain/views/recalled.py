"""Where recalled weeks are shown: beside the days of a chart and below the weeks of a course, and never among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.recall import ASKED, BESIDE, Recall
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.plot import Panel, RecalledMark, TrendPlot, axis_top
from adtracker.domain.views.week_grid import BASELINE, Stage, Week, WeekRow


def recalled_in(recalls: Sequence[Recall], period: Period, today: date) -> tuple[Recall, ...]:
    """What was recalled on a day of a period, up to today."""
    return tuple(one for one in recalls if one.day in period and one.day <= today)


def span_of(recalls: Sequence[Recall]) -> Period | None:
    """The days from the first that anything was recalled of to the last; None where nothing was."""
    if not recalls:
        return None
    return Period(min(one.period.first for one in recalls), max(one.day for one in recalls))


def with_recalled(plot: TrendPlot, recalls: Sequence[Recall]) -> TrendPlot:
    """The same charts with what was recalled in their period: its values, lines and averages stay what they are."""
    return replace(plot, panels=tuple(_beside(panel, plot.period, recalls) for panel in plot.panels))


def _beside(panel: Panel, period: Period, recalls: Sequence[Recall]) -> Panel:
    marks = tuple(
        RecalledMark(name, period.index(one.period.first), period.index(one.day), value)
        for one in recalls
        if one.day in period
        for name, value in one.answers.items()
        if BESIDE[name] == panel.measure
    )
    if not marks:
        return panel
    return replace(panel, recalled=marks, top=max(panel.top, _top(panel.measure, marks)))


def _top(measure: Measure, marks: Sequence[RecalledMark]) -> float:
    return axis_top(measure, [mark.value for mark in marks])


@dataclass(frozen=True, slots=True)
class _Column:
    week: Week
    recall: Recall | None


def recalled_rows(recalls: Sequence[Recall], weeks: Sequence[Week], today: date) -> tuple[WeekRow, ...]:
    """A row for each question that was answered in a course; a week shows the last answer that has most of its days.

    They have no shade and no change: only means of days are compared.
    """
    known = [one for one in recalls if one.day <= today]
    before = [
        one for one in known if one.middle < weeks[BASELINE + 1].period.first
    ]  # a late baseline reaches into weeks
    columns = [_Column(week, _newest(known if week.number else before, week.period)) for week in weeks]
    rows = (_row(name, measure, columns) for name, measure in ASKED.items())
    return tuple(row for row in rows if any(one is not None and one.mean is not None for one in row.means))


def _newest(recalls: Sequence[Recall], week: Period) -> Recall | None:
    return max((one for one in recalls if one.middle in week), key=lambda one: (one.day, one.key or 0), default=None)


def _row(name: str, measure: Measure, columns: Sequence[_Column]) -> WeekRow:
    cells = tuple(None if one.week.stage is Stage.AHEAD else _cell(name, one.recall) for one in columns)
    top = axis_top(measure, [None if one is None else one.mean for one in cells])
    return WeekRow(measure, cells, (None,) * len(cells), top, is_recalled=True)


def _cell(name: str, recall: Recall | None) -> Mean:
    """A recalled number in the place of a mean; no day stands behind it."""
    return Mean(None if recall is None else recall.answer(name), 0)
