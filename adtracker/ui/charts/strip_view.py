"""What the strip of weeks shows, with its words: a name for each row, a sentence for each cell and each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from adtracker.domain.statistics.sign_days import SignDays
from adtracker.domain.views.course_lanes import CourseLane, LaneCell
from adtracker.domain.views.week_grid import Stage, WeekGrid, WeekRow
from adtracker.ui.charts.lane_cell_words import lane_cell_words
from adtracker.ui.charts.strip_change_words import ChangeWords, lane_change, no_change, row_change
from adtracker.ui.charts.strip_names import lane_addition, lane_name, row_addition, row_name
from adtracker.ui.charts.week_layout import RowShape
from adtracker.ui.charts.week_words import cell_words, recalled_cell_words, sign_words
from adtracker.ui.words import entry_words
from adtracker.ui.words import event_words as happening_words


@dataclass(frozen=True, slots=True)
class StripNames:
    """What things are called: `measures` with own questions, the catalogue's `happening`, lines of signs."""

    measures: entry_words.Names
    happening: happening_words.Names
    signs: Mapping[str, str]


@dataclass(frozen=True)
class StripView:
    """The lane of the course's own treatment, the rows of `grid`, then the other `lanes`.

    `signs` has one for each column of the grid that has begun. The column after the last is that of the changes.
    """

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

    @cached_property
    def above(self) -> int:
        """How many lanes stand above the numbers."""
        return sum(lane.is_own for lane in self.lanes)

    @cached_property
    def shapes(self) -> tuple[RowShape, ...]:
        """How high each row is, and above which a hairline stands: where scores begin, and what comes after them."""
        groups = [self._group(row) for row in range(self.rows)]
        return tuple(
            RowShape(is_low=self.numbers(row) is None, has_rule=row > 0 and group > max(groups[row - 1], 1))
            for row, group in enumerate(groups)
        )

    def _group(self, row: int) -> int:
        """0: the course's own treatment, 1: numbers, 2: what was recalled, 3: scores, 4: all other lanes."""
        if row < self.above:
            return 0
        if (numbers := self.numbers(row)) is not None:
            return 2 if numbers.is_recalled else 1
        return 3 if self.lane(row).score is not None else 4

    def numbers(self, row: int) -> WeekRow | None:
        """The numbers of a row; None of a lane."""
        place = row - self.above
        return self.grid.rows[place] if 0 <= place < len(self.grid.rows) else None

    def lane(self, row: int) -> CourseLane:
        """The lane of a row above or below the numbers."""
        return self.lanes[row if row < self.above else row - len(self.grid.rows)]

    def name(self, row: int) -> str:
        """What stands before a row."""
        numbers = self.numbers(row)
        if numbers is None:
            return lane_name(self.lane(row), self.names.happening)
        return row_name(numbers, self.names.measures)

    def addition(self, row: int) -> str:
        """What stands in small letters after the name: a scale, a unit, the dose."""
        numbers = self.numbers(row)
        return lane_addition(self.lane(row)) if numbers is None else row_addition(numbers)

    def is_bold(self, row: int) -> bool:
        """Whether a row has its name in bold: numbers, and what the course is of."""
        numbers = self.numbers(row)
        return row < self.above or (numbers is not None and not numbers.is_recalled)

    def change(self, row: int) -> ChangeWords | None:
        """What stands at the right edge of a row; None where there is nothing."""
        numbers = self.numbers(row)
        if numbers is None:
            return lane_change(self.lane(row), self.name(row))
        return row_change(self.grid, numbers, self.names.measures)

    def cell(self, row: int, column: int) -> LaneCell | None:
        """What a lane has in a column; None in the rows of numbers and beside the course's weeks."""
        return None if self.numbers(row) is not None else self.lane(row).cells[column]

    def sentence(self, row: int, column: int) -> str:
        """What a cell or a change says. Raises IndexError for one that does not exist."""
        if column == self.columns:
            change = self.change(row)
            return no_change(self.name(row)) if change is None else change.sentence
        week, line = self.grid.weeks[column], self.numbers(row)
        if line is None:
            lane = self.lane(row)
            return lane_cell_words(week, lane, column, self.names.happening, self.name(row), began_late=self.began_late)
        mean = line.means[column]
        if line.is_recalled:
            return recalled_cell_words(week, line.measure, mean, self.names.measures, began_late=self.began_late)
        words = cell_words(week, line.measure, mean, self.names.measures, began_late=self.began_late)
        if line.measure.key != "sign_days" or column >= len(self.signs) or week.stage is Stage.AHEAD:
            return words
        return f"{words}. {sign_words(self.signs[column], self.names.signs)}"

    def day(self, row: int, column: int, place: float | None = None) -> date | None:
        """The day of what happened in a cell, nearest to `place` (0 to 1 across it) or the first; None without any."""
        cell = None if column == self.columns else self.cell(row, column)
        if cell is None:
            return None
        first = self.grid.weeks[column].period.first
        days = [first + timedelta(days=mark.index) for mark in cell.marks]
        days += [score.day for score in cell.scores] + [max(one.day, first) for one in cell.happened]
        if not days:
            return None
        if place is None:
            return min(days)
        return min(days, key=lambda day: abs((day - first).days + 0.5 - 7 * place))
