"""What the strip of weeks shows, with its words: rows of numbers, then lanes, a name for each, a sentence a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from adtracker.domain.statistics.sign_days import SignDays
from adtracker.domain.views.course_lanes import CourseLane, LaneCell
from adtracker.domain.views.week_grid import Stage, WeekGrid
from adtracker.ui.charts.lane_cell_words import lane_cell_words
from adtracker.ui.charts.week_words import cell_words, sign_words
from adtracker.ui.words import entry_words
from adtracker.ui.words import event_words as happening_words


@dataclass(frozen=True, slots=True)
class StripNames:
    """What things are called: `measures` with own questions, the catalogue's `happening`, lines of signs."""

    measures: entry_words.Names
    happening: happening_words.Names
    signs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StripView:
    """The rows of `grid`, then `lanes`. `signs` has one for each column of the grid that has begun."""

    grid: WeekGrid
    names: StripNames
    began_late: bool
    lanes: tuple[CourseLane, ...] = ()
    signs: tuple[SignDays, ...] = ()

    @property
    def columns(self) -> int:
        """The baseline and the weeks."""
        return len(self.grid.weeks)

    @property
    def rows(self) -> int:
        """Rows of numbers and lanes."""
        return len(self.grid.rows) + len(self.lanes)

    def name(self, row: int) -> str:
        """What stands before a row."""
        if row >= len(self.grid.rows):
            return self._lane_name(self.lane(row))
        measure = self.grid.rows[row].measure
        name = " ".join(self.names.measures[measure.key]["label"].split())
        return f"{name}, {measure.unit}" if measure.unit else name

    def lane(self, row: int) -> CourseLane:
        """The lane of a row below the numbers."""
        return self.lanes[row - len(self.grid.rows)]

    def cell(self, row: int, column: int) -> LaneCell | None:
        """What a lane has in a column; None in the rows of numbers and beside the course's weeks."""
        return None if row < len(self.grid.rows) else self.lane(row).cells[column]

    def sentence(self, row: int, column: int) -> str:
        """What a cell says. Raises IndexError for one that does not exist."""
        week = self.grid.weeks[column]
        if row >= len(self.grid.rows):
            lane = self.lane(row)
            return lane_cell_words(week, lane, column, self.names.happening, self._lane_name(lane))
        line = self.grid.rows[row]
        mean = line.means[column]
        words = cell_words(week, line.measure, mean, self.names.measures, began_late=self.began_late)
        if line.measure.key != "sign_days" or column >= len(self.signs) or week.stage is Stage.AHEAD:
            return words
        return f"{words}. {sign_words(self.signs[column], self.names.signs)}"

    def day(self, row: int, column: int, place: float | None = None) -> date | None:
        """The day of what happened in a cell, nearest to `place` (0 to 1 across it) or the first; None without any."""
        cell = self.cell(row, column)
        if cell is None:
            return None
        first = self.grid.weeks[column].period.first
        indexes = [mark.index for mark in cell.marks] + [(score.day - first).days for score in cell.scores]
        indexes += [max((one.day - first).days, 0) for one in cell.happened]
        if not indexes:
            return None
        index = min(indexes) if place is None else min(indexes, key=lambda one: abs(one + 0.5 - 7 * place))
        return first + timedelta(days=index)

    def _lane_name(self, lane: CourseLane) -> str:
        if lane.treatment is not None:
            return " ".join(lane.treatment.name.split())
        if lane.kind is not None:
            return self.names.happening["lanes"][lane.kind.value]
        return " ".join((lane.score or "").split())
