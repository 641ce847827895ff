"""Draws the strip of weeks: names at the left, numbers in shaded cells, the marks of milestones, and the lanes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTransform

from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.course_lanes import LaneCell
from adtracker.domain.views.week_grid import BASELINE, Stage, Week, WeekRow
from adtracker.ui.charts.lane_cell_words import score_digits
from adtracker.ui.charts.lane_marks import HOLLOW, shape, token
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.charts.week_layout import GAP, Sizes, WeekLayout
from adtracker.ui.core.theme import Theme
from adtracker.ui.words.number_words import mean_digits

SHADE_TOKENS = ("shade_one", "shade_two", "shade_three", "shade_four", "shade_five")
# In pixels of the 100 % design.
TEXT, NAME_TEXT, HEAD, ROW, LANE, LEAST, MOST, PILL, BAR, MARK = 12, 13, 26, 36, 23, 33, 96, 20, 9, 11
# A longer name goes on in a second line, or is cut in the middle; its tooltip and the sentence of a cell have it all.
MOST_NAME = 140
RADIUS = 6
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_NAME = _LEFT | Qt.TextFlag.TextWordWrap

translate = QCoreApplication.translate


class WeekPainter:
    """Knows colours and sizes; where things lie is the layout's business, what they are the view's."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def sizes(self, view: StripView | None) -> Sizes:
        """What the names and numbers of a view need."""
        metrics = QFontMetricsF(self._theme.font(NAME_TEXT))
        rows = 0 if view is None else view.rows
        widest = max((metrics.horizontalAdvance(view.name(row)) for row in range(rows) if view), default=0.0)
        px = self._theme.px
        return Sizes(
            names=min(widest, px(MOST_NAME)) + 12,
            least=px(LEAST),
            most=px(MOST),
            head=px(HEAD),
            row=px(ROW),
            lane=px(LANE),
        )

    def draw(self, painter: QPainter, layout: WeekLayout, view: StripView, visible: QRectF) -> None:
        """Draw the bands that are visible."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = [band for band in range(layout.bands) if layout.band(band).intersects(visible)]
        for band in shown:
            self._draw_names(painter, layout, view, band)
        for column, week in enumerate(view.grid.weeks):
            if layout.place(column)[0] in shown:
                self._draw_week(painter, layout, view, column, week)
                self._draw_lanes(painter, layout, view, column)

    def draw_ring(self, painter: QPainter, cell: QRectF) -> None:
        """Show that the keyboard is on a cell."""
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)

    def _draw_names(self, painter: QPainter, layout: WeekLayout, view: StripView, band: int) -> None:
        font = self._theme.font(NAME_TEXT)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        if title := layout.title(band):
            painter.setPen(self._theme.color("soft"))
            painter.drawText(title, _LEFT, translate("WeekPainter", "Week"))
        painter.setPen(self._theme.color("ink"))
        for row in range(view.rows):
            place = layout.name(band, row)
            painter.drawText(place, _NAME, _fitted(view.name(row), metrics, place.adjusted(0, 0, -8, 0)))

    def _draw_week(self, painter: QPainter, layout: WeekLayout, view: StripView, column: int, week: Week) -> None:
        self._draw_head(painter, layout.head(column), week)
        painter.setFont(self._theme.font(TEXT, bold=True))
        for row, line in enumerate(view.grid.rows):
            mean, shade = line.means[column], line.shades[column]
            is_ahead = mean is None or week.stage is Stage.AHEAD
            self._draw_cell(painter, layout.cell(row, column), week, shade, is_ahead=is_ahead)
            if mean is not None and not is_ahead:
                painter.setPen(self._theme.color("shade_ink" if shade else "soft"))
                painter.drawText(layout.cell(row, column), _CENTER, _number(line, mean))

    def _draw_lanes(self, painter: QPainter, layout: WeekLayout, view: StripView, column: int) -> None:
        for row in range(len(view.grid.rows), view.rows):
            cell, place = view.cell(row, column), layout.cell(row, column)
            if cell is None or cell.is_empty:
                continue
            week = place.adjusted(0, 0, GAP, 0)  # what goes on reaches over the gap to the next week
            _draw_bars(painter, self._theme, cell, week, is_use=view.lane(row).treatment is not None)
            _draw_marks(painter, self._theme, cell, week)
            if cell.scores:
                painter.setPen(self._theme.color("ink"))
                painter.drawText(place, _CENTER, score_digits(cell.scores))

    def _draw_head(self, painter: QPainter, place: QRectF, week: Week) -> None:
        """Milestones are coloured and bold; the two strong ones have a ring as well."""
        if week.is_strong:
            pill = QRectF(0, 0, place.width() - 1, self._theme.px(PILL))
            pill.moveCenter(place.center())
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(self._theme.color("accent_ground"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(self._theme.font(TEXT, bold=week.is_milestone))
        painter.setPen(self._theme.color("accent" if week.is_milestone else "soft"))
        number = translate("WeekPainter", "B") if week.number == BASELINE else str(week.number)
        painter.drawText(place, _CENTER, number)

    def _draw_cell(self, painter: QPainter, place: QRectF, week: Week, shade: int | None, *, is_ahead: bool) -> None:
        """Filled: there is a mean. Dashed: the week is not over or too thin for a mean, or (fainter) ahead."""
        painter.setBrush(self._theme.color(SHADE_TOKENS[shade - 1]) if shade else Qt.BrushStyle.NoBrush)
        dashes = QPen(self._theme.color("line" if is_ahead else "control"), 1, Qt.PenStyle.DashLine)
        is_open = shade is None or week.stage is Stage.RUNNING
        painter.setPen(dashes if is_open else Qt.PenStyle.NoPen)
        edge = 0.5 if is_open else 0.0
        whole = place.toRect().toRectF()  # on the pixels of the screen, or all edges would be blurred
        painter.drawRoundedRect(whole.adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)


def _fitted(name: str, metrics: QFontMetricsF, place: QRectF) -> str:
    """A name where it fits, on two lines if need be; else cut in the middle, as names often differ at the end."""
    needed = metrics.boundingRect(place, int(_NAME), name)
    if needed.width() <= place.width() and needed.height() <= place.height():
        return name
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place.width())


def _number(line: WeekRow, mean: Mean) -> str:
    return f"{mean.n}/{DAYS_A_WEEK}" if mean.mean is None else mean_digits(mean.mean, line.measure)


def _draw_bars(painter: QPainter, theme: Theme, cell: LaneCell, place: QRectF, *, is_use: bool) -> None:
    """Draw days of use (`is_use`) or days that a side effect lasted; `place` is as wide as seven days."""
    height, day = theme.px(BAR), place.width() / DAYS_A_WEEK
    for bar in cell.bars:
        left, right = place.left() + bar.first * day, place.left() + (bar.last + 1) * day
        whole = QRectF(left, place.center().y() - height / 2, right - left, height)
        painter.fillRect(whole, theme.color("accent_ground" if is_use else "caution_ground"))
        painter.setPen(QPen(theme.color("accent" if is_use else "caution"), 1))
        # No lines at the sides: the bar goes on in the next week.
        painter.drawLine(whole.topLeft(), whole.topRight())
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())


def _draw_marks(painter: QPainter, theme: Theme, cell: LaneCell, place: QRectF) -> None:
    """Draw each mark on its day; hollow is what is planned and not recorded."""
    size, day = theme.px(MARK), place.width() / DAYS_A_WEEK
    for mark in cell.marks:
        at = QPointF(place.left() + (mark.index + 0.5) * day, place.center().y())
        color = theme.color(token(mark.kind))
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(theme.color("card") if mark.is_open or mark.kind in HOLLOW else color)
        painter.drawPath(QTransform(size, 0, 0, size, at.x(), at.y()).map(shape(mark.kind)))
