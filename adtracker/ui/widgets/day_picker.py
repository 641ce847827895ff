"""A calendar that pops up to reach any past day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from adtracker.ui.theme import Theme
from adtracker.ui.widgets.day_words import qt_date

DAY_PX = 46


class DayPicker(QFrame):
    """Days up to today; `picked` carries the chosen one. Arrows and Page Up and Down move, Enter picks, Esc closes."""

    picked = Signal(date)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self.setProperty("kind", "popup")
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setAccessibleName(self.tr("Choose a day"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)

    def open_at(self, widget: QWidget, shown: date, first: date, today: date) -> None:
        """Pop up below a widget, on the day that is open."""
        self._restyle()
        self.calendar.setDateRange(qt_date(first), qt_date(today))
        self.calendar.setSelectedDate(qt_date(shown))
        self.adjustSize()
        self.move(widget.mapToGlobal(widget.rect().bottomLeft()))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, as in every popup."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        """Qt paints weekends red and knows no theme; and its cells follow the widget's size."""
        plain = QTextCharFormat()
        plain.setForeground(self._theme.color("ink"))
        for weekday in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(weekday, plain)
        edge = max(DAY_PX, self._theme.px(DAY_PX))
        self.calendar.setFixedSize(7 * edge, 8 * edge)

    def _on_picked(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(date(day.year(), day.month(), day.day()))
