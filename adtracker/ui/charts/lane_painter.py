"""Draws the lanes of the strip of weeks: doses, bars of use, scores with a line between them, side effects, visits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, zip_longest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.views.course_lanes import CourseLane, LaneCell
from adtracker.ui.charts.alignment import LEFT, RIGHT
from adtracker.ui.charts.lane_cell_words import score_digits
from adtracker.ui.charts.lane_label_words import label_words
from adtracker.ui.charts.lane_marks import bar_look, draw_mark
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.charts.week_layout import WeekLayout
from adtracker.ui.core.theme import Theme

# In pixels of the 100 % design: letters, bars, marks and the room beside a word; the least room that a word is cut to.
TEXT, BAR, MARK, STROKE, BESIDE, LEAST_WORD = 12, 9, 11, 14, 7, 56
_CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark with its middle at `x`, and the word beside it, empty for none, which begins after `end`."""

    x: float
    kind: EventKind
    is_open: bool
    end: float
    word: str = ""


class LanePainter:
    """Draws one lane in one band of the layout."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def draw(self, painter: QPainter, layout: WeekLayout, view: StripView, band: int, row: int) -> None:
        """Draw the bars, the marks with their words, and the scores of a lane."""
        lane = view.lane(row)
        middle = layout.cell(row, layout.in_band(band)[-1]).center().y()
        if lane.score is not None:
            self._draw_scores(painter, layout, lane, band, middle)
            return
        marks = sorted(self._marks(layout, view, lane, band), key=lambda mark: mark.x)
        self._draw_bars(painter, layout, lane, band, middle)
        for mark in marks:
            self._draw_mark(painter, mark, middle)
        self._draw_words(painter, layout, band, middle, marks)

    def _draw_bars(self, painter: QPainter, layout: WeekLayout, lane: CourseLane, band: int, middle: float) -> None:
        """Days of use, or days that a side effect or a break lasted, each run of days in one piece."""
        pen, brush = bar_look(self._theme, lane.kind)
        painter.setPen(pen)
        painter.setBrush(brush)
        height = self._theme.px(BAR)
        for left, right in _runs(layout, lane, band):
            painter.drawRoundedRect(QRectF(left, middle - height / 2, right - left, height), 2, 2)

    def _marks(self, layout: WeekLayout, view: StripView, lane: CourseLane, band: int) -> Iterator[_Mark]:
        for column in layout.in_band(band):
            cell = lane.cells[column]
            if cell is None:
                continue
            first, rim = view.grid.weeks[column].period.first, self._theme.px(MARK) / 2
            for mark in cell.marks:
                if _is_drawn(mark.kind, lane):
                    day = first + timedelta(days=mark.index)
                    word = _planned_word(cell, view, day) if mark.is_open and mark.kind.is_planned else ""
                    x = self._x(layout, column, mark.index)
                    yield _Mark(x, mark.kind, mark.is_open, x + rim, word)
            for one in cell.happened:
                if one.kind.lasts and (index := (one.day - first).days) >= 0:
                    x = self._x(layout, column, index)
                    bar = next((right for left, right in _runs(layout, lane, band) if left <= x <= right), x)
                    yield _Mark(x, one.kind, False, max(x + rim, bar), label_words(one, view.names.happening))

    def _x(self, layout: WeekLayout, column: int, index: int) -> float:
        """The middle of a day; a mark at the edge of the strip is moved in, so that all of it is seen."""
        rim = self._theme.px(MARK) / 2 + 1
        return min(max(_edge(layout, column, index + 0.5), rim), layout.width - rim)

    def _draw_mark(self, painter: QPainter, mark: _Mark, middle: float) -> None:
        is_stroke = mark.kind is EventKind.CHANGED
        size = self._theme.px(STROKE if is_stroke else MARK)
        draw_mark(painter, self._theme, mark.kind, QPointF(mark.x, middle), size / 2, hollow=mark.is_open)

    def _draw_words(self, painter: QPainter, layout: WeekLayout, band: int, middle: float, marks: list[_Mark]) -> None:
        """Words at the right of their marks, up to the next mark; a word without room there stands at the left."""
        beside, rim, font = self._theme.px(BESIDE), self._theme.px(MARK) / 2, self._theme.font(TEXT)
        metrics, edge = QFontMetricsF(font), layout.weeks(band)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        top, height, taken = middle - self._theme.px(MARK), self._theme.px(MARK) * 2, edge[0]
        for mark, following in zip_longest(marks, marks[1:]):
            after = edge[1] if following is None else following.x - rim - beside
            right, left = after - mark.end - beside, mark.x - rim - beside - taken
            taken = mark.end + beside
            if not mark.word:
                continue
            needed = metrics.horizontalAdvance(mark.word) + 1
            if right >= min(needed, self._theme.px(LEAST_WORD)):
                word = metrics.elidedText(mark.word, Qt.TextElideMode.ElideRight, right)
                painter.drawText(QRectF(mark.end + beside, top, right, height), LEFT, word)
                taken += min(needed, right)
            elif left >= needed:
                painter.drawText(QRectF(mark.x - rim - beside - left, top, left, height), RIGHT, mark.word)

    def _draw_scores(self, painter: QPainter, layout: WeekLayout, lane: CourseLane, band: int, middle: float) -> None:
        """The values under their weeks, and a thin line from one to the next, also into the next band."""
        font = self._theme.font(TEXT, bold=True)
        metrics, height = QFontMetricsF(font), self._theme.px(MARK) * 2
        columns = layout.in_band(band)
        found = [(column, cell) for column in columns if (cell := lane.cells[column]) is not None and cell.scores]
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        spans = []
        for column, cell in found:
            words, x = score_digits(cell.scores), layout.head(column).center().x()
            half = metrics.horizontalAdvance(words) / 2 + 6
            spans.append((x - half, x + half))
            painter.drawText(QRectF(x - 60, middle - height / 2, 120, height), _CENTER, words)
        all_columns = [column for column, cell in enumerate(lane.cells) if cell is not None and cell.scores]
        first, last = layout.weeks(band)
        if all_columns and all_columns[0] < columns[0]:
            spans.insert(0, (first, first))
        if all_columns and all_columns[-1] > columns[-1]:
            spans.append((last, last))
        painter.setPen(QPen(self._theme.color("line"), 1.5))
        for (_, left), (right, _) in pairwise(spans):
            if right > left:
                painter.drawLine(QPointF(left, middle), QPointF(right, middle))


def _edge(layout: WeekLayout, column: int, day: float) -> float:
    """Where a day of a week begins; what goes on reaches over the gap to the next week."""
    return layout.head(column).left() + day * layout.pitch / DAYS_A_WEEK


def _runs(layout: WeekLayout, lane: CourseLane, band: int) -> Iterator[tuple[float, float]]:
    """From where to where the bars of a lane reach in a band; those that follow each other are one."""
    begin: float | None = None
    end = 0.0
    for column in layout.in_band(band):
        cell = lane.cells[column]
        for bar in () if cell is None else cell.bars:
            left, right = _edge(layout, column, bar.first), _edge(layout, column, bar.last + 1)
            if begin is None or left > end + 0.5:
                if begin is not None:
                    yield begin, end
                begin = left
            end = max(end, right)
    if begin is not None:
        yield begin, end


def _is_drawn(kind: EventKind, lane: CourseLane) -> bool:
    """A bar itself says where use begins and ends; a stroke in it says that its plan was changed."""
    return lane.treatment is None or lane.shows_doses or kind is EventKind.CHANGED


def _planned_word(cell: LaneCell, view: StripView, day: date) -> str:
    """When something is that is planned for a day."""
    found = (label_words(one, view.names.happening) for one in cell.happened if one.day == day)
    return next(found, "")
