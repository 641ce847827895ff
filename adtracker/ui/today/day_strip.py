"""A row of days: which of them are recorded, which one is open. One click or key opens another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QPushButton, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import arrow_of
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.tooltips import show_name_as_tooltip
from adtracker.ui.words.day_words import day_words, weekday_letter
from adtracker.ui.words.number_words import not_recorded

DAYS = 14
WIDTH, HEIGHT, LETTER, CIRCLE = 44, 48, 16, 28
LEAST_WIDTH = 36  # of a day where 14 of the usual ones have no room in a row
OVERHANG = (WIDTH - CIRCLE) // 2  # what a day has beside its circle, for the circles to end on a line with cards
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class DayButton(QPushButton):
    """One day: its weekday's letter over its number.

    Filled is recorded, ringed filled in later, dashed is empty; solid is the day that is open. A cross stands beside a
    bad day without numbers. Today's letter is bold.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.day = date.min
        self._wide = WIDTH
        self._is_today = self._is_recorded = self._is_late = self._is_bad = False
        self.setProperty("kind", "day")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_day(self, day: date, today: date, entry: DayEntry | None) -> None:
        """Take another day, with what is recorded of it."""
        self.day, self._is_today, self._is_recorded = day, day == today, entry is not None
        self._is_late = entry is not None and entry.filled_in_later
        self._is_bad = entry is not None and entry.has_no_numbers
        parts = [day_words(day, today)]
        parts += [tr("today")] if self._is_today else []
        parts += [tr("filled in later")] if self._is_late else []
        parts += [tr("bad day, no numbers")] if self._is_bad else []
        parts += [] if self._is_recorded else [not_recorded()]
        self.setAccessibleName(", ".join(parts))
        show_name_as_tooltip(self)
        self.update()

    def be_wide(self, wide: int) -> None:
        """Take another width."""
        if wide != self._wide:
            self._wide = wide
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Large enough for a sore finger, and no wider where text is large: all days stand in one row then too."""
        return QSize(self._wide, max(HEIGHT, self._theme.px(LETTER) + self._edge() + 4))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Space, leave the arrows to the strip."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw letter, circle and number."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self._edge()
        circle = QRectF((self.width() - edge) / 2, self.height() - edge - 3, edge, edge)
        self._draw_letter(painter, circle)
        self._draw_circle(painter, circle)
        self._draw_number(painter, circle)
        if self._is_bad:
            self._draw_cross(painter, circle)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -1), 8, 8)

    def _edge(self) -> int:
        return min(self._theme.px(CIRCLE), self._wide - 2)

    def _draw_letter(self, painter: QPainter, circle: QRectF) -> None:
        painter.setFont(self._font(12, bold=self._is_today))
        painter.setPen(self._theme.color("ink" if self._is_today else "soft"))
        above = QRectF(0, 0, self.width(), circle.top())
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, weekday_letter(self.day))

    def _draw_circle(self, painter: QPainter, circle: QRectF) -> None:
        pen = QPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setBrush(self._theme.color("accent"))
        elif self._is_late:
            pen = QPen(self._theme.color("accent"), 1.4)
        elif self._is_recorded:
            painter.setBrush(self._theme.color("accent_ground"))
        else:
            pen = QPen(self._theme.color("control"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))

    def _draw_cross(self, painter: QPainter, circle: QRectF) -> None:
        """At the upper right, on a ground of its own, so that it is told from the circle whatever its colour."""
        middle, reach = QPointF(circle.right() - 1, circle.top() + 3), self._theme.px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("ground"))
        painter.drawEllipse(middle, 2 * reach, 2 * reach)
        painter.setPen(QPen(self._theme.color("ink"), 1.6))
        for way in (1, -1):
            painter.drawLine(middle + QPointF(-reach, -way * reach), middle + QPointF(reach, way * reach))

    def _draw_number(self, painter: QPainter, circle: QRectF) -> None:
        token = "card" if self.isChecked() else "accent" if self._is_recorded else "soft"
        painter.setFont(self._font(12, bold=self._is_recorded or self.isChecked()))
        painter.setPen(self._theme.color(token))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.day.day))

    def _font(self, size: int, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class DayStrip(QWidget):
    """The last 14 days, or the 14 up to an older day that is open. `opened` carries the day a person chose."""

    opened = Signal(date)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown = date.min
        self._group = QButtonGroup(self)
        self._days: list[DayButton] = []
        row = FlowLayout(self, spacing=0)
        for number in range(DAYS):
            made = DayButton(theme)
            self._days.append(made)
            self._group.addButton(made, number)
            row.addWidget(made)
        self.setAccessibleName(tr("The last days"))
        self._group.idClicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have all days in one row, also where that is a little short of room."""
        super().resizeEvent(event)
        for made in self._days:
            made.be_wide(min(max(self.width() // DAYS, LEAST_WIDTH), WIDTH))

    @staticmethod
    def period(shown: date, today: date) -> Period:
        """The days the strip has while a day is open."""
        latest = Period.ending(today, DAYS)
        return latest if shown in latest else Period.ending(shown, DAYS)

    def show_days(self, shown: date, today: date, recorded: Mapping[date, DayEntry]) -> None:
        """Show the days around the open one, with what is recorded of them."""
        self._shown = shown
        for made, day in zip(self._days, self.period(shown, today), strict=True):
            made.show_day(day, today, recorded.get(day))
            made.setChecked(day == shown)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if day == shown else Qt.FocusPolicy.ClickFocus)
        if QApplication.focusWidget() in self._days:
            self.button(shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def button(self, day: date) -> DayButton:
        """The button of a day. Raises KeyError for a day that is not in the strip."""
        return {made.day: made for made in self._days}[day]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right open the day before and after."""
        step = _STEPS.get(arrow_of(event, self))
        if step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        self.opened.emit(self._shown + timedelta(days=step))
        self.button(self._shown).setFocus(Qt.FocusReason.TabFocusReason)  # whoever walks along it walks on

    def _on_clicked(self, number: int) -> None:
        """Stay on the open day until told that another one was opened: perhaps it cannot be read."""
        self.button(self._shown).setChecked(True)
        self.opened.emit(self._days[number].day)
