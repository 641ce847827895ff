"""The three charts of page one: the same picture as on the screen (`domain.plot`), with the words printed around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from adtracker.domain.common.measure import ITCH, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import COURSE_WEEKS, DAYS_A_WEEK, STRONG_MILESTONES, Course
from adtracker.domain.views.from_paper import with_paper
from adtracker.domain.views.plot import Panel, PanelFacts, RecalledMark, date_ticks, panel_facts, trend_plot
from adtracker.domain.views.recalled import with_recalled
from adtracker.report.material import Material
from adtracker.report.pictures.chart_legend import legend, marks_legend, rows_legend
from adtracker.report.pictures.chart_numbers import Number, numbers
from adtracker.report.pictures.lane_rows import LaneRow, lane_rows
from adtracker.report.shares import published_itch
from adtracker.report.stretches import Step
from adtracker.report.wording import Wording, mean_text, value_text

Point = tuple[float, float]

MOST_DATES = 8
# A little more than the course: the baseline week before it, or a few days past its end.
MOST_DAYS = (COURSE_WEEKS + 4) * DAYS_A_WEEK
# Below this, weeks 4 and 8 alone would say too little: the axis then has dates.
FEWEST_DAYS = 8 * DAYS_A_WEEK


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the axis, in days from its left end; `strong` ones stand out. An empty label is only a line."""

    at: float
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """The baseline: a value and the text beside it."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class RecalledBar:
    """What was remembered of the days from `first` to `last`, as far as drawn; `at` is where the diamond is."""

    first: float
    last: float
    at: float
    value: float
    is_average: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """One panel, 0 to `top`. `dots` are (day, value), `hollow` those from paper.

    `lines` are runs of averages without a gap, with their `numbers`.

    `ranges` are values with a thin line. `recalled` are bars with a diamond, apart from both.
    """

    title: str
    scale: str
    colour: str
    top: float
    steps: tuple[str, ...]
    dots: tuple[Point, ...]
    hollow: tuple[Point, ...]
    lines: tuple[tuple[Point, ...], ...]
    numbers: tuple[Number, ...]
    baseline: Level | None
    ranges: tuple[float, ...]
    recalled: tuple[RecalledBar, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Charts:
    """The panels over one axis of `length` days, with the rows of treatments under it and what is written there."""

    heading: str
    length: int
    marks: tuple[Mark, ...]
    panels: tuple[Chart, ...]
    main: tuple[LaneRow, ...]
    rows: tuple[LaneRow, ...]
    main_alt: str
    rows_alt: str
    legend: str
    rows_legend: str

    @property
    def told(self) -> frozenset[int | None]:
        """The keys of the treatments that have a row."""
        return frozenset(row.treatment for row in (*self.main, *self.rows))


@dataclass(frozen=True, slots=True)
class Axis:
    """The days that are drawn; with `course` they are marked by its weeks, else by dates."""

    period: Period
    course: Course | None
    is_whole_course: bool = False


def axis_of(material: Material) -> Axis:
    """Which days the charts cover.

    Days before the diary began are not drawn. A period that takes in the first week of the course is drawn on the axis
    of the whole course, so that the page looks the same at every visit. Other periods are drawn as they are, with
    course weeks if they lie in the course.
    """
    period, course = material.counted, material.course
    if course is None or period.length > MOST_DAYS or not period.meets(course.period):
        return Axis(period, None)
    whole = Period(min(period.first, course.start), max(period.last, course.period.last))
    if period.first <= course.week(1).last and whole.length <= MOST_DAYS:
        return Axis(whole, course, is_whole_course=True)
    if whole == course.period and period.length >= FEWEST_DAYS:
        return Axis(period, course)
    return Axis(period, None)


def charts(material: Material) -> Charts | None:
    """The charts of the period, or None if it has no score. Measures without any score are left out."""
    wording, axis = material.wording, axis_of(material)
    means = [one.means for one in material.stretches]
    plot = trend_plot(material.days, axis.period, axis.course, material.baseline_means, means, material.minimum)
    plot = with_recalled(with_paper(plot, material.days), material.recalls)
    panels = tuple(
        _chart(material, panel, in_course=axis.course is not None)
        for panel in plot.panels
        if panel_facts(panel).recorded
    )
    if not panels:
        return None
    rows = lane_rows(material, axis.period)
    strong = [str(week) for _, week in plot.ticks if week in STRONG_MILESTONES]
    return Charts(
        heading=_heading(wording, axis),
        length=axis.period.length,
        marks=_marks(material, axis, plot.ticks),
        panels=panels,
        main=rows.main,
        rows=rows.others,
        main_alt=_rows_alt(wording, "main_alt", rows.main),
        rows_alt=_rows_alt(wording, "rows_alt", rows.others),
        legend=_legend(material, axis, panels, strong),
        rows_legend=rows_legend(wording, (*rows.main, *rows.others)),
    )


def _heading(wording: Wording, axis: Axis) -> str:
    if axis.course and axis.is_whole_course:
        return wording.count("charts.heading_course", axis.course.weeks)
    return wording.say("charts.heading_dates", span=wording.span(axis.period))


def _chart(material: Material, panel: Panel, *, in_course: bool) -> Chart:
    """Past some years days are left out: they would be one band."""
    wording, measure, top = material.wording, panel.measure, panel.top
    drawn = enumerate(panel.values) if material.step is not Step.QUARTER else ()
    dotted = [(day, value) for day, value in drawn if value is not None]
    return Chart(
        title=wording.measure(measure, "label"),
        scale=wording.measure(measure, "scale"),
        colour=measure.colour,
        top=top,
        steps=tuple(value_text(top * share, measure) for share in (0, 0.5, 1)),
        dots=tuple((day + 0.5, value) for day, value in dotted if day not in panel.from_paper),
        hollow=tuple((day + 0.5, value) for day, value in dotted if day in panel.from_paper),
        lines=_lines(panel),
        numbers=numbers(panel, material.stretches, in_course=in_course),
        baseline=_level(wording, panel),
        ranges=_ranges(material, panel),
        recalled=tuple(_recalled(mark) for mark in panel.recalled),
        alt=_alt(wording, panel, material.step),
    )


def _recalled(mark: RecalledMark) -> RecalledBar:
    first = max(mark.first + 0.5, 0.0)
    last = mark.last + 0.5
    return RecalledBar(first, last, (first + last) / 2, mark.value, mark.is_average)


def _lines(panel: Panel) -> tuple[tuple[Point, ...], ...]:
    """Weekly averages in runs: a week without one leaves the line open."""
    runs = groupby(panel.weekly, key=lambda week: week[1].mean is None)
    points = (tuple((day + 0.5, mean.mean) for day, mean in run if mean.mean is not None) for _, run in runs)
    return tuple(filter(None, points))


def _level(wording: Wording, panel: Panel) -> Level | None:
    if panel.baseline is None:
        return None
    text = f"{wording.say('charts.baseline')}\n{mean_text(panel.baseline, panel.measure)}"
    return Level(panel.baseline, text)


def _alt(wording: Wording, panel: Panel, step: Step) -> str:
    """The sentence that stands for the picture."""
    measure, facts = panel.measure, panel_facts(panel)
    weeks = len({mark.first for mark in panel.recalled})
    recalled = wording.say("charts.alt_recalled", weeks=weeks) if weeks else ""
    said = wording.say(
        "charts.alt",
        measure=wording.measure(measure, "label"),
        scale=wording.measure(measure, "scale"),
        recorded=wording.days(facts.recorded),
        lowest=value_text(facts.lowest or 0, measure),
        highest=value_text(facts.highest or 0, measure),
        averages=_averages(wording, step, measure, facts),
        baseline=""
        if panel.baseline is None
        else wording.say("charts.alt_baseline", value=mean_text(panel.baseline, measure)),
    ).strip()
    return " ".join(filter(None, (said, recalled)))


def _averages(wording: Wording, step: Step, measure: Measure, facts: PanelFacts) -> str:
    if facts.first is None or facts.last is None:
        return wording.say("charts.alt_no_averages")
    first, last = (mean_text(value, measure) for value in (facts.first, facts.last))
    return wording.say(f"charts.alt_averages_{step.value}", first=first, last=last)


def _marks(material: Material, axis: Axis, ticks: tuple[tuple[int, int], ...]) -> tuple[Mark, ...]:
    wording = material.wording
    if axis.course:
        return tuple(Mark(at, wording.say("charts.week", week=week), week in STRONG_MILESTONES) for at, week in ticks)
    marks = [Mark(at, label) for at, label in dates_on(wording, axis.period)]
    if (start := _start_within(material, axis)) is not None:
        marks.append(Mark(start, "", strong=True))
    return tuple(marks)


def dates_on(wording: Wording, period: Period) -> Iterator[tuple[int, str]]:
    """The dates on an axis, each with where it lies: months, on a short one days."""
    label = wording.month if period.length > MOST_DATES * 14 else wording.short_day
    return ((period.index(day), label(day)) for day in date_ticks(period, MOST_DATES))


def _start_within(material: Material, axis: Axis) -> int | None:
    """Where the first dose lies on an axis of dates, or None."""
    if axis.course or material.course is None or material.course.start not in axis.period:
        return None
    return axis.period.index(material.course.start)


def _legend(material: Material, axis: Axis, panels: Sequence[Chart], strong: Sequence[str]) -> str:
    wording, found = material.wording, published_itch() if any(panel.ranges for panel in panels) else None
    first_dose = material.course if _start_within(material, axis) is not None else None
    return legend(
        wording,
        material.step,
        has_dots=any(panel.dots for panel in panels),
        has_hollow=any(panel.hollow for panel in panels),
        has_recalled=any(panel.recalled for panel in panels),
        has_baseline=any(panel.baseline for panel in panels),
        marks=marks_legend(wording, strong, first_dose),
        ranges="" if found is None else wording.say("charts.legend_ranges", low=found.low, high=found.high),
    )


def _ranges(material: Material, panel: Panel) -> tuple[float, ...]:
    """Where a thin line is drawn, if a person wants to see beside their itch which changes were published."""
    if not material.with_ranges or panel.measure != ITCH or panel.baseline is None:
        return ()
    found = published_itch()
    return tuple(panel.baseline - points for points in (found.low, found.high) if panel.baseline > points)


def _rows_alt(wording: Wording, key: str, rows: Sequence[LaneRow]) -> str:
    """The rows by their names, each with what stands behind it."""
    names = (f"{row.label} ({row.said})" if row.said else row.label for row in rows)
    return wording.say(f"charts.{key}", names=", ".join(names)) if rows else ""
