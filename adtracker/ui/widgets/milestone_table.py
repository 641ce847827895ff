"""The milestones of a course in a table: the baseline and every fourth week, with the change from the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from adtracker.domain.course import DAYS_A_WEEK
from adtracker.domain.measure import MEASURES, Measure
from adtracker.domain.week_grid import Milestone, Stage
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.day_words import brief_day
from adtracker.ui.widgets.entry_words import Names
from adtracker.ui.widgets.number_words import (
    NO_BREAK,
    NOTHING,
    change_mark,
    change_words,
    mean_digits,
    mean_words,
    too_few_days,
)
from adtracker.ui.widgets.value_table import Column, ValueModel, ValueTable
from adtracker.ui.widgets.week_words import week_words

# Room below the rows, for the scroll bar that large text in a narrow window needs.
SCROLLBAR = 14
WEEK_WIDTH = 160

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone, and what the baseline says of itself."""

    milestone: Milestone
    began_late: bool


class MilestoneTable(ValueTable):
    """As high as its rows; `opened` carries the first day of a milestone to be opened (Enter)."""

    opened = Signal(object)

    def __init__(self, theme: Theme, names: Names) -> None:
        rows = ValueModel(_columns(names))
        super().__init__(theme, rows, WEEK_WIDTH)
        self._rows = rows
        self.setAccessibleName(self.tr("Milestones. Enter opens the first day of one."))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._on_activated)

    def show_milestones(self, milestones: Sequence[Milestone], *, began_late: bool) -> None:
        """Show these milestones, from the baseline on."""
        self._rows.show_rows([MilestoneRow(milestone, began_late) for milestone in milestones])
        self.restyle()

    def restyle(self) -> None:
        """Take over the text size, and the height that all rows need."""
        super().restyle()
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().height() + rows + SCROLLBAR)

    def _on_activated(self, index: QModelIndex) -> None:
        week = self._rows.value(index.row()).milestone.week
        if week.stage is not Stage.AHEAD:
            self.opened.emit(week.period.first)


def _columns(names: Names) -> list[Column[MilestoneRow]]:
    columns = [Column(translate("MilestoneTable", "Milestone"), _week, strong=True)]
    for measure in MEASURES:
        label = names[measure.key]["label"]
        heading = f"{label}, {measure.unit}" if measure.unit else label
        columns.append(Column(heading, partial(_mean, measure), partial(_spoken_mean, measure)))
    return [*columns, Column(translate("MilestoneTable", "Days recorded"), _days)]


def _week(row: MilestoneRow) -> str:
    return week_words(row.milestone.week, began_late=row.began_late)


def _mean(measure: Measure, row: MilestoneRow) -> str:
    """Such as 3.4 ▼ 3.9."""
    mean, change = row.milestone.mean(measure), row.milestone.changes[measure.key]
    if mean is None:
        return NOTHING
    number = mean_digits(mean, measure)
    return number if change is None else f"{number}{NO_BREAK}{NO_BREAK}{change_mark(change, measure)}"


def _spoken_mean(measure: Measure, row: MilestoneRow) -> str:
    mean, change = row.milestone.mean(measure), row.milestone.changes[measure.key]
    if mean is None:
        return too_few_days() if row.milestone.means else translate("MilestoneTable", "not yet")
    number = mean_words(mean, measure)
    return number if change is None else f"{number}, {change_words(change, measure)}"


def _days(row: MilestoneRow) -> str:
    """Of the measure with the fewest to the one with the most; when the week begins, if it has not."""
    recorded = row.milestone.recorded
    if recorded is None:
        return translate("MilestoneTable", "from {}").format(brief_day(row.milestone.week.period.first))
    fewest, most = recorded
    if fewest == most:
        return translate("MilestoneTable", "{n} of {days}").format(n=most, days=DAYS_A_WEEK)
    return translate("MilestoneTable", "{fewest} to {most} of {days}").format(
        fewest=fewest, most=most, days=DAYS_A_WEEK
    )
