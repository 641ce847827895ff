"""Draws the strip of weeks: names at the left, numbers in shaded cells, marked milestones, changes at the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.views.week_grid import BASELINE, Stage, Week, WeekRow
from adtracker.language import isolated, tr
from adtracker.ui.charts.alignment import LEFT, RIGHT
from adtracker.ui.charts.lane_painter import LanePainter
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.charts.week_layout import Sizes, WeekLayout
from adtracker.ui.core.rings import ring_pens
from adtracker.ui.core.theme import Theme
from adtracker.ui.words.number_words import mean_digits
from adtracker.ui.words.score_words import number_text

SHADE_TOKENS = ("shade_one", "shade_two", "shade_three", "shade_four", "shade_five")
# In pixels of the 100 % design.
TEXT, LEAST_TEXT, NAME_TEXT, SMALL, CHANGE = 12, 9, 13, 12, 13
HEAD, ROW, LANE, RULE, LEAST, MOST, PILL = 24, 34, 24, 8, 26, 96, 20
# A longer name is cut in the middle; its tooltip and the sentence of a cell have it all.
MOST_NAME, BESIDE_NAME, BESIDE_CHANGE = 178, 10, 10
RADIUS = 6
_CENTER = Qt.AlignmentFlag.AlignCenter


class WeekPainter:
    """Knows colours and sizes; where things lie is the layout's business, what they are the view's."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lanes = LanePainter(theme)

    def sizes(self, view: StripView | None) -> Sizes:
        """What the names, numbers and changes of a view need."""
        px = self._theme.px
        return Sizes(
            names=min(self._widest_name(view), px(MOST_NAME)) + px(BESIDE_NAME),
            changes=self._widest_change(view) + px(BESIDE_CHANGE),
            least=px(LEAST),
            most=px(MOST),
            head=px(HEAD),
            row=px(ROW),
            lane=px(LANE),
            rule=px(RULE),
        )

    def draw(self, painter: QPainter, layout: WeekLayout, view: StripView, visible: QRectF) -> None:
        """Draw the bands that are visible."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = {row: line for row in range(view.rows) if (line := view.numbers(row)) is not None}
        fonts = {row: self._theme.font(self._text_size(layout.pitch, line), bold=True) for row, line in lines.items()}
        for band in range(layout.bands):
            if not layout.band(band).intersects(visible):
                continue
            self._draw_names(painter, layout, view, band)
            for column in layout.in_band(band):
                self._draw_head(painter, layout.head(column), view, view.grid.weeks[column])
            for row in range(view.rows):
                if row in lines:
                    painter.setFont(fonts[row])
                    self._draw_numbers(painter, layout, view, (band, row), lines[row])
                else:
                    self._lanes.draw(painter, layout, view, band, row)
            if band == 0:
                self._draw_changes(painter, layout, view)

    def draw_ring(self, painter: QPainter, cell: QRectF) -> None:
        """Show that the keyboard is on a cell."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in ring_pens(self._theme):
            painter.setPen(pen)
            painter.drawRoundedRect(cell.toRect().adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)

    def _widest_name(self, view: StripView | None) -> float:
        """The room that names take with what stands behind them."""
        if view is None:
            return 0.0
        small = QFontMetricsF(self._theme.font(SMALL))
        widths = [
            QFontMetricsF(self._theme.font(NAME_TEXT, bold=view.is_bold(row))).horizontalAdvance(view.name(row))
            + small.horizontalAdvance(_after(view.addition(row)))
            for row in range(view.rows)
        ]
        return max(widths, default=0.0)

    def _widest_change(self, view: StripView | None) -> float:
        if view is None:
            return 0.0
        metrics = QFontMetricsF(self._theme.font(CHANGE, bold=True))
        changes = (view.change(row) for row in range(view.rows))
        return max((metrics.horizontalAdvance(one.text) for one in changes if one is not None), default=0.0)

    def _draw_names(self, painter: QPainter, layout: WeekLayout, view: StripView, band: int) -> None:
        if title := layout.title(band):
            painter.setFont(self._theme.font(NAME_TEXT))
            painter.setPen(self._theme.color("soft"))
            painter.drawText(title, LEFT, tr("Week"))
        for row in range(view.rows):
            if (height := layout.rule(band, row)) is not None:
                painter.setPen(QPen(self._theme.color("line"), 1))
                painter.drawLine(QPointF(0, height), QPointF(layout.width, height))
            place = layout.name(band, row).adjusted(0, 0, -self._theme.px(BESIDE_NAME), 0)
            self._draw_name(painter, place, view, row)

    def _draw_name(self, painter: QPainter, place: QRectF, view: StripView, row: int) -> None:
        """A name and its addition; where both have no room the name keeps as much as it needs, and is cut last."""
        font, small = self._theme.font(NAME_TEXT, bold=view.is_bold(row)), self._theme.font(SMALL)
        metrics, after = QFontMetricsF(font), _after(view.addition(row))
        name, beside = view.name(row), QFontMetricsF(small).horizontalAdvance(after)
        if metrics.horizontalAdvance(name) + beside > place.width() + 1:
            after = ""
            name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place.width() + 1)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(place, LEFT | Qt.TextFlag.TextDontClip, isolated(name))
        if after:
            painter.setFont(small)
            painter.setPen(self._theme.color("soft"))
            before = metrics.horizontalAdvance(name) + QFontMetricsF(small).horizontalAdvance(" ")
            painter.drawText(place.adjusted(before, 0, 0, 0), LEFT | Qt.TextFlag.TextDontClip, isolated(after.strip()))

    def _draw_changes(self, painter: QPainter, layout: WeekLayout, view: StripView) -> None:
        painter.setPen(self._theme.color("soft"))
        found = [(row, change) for row in range(view.rows) if (change := view.change(row)) is not None]
        if any(change.is_strong for _, change in found) and not layout.is_stacked:
            painter.setFont(self._theme.font(TEXT))
            painter.drawText(layout.change_head, RIGHT, tr("change"))
        for row, change in found:
            painter.setFont(self._theme.font(CHANGE, bold=change.is_strong))
            painter.setPen(self._theme.color("ink" if change.is_strong else "soft"))
            painter.drawText(layout.change(row), RIGHT, change.text)

    def _draw_head(self, painter: QPainter, place: QRectF, view: StripView, week: Week) -> None:
        """The weeks at which treatment is judged stand on a ground of their own, the week that is running in bold."""
        is_marked = week.number in view.grid.marked
        if is_marked:
            pill = QRectF(0, 0, place.width(), self._theme.px(PILL))
            pill.moveCenter(place.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_ground"))
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        is_running = week.stage is Stage.RUNNING
        painter.setFont(self._theme.font(TEXT, bold=is_marked or is_running))
        painter.setPen(self._theme.color("accent" if is_marked else "ink" if is_running else "soft"))
        number = tr("base") if week.number == BASELINE else str(week.number)
        # "base" is wider than a narrow column, and begins at the edge where it is the first one.
        beside = max(QFontMetricsF(painter.font()).horizontalAdvance(number) - place.width(), 12) / 2
        room = place.adjusted(-beside, 0, beside, 0)
        painter.drawText(room.translated(max(-room.left(), 0), 0), _CENTER, number)

    def _draw_numbers(
        self, painter: QPainter, layout: WeekLayout, view: StripView, at: tuple[int, int], line: WeekRow
    ) -> None:
        """The cells of one row in one band."""
        band, row = at
        for column in layout.in_band(band):
            week, mean, shade = view.grid.weeks[column], line.means[column], line.shades[column]
            place = layout.cell(row, column)
            if mean is None or week.stage is Stage.AHEAD:
                self._draw_cell(painter, place, None, "line", is_dashed=False)
                continue
            edge = "line" if line.is_recalled else "control"
            self._draw_cell(painter, place, shade, edge, is_dashed=mean.mean is None and not line.is_recalled)
            painter.setPen(self._theme.color("shade_ink" if shade else "ink" if line.is_recalled else "soft"))
            painter.drawText(place, _CENTER, _number(line, mean))

    def _draw_cell(self, painter: QPainter, place: QRectF, shade: int | None, edge: str, *, is_dashed: bool) -> None:
        """Filled: there is a mean. Dashed: too few days for one. A hairline: not yet."""
        whole = place.toRect().toRectF()  # on the pixels of the screen, or all edges would be blurred
        painter.setBrush(self._theme.color(SHADE_TOKENS[shade - 1]) if shade else Qt.BrushStyle.NoBrush)
        if shade is not None:
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            style = Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(self._theme.color(edge), 1, style))
            whole.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, RADIUS, RADIUS)

    def _text_size(self, pitch: float, line: WeekRow) -> float:
        """The usual size of letters, or as much smaller as the longest number of a row needs."""
        metrics = QFontMetricsF(self._theme.font(TEXT, bold=True))
        numbers = {_number(line, mean) for mean in line.means if mean is not None}
        widest = max(map(metrics.horizontalAdvance, numbers), default=0.0)
        room = pitch - 4
        return TEXT if widest <= room else max(TEXT * room / widest, LEAST_TEXT)


def _after(addition: str) -> str:
    return f" {addition}" if addition else ""


def _number(line: WeekRow, mean: Mean) -> str:
    if line.is_recalled:  # as it was given: a number that was not worked out has no decimals of its own
        return "" if mean.mean is None else number_text(mean.mean)
    if mean.mean is None:
        return f"{mean.n}/{DAYS_A_WEEK}"
    digits = mean_digits(mean.mean, line.measure)
    return digits.removesuffix("%").rstrip() if line.measure.is_share else digits
