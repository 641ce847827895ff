"""What the trend charts show, in sentences: for those who cannot see them, and for everybody who asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.common.measure import Measure
from adtracker.domain.common.period import Period
from adtracker.domain.views.measure_selection import SIGN_SUM
from adtracker.domain.views.plot import Panel, TrendPlot, panel_facts
from adtracker.domain.views.review import listed
from adtracker.domain.views.trend_view import TrendView
from adtracker.language import begun, tr, tr_count
from adtracker.ui.charts.chart_stack import ChartLanes
from adtracker.ui.charts.trend_panel import PanelWords
from adtracker.ui.kit.value_table import Column
from adtracker.ui.trends.chart_words import Cell, Numbers, TrendNames
from adtracker.ui.trends.day_columns import DayRow, day_columns, rolling_words
from adtracker.ui.trends.lane_words import chart_lanes, happening_facts, lane_sentences
from adtracker.ui.words.day_words import span_words
from adtracker.ui.words.entry_words import entry_sentence
from adtracker.ui.words.number_words import baseline_words, days, mean_words, sum_words, value_words
from adtracker.ui.words.recall_words import recall_words, recalled_legend, weeks_words


@dataclass(frozen=True)
class ViewWords:
    """The words of a `TrendView`; a `ChartWords`. `count` counts beside published definitions, in sentences."""

    view: TrendView
    names: TrendNames
    count: Callable[[], Sequence[str]]
    legend: str = ""
    left_out: str = ""

    @property
    def plot(self) -> TrendPlot:
        """The charts."""
        return self.view.plot

    @property
    def panels(self) -> Sequence[PanelWords]:
        """What is written at each panel."""
        names = self.names.measures
        return [
            PanelWords(names[key]["label"], names[key]["scale"], self._baseline(panel), self._newest(panel))
            for panel in self.plot.panels
            for key in (panel.measure.key,)
        ]

    @property
    def lanes(self) -> ChartLanes:
        """What stands under the panels."""
        return chart_lanes(self.view.drawn, self.view.lanes, self.names.happening)

    def day(self, day: date) -> str:
        """What was recorded: "Thursday 19 November: worst itch 4, skin affected 12 %, visit: Dr. Weber"."""
        look = self.view.look
        more = happening_facts(self.view.lanes.on(day), self.names.happening, self.names.regions)
        said = entry_sentence(day, look.today, look.days.get(day), self.names.measures, more, look.measures)
        recalled = (recall_words(one, self.names.measures) for one in self.view.recalls if one.day == day)
        return " ".join([said, *recalled])

    def sentences(self) -> list[str]:
        """What the charts show: the days they cover, every panel, every lane, and how it is worked out."""
        covers = tr("The charts show {span}.", span=span_words(self.plot.period))
        panels = [self._panel_sentences(panel) for panel in self.plot.panels]
        lanes = lane_sentences(self.view.lanes, self.plot.period.first, self.names.happening)
        how = worked_out(self.view.look.minimum, has_sum=SIGN_SUM in self.view.measures)
        return [covers, *panels, *self._paper(), *self._recalled(), *lanes, how]

    def _paper(self) -> list[str]:
        """How many days are drawn hollow, and why."""
        count = self.view.from_paper
        if not count:
            return []
        return [
            tr_count(
                "Hollow dots: 1 day from a paper sheet, time of writing not known.",
                "Hollow dots: {count} days from a paper sheet, time of writing not known.",
                count,
            ),
        ]

    def _recalled(self) -> list[str]:
        """The weeks that were recalled, one after the other, and how many were answered."""
        if not self.view.recalls:
            return []
        words = [recalled_legend(), *(recall_words(one, self.names.measures) for one in self.view.recalls)]
        return [" ".join(filter(None, [*words, weeks_words(self.view.answered)]))]

    def more_sentences(self) -> Sequence[str]:
        """The counts beside published definitions."""
        return self.count()

    def columns(self) -> Sequence[Column[DayRow]]:
        """The columns of the table: what was recorded and the point of the line, for each measure."""
        return day_columns(self.view, self.names.measures)

    def rows(self) -> Sequence[DayRow]:
        """The days up to today, newest first, also those on which nothing was recorded."""
        period = listed(self.view.look)
        return [] if period is None else [DayRow(self.view, day) for day in reversed(tuple(period))]

    def numbers(self, shown: Period) -> Numbers:
        """The same for a file, oldest first, of the days in view."""
        heads = [head for measure in self.view.measures for head in self._heads(measure)]
        days_shown = [row.day for row in reversed(self.rows()) if row.day in shown]
        later = tr("filled in later")
        columns = [tr("day"), *heads, later]
        return Numbers(columns, [self._cells(day, later) for day in days_shown])

    def _heads(self, measure: Measure) -> list[str]:
        label, average = self.names.measures[measure.key]["label"], rolling_words(measure)
        both = tr("{measure}, {average}", measure=label, average=average)
        return [both] if measure == SIGN_SUM else [label, both]

    def _cells(self, day: date, later: str) -> list[Cell]:
        cells: list[Cell] = [day]
        for measure in self.view.measures:
            cells += [] if measure == SIGN_SUM else [self.view.value(measure, day)]
            cells.append(self.view.rolling(measure, day).mean)
        entry = self.view.look.days.get(day)
        return [*cells, later if entry is not None and entry.filled_in_later else None]

    def _panel_sentences(self, panel: Panel) -> str:
        name, measure = self.names.measures[panel.measure.key], panel.measure
        title = tr("{name}, {scale}:", name=name["label"], scale=name["scale"])
        said = [f"{title} {_recorded(panel)}"] if measure != SIGN_SUM else [title]
        if measure == SIGN_SUM or panel_facts(panel).recorded:
            said.append(self._rolling(panel))
        if baseline := self._baseline(panel):
            said.append(f"{begun(baseline)}.")
            said += filter(None, [name["change"]])
        return " ".join(said)

    def _rolling(self, panel: Panel) -> str:
        """The two ends of the line, with the numbers of the key-number cards, not those of the drawing."""
        measure = panel.measure
        known = [index for index, value in enumerate(panel.rolling) if value is not None]
        ends = [self._mean(panel, index) for index in known[:1] + known[-1:]]
        words = [mean_words(mean, measure) for mean in ends if mean is not None]
        if len(words) < 2:
            return tr("There are too few days for a 7-day average.")
        return tr(
            "The {average} goes from {first} to {last}.", average=rolling_words(measure), first=words[0], last=words[1]
        )

    def _newest(self, panel: Panel) -> str:
        """Where the line ends, as the card beside it has it."""
        last = next((i for i in reversed(range(len(panel.rolling))) if panel.rolling[i] is not None), None)
        mean = None if last is None else self._mean(panel, last)
        return "" if mean is None else mean_words(mean, panel.measure)

    def _mean(self, panel: Panel, index: int) -> float | None:
        return self.view.rolling(panel.measure, self.plot.period.first + timedelta(days=index)).mean

    def _baseline(self, panel: Panel) -> str:
        baseline = self.view.look.baseline
        if panel.baseline is None or baseline is None:
            return ""
        return baseline_words(panel.baseline, panel.measure, began_late=baseline.began_late)


def worked_out(minimum: int, *, has_sum: bool = False) -> str:
    """How the charts are made; `minimum` is how many recorded days of seven make an average."""
    said = tr(
        "How this is worked out: a dot is what you wrote down on a day. Each line is a 7-day average, of that day and "
        "the 6 days before. It needs at least {minimum} of 7 days. Where there are fewer, the line breaks. Nothing is "
        "filled in. The baseline is the week before day 1 of the course, or the first recorded days around it if that "
        "week has too few. What is under the charts is only shown beside them; it does not say why a number changed.",
        minimum=minimum,
    )
    return f"{said} {sum_words()}" if has_sum else said


def _recorded(panel: Panel) -> str:
    facts = panel_facts(panel)
    if facts.lowest is None or facts.highest is None:
        return tr("nothing is recorded.")
    return tr(
        "{days} recorded, from {lowest} to {highest}.",
        days=days(facts.recorded),
        lowest=value_words(facts.lowest, panel.measure),
        highest=value_words(facts.highest, panel.measure),
    )
