"""Two periods on one axis in words: which line is which, how many days are behind each, and both numbers of a week."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.views.comparison import Comparison, comparison_plot, week_pairs
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.plot import Panel, TrendPlot
from adtracker.language import begun, tr
from adtracker.ui.charts.chart_stack import NO_LANES, ChartLanes
from adtracker.ui.charts.trend_panel import PanelWords
from adtracker.ui.kit.value_table import Column
from adtracker.ui.kit.week_columns import WeekRow, dashed, first_of, mean_in, second_of, solid, week_columns
from adtracker.ui.trends.chart_words import Cell, Numbers, TrendNames
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.number_words import days, mean_words, sum_words, too_few_days


@dataclass(frozen=True)
class ComparisonWords:
    """The words of a `Comparison`; a `ChartWords`. `sides` are what the periods are called."""

    comparison: Comparison
    sides: tuple[str, str]
    names: TrendNames
    plot: TrendPlot = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plot", comparison_plot(self.comparison))

    @property
    def panels(self) -> Sequence[PanelWords]:
        """What is written at each panel: with the scale how many days were recorded in either period."""
        names = self.names.measures
        return [
            PanelWords(name["label"], _scale(panel, name["scale"]), "")
            for panel in self.plot.panels
            for name in (names[panel.measure.key],)
        ]

    @property
    def lanes(self) -> ChartLanes:
        """None: what happened in the one period did not happen in the other."""
        return NO_LANES

    @property
    def legend(self) -> str:
        """Which line is which."""
        return tr("Solid line: {first}. Dashed line: {second}.", first=self.sides[0], second=self.sides[1])

    @property
    def left_out(self) -> str:
        """What the charts of one period have and these have not."""
        return tr("Treatments, visits and notes are left out here.")

    def sentences(self) -> list[str]:
        """What is compared, every panel, and how it is worked out."""
        worked_out = tr(
            "How this is worked out: both periods begin at the left, so that week 1 stands over week 1. Each line is "
            "a 7-day average, of that day and the 6 days before. It needs at least {minimum} of 7 days. Two periods "
            "differ in many things. The lines show how they went, and not why.",
            minimum=self.comparison.minimum,
        )
        if SIGN_SUM in self.comparison.measures:
            worked_out = f"{worked_out} {sum_words()}"
        return [self.legend, self.left_out, *map(self._panel_sentences, self.plot.panels), worked_out]

    def more_sentences(self) -> Sequence[str]:
        """Nothing: counts are of one period."""
        return ()

    def day(self, day: date) -> str:
        """Both points of every line, with their dates."""
        index = self.plot.period.index(day)
        week, firsts = index // DAYS_A_WEEK + 1, (self.comparison.first.first, self.comparison.second.first)
        said = [self._side_on(first + timedelta(days=index)) for first in firsts]
        return tr("Week {week}, 7-day averages. {first}. {second}.", week=week, first=said[0], second=said[1])

    def columns(self) -> Sequence[Column[WeekRow]]:
        """The week, and for each measure both means with their counts."""
        return week_columns(self.comparison.measures, self.names.measures)

    def rows(self) -> Sequence[WeekRow]:
        """The weeks that have begun."""
        first, pairs = self.comparison.first.first, week_pairs(self.comparison)
        return [WeekRow(pair, first + timedelta(days=(pair.number - 1) * DAYS_A_WEEK)) for pair in pairs]

    def numbers(self, shown: Period) -> Numbers:
        """The same for a file, of the weeks in view: means and counts of days."""
        columns = [tr("week")]
        for measure in self.comparison.measures:
            for side in self.sides:
                mean = tr("{measure}, {side}", measure=self.names.measures[measure.key]["label"], side=side)
                columns += [mean, tr("{mean}, days", mean=mean)]
        first, last = shown.first - timedelta(days=DAYS_A_WEEK - 1), shown.last
        return Numbers(columns, [self._cells(row) for row in self.rows() if first <= row.day <= last])

    def _cells(self, row: WeekRow) -> list[Cell]:
        cells: list[Cell] = [float(row.pair.number)]
        for measure in self.comparison.measures:
            for side in (first_of, second_of):
                mean = mean_in(measure, side, row)
                cells += [None, None] if mean is None else [mean.mean, float(mean.n)]
        return cells

    def _side_on(self, day: date) -> str:
        facts = []
        for measure in self.comparison.measures:
            mean = self.comparison.rolling(measure, day).mean
            number = too_few_days() if mean is None else mean_words(mean, measure)
            facts.append(f"{self.names.measures[measure.key]['inside']} {number}")
        return _said(date_words(day), ", ".join(facts))

    def _panel_sentences(self, panel: Panel) -> str:
        name, counts = self.names.measures[panel.measure.key], _recorded(panel)
        title = tr("{name}, {scale}.", name=name["label"], scale=name["scale"])
        lines = (panel.rolling, () if panel.other is None else panel.other.rolling)
        firsts = (self.comparison.first.first, self.comparison.second.first)
        said = [
            _said(begun(line), self._line(panel.measure, rolling, first, count))
            for line, rolling, first, count in zip((solid(), dashed()), lines, firsts, counts, strict=True)
        ]
        return " ".join([title, *(f"{one}." for one in said)])

    def _line(self, measure: Measure, rolling: Sequence[float | None], first: date, count: int) -> str:
        known = [index for index, value in enumerate(rolling) if value is not None]
        ends = [
            self.comparison.rolling(measure, first + timedelta(days=index)).mean for index in known[:1] + known[-1:]
        ]
        words = [mean_words(end, measure) for end in ends if end is not None]
        if measure == SIGN_SUM:
            return _sum_words(words)
        if len(words) < 2:
            return tr("{days} recorded, too few for a 7-day average", days=days(count))
        return tr(
            "{days} recorded, the 7-day average goes from {first} to {last}",
            days=days(count),
            first=words[0],
            last=words[1],
        )


def _sum_words(ends: Sequence[str]) -> str:
    """The first and the last sum."""
    if len(ends) < 2:
        return tr("no 7 days with all answers")
    return tr("the 7-day sum goes from {first} to {last}", first=ends[0], last=ends[1])


def _scale(panel: Panel, scale: str) -> str:
    """With the days behind the line; a sum has no days of its own."""
    if panel.measure == SIGN_SUM:
        return scale
    first, second = _recorded(panel)
    return tr("{first} and {second} days · {scale}", first=first, second=second, scale=scale)


def _said(what: str, fact: str) -> str:
    return tr("{what}: {fact}", what=what, fact=fact)


def _recorded(panel: Panel) -> tuple[int, int]:
    second = () if panel.other is None else panel.other.values
    return sum(value is not None for value in panel.values), sum(value is not None for value in second)
