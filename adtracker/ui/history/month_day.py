"""One day of the calendar: a button with its number, shaded by itch, the itch written in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QEnterEvent, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from adtracker.domain.common.measure import ITCH
from adtracker.domain.views.month_grid import MonthCell
from adtracker.domain.views.week_grid import Stage
from adtracker.ui.charts.week_painter import RADIUS, SHADE_TOKENS
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.month_marks import EDGE, LATER, NOTE, draw_mark
from adtracker.ui.history.month_words import week_mark
from adtracker.ui.kit.basics import Button
from adtracker.ui.kit.room.mirrored import mirrored
from adtracker.ui.kit.tooltips import show_name_as_tooltip
from adtracker.ui.words.number_words import NOTHING, value_words

# In pixels of the 100 % design; the least width is in pixels of the screen, the columns of a month being seven.
LEAST, HEIGHT, TEXT, NUMBER, SMALL, PAD, CIRCLE = 32, 56, 12, 19, 11, 6, 22


class MonthDay(Button):
    """Shaded: itch was given. A solid frame: something else was. Dashed: nothing is recorded. Today has a disc.

    `pointed` says whether the pointer or the keyboard has come to it, or left.
    """

    pointed = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cell: MonthCell | None = None
        self.setProperty("kind", "day")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def day(self) -> date | None:
        """The day it stands for, None for an empty place."""
        return None if self._cell is None else self._cell.day

    def show_cell(self, cell: MonthCell | None, sentence: str, latest: date) -> None:
        """Take another day; the keyboard goes no further than `latest`, and days to come that are empty do not open."""
        self._cell = cell
        can_open = cell is None or cell.can_open
        self.setEnabled(cell is None or cell.day <= latest)
        self.setCursor(Qt.CursorShape.PointingHandCursor if can_open else Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(sentence)
        show_name_as_tooltip(self)
        self.setVisible(cell is not None)
        self.update()

    @property
    def can_open(self) -> bool:
        """Whether there is a day to open."""
        return self._cell is not None and self._cell.can_open

    def sizeHint(self) -> QSize:
        """Large enough for a sore finger, and for two lines."""
        return QSize(LEAST, self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Space, leave all other keys to the calendar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the pointer is here."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the pointer is gone."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is here."""
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard is gone."""
        super().focusOutEvent(event)
        self.pointed.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and frame, the number of the day, the itch, and the marks."""
        if self._cell is None:
            return
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.rect().toRectF().adjusted(2, 2, -2, -2)
        self._draw_ground(painter, place, self._cell)
        self._draw_day(painter, place, self._cell)
        beside = self._draw_itch(painter, place, self._cell)
        self._draw_marks(painter, place, beside, self._cell)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(place.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)

    def _draw_ground(self, painter: QPainter, place: QRectF, cell: MonthCell) -> None:
        painter.setBrush(self._theme.color(SHADE_TOKENS[cell.shade - 1]) if cell.shade else Qt.BrushStyle.NoBrush)
        if not cell.can_open:
            painter.setPen(QPen(self._theme.color("line"), 1, Qt.PenStyle.DashLine))
        elif cell.entry is None:
            painter.setPen(QPen(self._theme.color("control"), 1, Qt.PenStyle.DashLine))
        else:
            painter.setPen(QPen(self._theme.color("hover" if cell.shade else "control"), 1))
        if cell.reason is not None:
            painter.setBrush(QBrush(self._theme.color("line"), Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _draw_day(self, painter: QPainter, place: QRectF, cell: MonthCell) -> None:
        """The number of the day, and the week of the course that begins on it."""
        painter.setFont(self._theme.font(TEXT, bold=cell.stage is Stage.RUNNING))
        edge = min(self._theme.px(CIRCLE), place.width() - 3)
        number = QRectF(place.left() + 3, place.top() + 3, edge, edge)
        week = QRectF(number.right(), number.top(), place.right() - number.right() - PAD, edge)
        number, week = (mirrored(self.layoutDirection(), place, one) for one in (number, week))
        if cell.stage is Stage.RUNNING:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawEllipse(number)
        painter.setPen(self._theme.color("card" if cell.stage is Stage.RUNNING else self._quiet(cell)))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(cell.day.day))
        self._draw_week(painter, week, cell)

    def _draw_week(self, painter: QPainter, place: QRectF, cell: MonthCell) -> None:
        font, text = self._theme.font(SMALL), week_mark(cell)
        if text and QFontMetricsF(font).horizontalAdvance(text) <= place.width():
            painter.setFont(font)
            painter.setPen(self._theme.color(self._quiet(cell)))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_itch(self, painter: QPainter, place: QRectF, cell: MonthCell) -> float:
        """In the middle, or below the number of the day in a low cell. Answers the width left beside it."""
        text = "" if cell.entry is None else NOTHING if cell.itch is None else value_words(cell.itch, ITCH)
        font = self._theme.font(NUMBER, bold=True)
        wanted = QFontMetricsF(font).horizontalAdvance(text)
        if wanted > place.width():
            font.setPixelSize(int(font.pixelSize() * place.width() / wanted))
        below, metrics = place.adjusted(0, self._theme.px(CIRCLE), 0, 0), QFontMetricsF(font)
        has_room = place.center().y() - metrics.capHeight() > below.top()
        painter.setFont(font)
        painter.setPen(self._theme.color("shade_ink" if cell.shade else "soft"))
        painter.drawText(place if has_room else below, Qt.AlignmentFlag.AlignCenter, text)
        return (place.width() - metrics.horizontalAdvance(text)) / 2

    def _draw_marks(self, painter: QPainter, place: QRectF, beside: float, cell: MonthCell) -> None:
        """In the corners below, where the itch leaves them room; the sentence says it everywhere."""
        edge = self._theme.px(EDGE)
        if beside < edge + PAD:
            return
        colour, stroke = self._theme.color(self._quiet(cell)), self._theme.px(3) / 2
        spot = QRectF(place.left() + PAD, place.bottom() - PAD - edge, edge, edge)
        far = QRectF(place.right() - PAD - edge, spot.top(), edge, edge)
        spot, far = (mirrored(self.layoutDirection(), place, one) for one in (spot, far))
        if cell.filled_in_later:
            draw_mark(painter, LATER, spot, colour, stroke)
        if cell.has_note:
            draw_mark(painter, NOTE, far, colour, stroke)

    def _quiet(self, cell: MonthCell) -> str:
        """The colour of what is said beside the itch."""
        if not cell.can_open:
            return "disabled"
        return "shade_ink" if cell.shade else "soft"
