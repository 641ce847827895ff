"""A calendar that pops up to reach any past day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from adtracker.ui.core.theme import Theme
from adtracker.ui.words.day_words import qt_date

DAY_PX = 46
DAYS_SHOWN = 42  # six weeks, all that a month's page can have of the days to come


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
        self._name("qt_calendar_prevmonth", self.tr("Month before"))
        self._name("qt_calendar_nextmonth", self.tr("Month after"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)

    def open_at(self, widget: QWidget, shown: date, first: date, today: date) -> None:
        """Pop up below a widget, on the day that is open."""
        self._restyle(today)
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

    def _restyle(self, today: date) -> None:
        """Qt paints weekends red, days to come like all others, and its own arrows; and it knows no text size."""
        self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
        for weekday in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(weekday, self._written_in("ink"))
        for days in range(1, DAYS_SHOWN):
            self.calendar.setDateTextFormat(qt_date(today).addDays(days), self._written_in("disabled"))
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            self._button(name).setIcon(self._theme.icon(icon))
        edge = max(DAY_PX, self._theme.px(DAY_PX))
        self.calendar.setFixedSize(7 * edge, 8 * edge)

    def _written_in(self, token: str) -> QTextCharFormat:
        written = QTextCharFormat()
        written.setForeground(self._theme.color(token))
        return written

    def _button(self, name: str) -> QToolButton:
        found = self.calendar.findChild(QToolButton, name)
        assert isinstance(found, QToolButton), f"Qt's calendar has no {name}"
        return found

    def _name(self, name: str, spoken: str) -> None:
        self._button(name).setAccessibleName(spoken)
        self._button(name).setToolTip(spoken)

    def _on_picked(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(date(day.year(), day.month(), day.day()))
