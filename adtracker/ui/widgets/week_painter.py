"""Draws the strip of weeks: names at the left, a number and a shade in every cell, and the marks of milestones."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from adtracker.domain.course import DAYS_A_WEEK
from adtracker.domain.summary import Mean
from adtracker.domain.week_grid import BASELINE, Stage, Week, WeekGrid, WeekRow
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.entry_words import Names
from adtracker.ui.widgets.number_words import mean_digits
from adtracker.ui.widgets.week_layout import Sizes, WeekLayout

SHADE_TOKENS = ("shade_one", "shade_two", "shade_three", "shade_four", "shade_five")
# In pixels of the 100 % design.
TEXT, NAME_TEXT, HEAD, ROW, LEAST, MOST, PILL = 12, 13, 28, 39, 33, 96, 20
RADIUS = 6
_CENTER = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

translate = QCoreApplication.translate


class WeekPainter:
    """Knows colours and sizes; where things lie is the layout's business, what they are the grid's."""

    def __init__(self, theme: Theme, names: Names) -> None:
        """`names` is the text catalogue's table "measures"."""
        self._theme = theme
        self._names = names

    def sizes(self, grid: WeekGrid | None) -> Sizes:
        """What the names and numbers of a grid need."""
        metrics = QFontMetricsF(self._theme.font(NAME_TEXT))
        rows = () if grid is None else grid.rows
        widest = max((metrics.horizontalAdvance(self._name(line)) for line in rows), default=0.0)
        px = self._theme.px
        return Sizes(names=widest + 12, least=px(LEAST), most=px(MOST), head=px(HEAD), row=px(ROW))

    def draw(self, painter: QPainter, layout: WeekLayout, grid: WeekGrid, visible: QRectF) -> None:
        """Draw the bands that are visible."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = [band for band in range(layout.bands) if layout.band(band).intersects(visible)]
        for band in shown:
            self._draw_names(painter, layout, grid, band)
        for column, week in enumerate(grid.weeks):
            if layout.place(column)[0] in shown:
                self._draw_week(painter, layout, grid, column, week)

    def draw_ring(self, painter: QPainter, cell: QRectF) -> None:
        """Show that the keyboard is on a cell."""
        painter.setPen(QPen(self._theme.color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cell.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)

    def _draw_names(self, painter: QPainter, layout: WeekLayout, grid: WeekGrid, band: int) -> None:
        painter.setFont(self._theme.font(NAME_TEXT))
        if title := layout.title(band):
            painter.setPen(self._theme.color("soft"))
            painter.drawText(title, _LEFT, translate("WeekPainter", "Week"))
        painter.setPen(self._theme.color("ink"))
        for row, line in enumerate(grid.rows):
            painter.drawText(layout.name(band, row), _LEFT, self._name(line))

    def _draw_week(self, painter: QPainter, layout: WeekLayout, grid: WeekGrid, column: int, week: Week) -> None:
        self._draw_head(painter, layout.head(column), week)
        painter.setFont(self._theme.font(TEXT, bold=True))
        for row, line in enumerate(grid.rows):
            mean, shade = line.means[column], line.shades[column]
            is_ahead = mean is None or week.stage is Stage.AHEAD
            self._draw_cell(painter, layout.cell(row, column), week, shade, is_ahead=is_ahead)
            if mean is not None and not is_ahead:
                painter.setPen(self._theme.color("shade_ink" if shade else "soft"))
                painter.drawText(layout.cell(row, column), _CENTER, _number(line, mean))

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

    def _name(self, line: WeekRow) -> str:
        name = self._names[line.measure.key]["label"]
        return f"{name}, {line.measure.unit}" if line.measure.unit else name


def _number(line: WeekRow, mean: Mean) -> str:
    return f"{mean.n}/{DAYS_A_WEEK}" if mean.mean is None else mean_digits(mean.mean, line.measure)
