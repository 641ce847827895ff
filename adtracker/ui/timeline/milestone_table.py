"""The milestones of a course in a table: the baseline and every fourth week, with the change from the baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QSizePolicy

from adtracker.domain.common.measure import MEASURES, Measure
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.views.week_grid import BASELINE, Milestone, Stage
from adtracker.language import tr
from adtracker.ui.charts.week_words import week_words
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.value_table import RIM, Column, ValueModel, ValueTable
from adtracker.ui.words.day_words import brief_day
from adtracker.ui.words.entry_words import Names
from adtracker.ui.words.number_words import (
    NO_BREAK,
    NOTHING,
    change_mark,
    change_words,
    mean_digits,
    mean_words,
    too_few_days,
)

# Room below the rows, for the scroll bar that large text in a narrow window needs.
SCROLLBAR = 14
LEAST_WIDTH = 96
FIGURE_SPACE = "\u2007"  # as wide as a digit


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone, what the baseline says of itself, and how long the means below each other are, by measure."""

    milestone: Milestone
    began_late: bool
    lengths: Mapping[str, int]


class MilestoneTable(ValueTable):
    """As high as its rows; `opened` carries the days (a Period) of a milestone to be opened (Enter)."""

    opened = Signal(object)

    def __init__(self, theme: Theme, names: Names) -> None:
        rows = ValueModel(_columns(names))
        super().__init__(theme, rows, LEAST_WIDTH)
        self._rows = rows
        self.setAccessibleName(tr("Milestones. Enter opens the week of one."))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._on_activated)

    def show_milestones(self, milestones: Sequence[Milestone], *, began_late: bool) -> None:
        """Show these milestones, from the baseline on."""
        lengths = {measure.key: max(map(len, _digits(milestones, measure)), default=0) for measure in MEASURES}
        self._rows.show_rows([MilestoneRow(milestone, began_late, lengths) for milestone in milestones])
        self.restyle()

    def restyle(self) -> None:
        """Take over the text size, and the height that all rows need."""
        super().restyle()
        self._fit()
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().height() + rows + SCROLLBAR)

    def changeEvent(self, event: QEvent) -> None:
        """The letters have another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Give each column what its words need; what is left over goes to the last, which stretches.

        Qt would lay out each cell for that, which shows in a course of ten years.
        """
        header, last = self.horizontalHeader(), self.model().columnCount() - 1
        header.setMinimumSectionSize(self._needed(last))  # Qt stretches the last alone if there is room
        for column in range(last + 1):
            if column < last:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, self._needed(column))

    def _needed(self, column: int) -> int:
        model, font = self.model(), self.font()
        if column == 0:
            font.setWeight(QFont.Weight.DemiBold)
        words = {model.index(row, column).data() for row in range(model.rowCount())}
        widest = max(map(QFontMetrics(font).horizontalAdvance, words), default=0)
        return max(widest + self._theme.px(RIM), self._theme.px(LEAST_WIDTH), self.least_width(column))

    def _on_activated(self, index: QModelIndex) -> None:
        week = self._rows.value(index.row()).milestone.week
        if week.stage is not Stage.AHEAD:
            self.opened.emit(week.period)


def _columns(names: Names) -> list[Column[MilestoneRow]]:
    columns = [Column(tr("Milestone"), _week, _spoken_week, strong=True)]
    columns += [Column(_heading(one, names), partial(_mean, one), partial(_spoken_mean, one)) for one in MEASURES]
    return [*columns, Column(tr("Days recorded"), _days)]


def _digits(milestones: Sequence[Milestone], measure: Measure) -> list[str]:
    means = (milestone.mean(measure) for milestone in milestones)
    return [mean_digits(mean, measure) for mean in means if mean is not None]


def _heading(measure: Measure, names: Names) -> str:
    label = names[measure.key]["label"]
    return f"{label}, {measure.unit}" if measure.unit else label


def _spoken_number(measure: Measure, row: MilestoneRow) -> str:
    mean = row.milestone.mean(measure)
    if mean is None:
        return too_few_days() if row.milestone.means else tr("not yet")
    return mean_words(mean, measure)


def _week(row: MilestoneRow) -> str:
    """In few letters; a screen reader is told more."""
    week = row.milestone.week
    if week.number == BASELINE:
        late = tr("Baseline (late)")
        return late if row.began_late else _spoken_week(row)
    if week.stage is Stage.RUNNING:
        return tr("Week {number}, so far", number=week.number)
    return _spoken_week(row)


def _spoken_week(row: MilestoneRow) -> str:
    return week_words(row.milestone.week, began_late=row.began_late)


def _mean(measure: Measure, row: MilestoneRow) -> str:
    """Such as 3.4 ▼ 3.9, its ones below those of the other rows: in points, for a scale has no per cent."""
    mean, (change, _) = row.milestone.mean(measure), row.milestone.change(measure)
    if mean is None:
        return NOTHING
    number = mean_digits(mean, measure).rjust(row.lengths[measure.key], FIGURE_SPACE)
    return number if change is None else f"{number}{NO_BREAK}{NO_BREAK}{change_mark(change, measure)}"


def _spoken_mean(measure: Measure, row: MilestoneRow) -> str:
    number, (change, _) = _spoken_number(measure, row), row.milestone.change(measure)
    return number if change is None else f"{number}, {change_words(change, measure)}"


def _days(row: MilestoneRow) -> str:
    """Of the measure with the fewest to the one with the most; when the week begins, if it has not."""
    recorded = row.milestone.recorded
    if recorded is None:
        return tr("from {brief_day}", brief_day=brief_day(row.milestone.week.period.first))
    fewest, most = recorded
    if fewest == most:
        return tr("{n} of {days}", n=most, days=DAYS_A_WEEK)
    return tr("{fewest} to {most} of {days}", fewest=fewest, most=most, days=DAYS_A_WEEK)
