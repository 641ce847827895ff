"""A calendar that pops up beside what it was opened from, to pick a day in."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPalette, QTextCharFormat
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,  # noqa: TID251 -- guarded here: a page of days changes nothing until one is picked
    QFrame,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from adtracker.language import tr
from adtracker.ui.kit.heard.spoken_parts import Part, SpokenParts, set_parts
from adtracker.ui.kit.tooltips import show_name_as_tooltip
from adtracker.ui.words.day_words import listed_day_words, qt_date
from adtracker.ui.words.language import first_weekday

ROW_PX, COLUMN_PX = 32, 40
LARGE_PX = 46  # for the day that is open, which is changed more often than any other
_WEEKS, _WEEKDAYS = 6, 7
_ROWS = 1 + _WEEKS  # the names of the weekdays come first
_DESIGN_LETTER = 14  # at this height of letters rows are as high as named above
_GAP, _PALE = 2, 0.55


class DayPage(QCalendarWidget):
    """A month, painted in the colours of the theme; Qt paints weekends red and all other days alike."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFirstDayOfWeek(first_weekday())
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, QTextCharFormat())
        days = self.findChild(QTableView)
        assert isinstance(days, QTableView), "Qt's calendar is a table"
        days.horizontalHeader().setMinimumSectionSize(1)  # Qt's own least width would scroll the first day out of sight
        self._days = days
        self.days_spoken = SpokenParts(days, lambda: _WEEKS * _WEEKDAYS, self._part)
        set_parts(days, self.days_spoken)
        self.selectionChanged.connect(self._tell)
        self.currentPageChanged.connect(self._tell)

    def _first(self) -> QDate:
        """The day in the first cell: the table has the numbers, and before the first 1 is the month before."""
        month = QDate(self.yearShown(), self.monthShown(), 1)
        return month.addDays(-next(number for number in range(_WEEKDAYS + 1) if self._index(number).data() == 1))

    def _index(self, number: int) -> QModelIndex:
        """The cell of a day in the table, whose first row has the names of the weekdays."""
        return self._days.model().index(number // _WEEKDAYS + 1, number % _WEEKDAYS)

    def _part(self, number: int) -> Part:
        """A day for a screen reader, with weekday, month and year."""
        day = self._first().addDays(number)
        place = self._days.visualRect(self._index(number))
        return Part(listed_day_words(date(day.year(), day.month(), day.day())), place, day == self.selectedDate())

    def _tell(self) -> None:
        self.days_spoken.go_to(self._first().daysTo(self.selectedDate()))

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate | object) -> None:
        """Draw a day: filled where it is chosen, pale in other months, paler where it cannot be chosen."""
        assert isinstance(date, QDate)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = QApplication.palette()
        ink = palette.color(QPalette.ColorRole.WindowText)
        if date == self.selectedDate():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 8, 8)
            ink = palette.color(QPalette.ColorRole.HighlightedText)
        elif not self.minimumDate() <= date <= self.maximumDate():
            ink = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
            ink.setAlphaF(_PALE)
        elif date.month() != self.monthShown():
            ink = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.locale().toString(date.day()))
        painter.restore()


class DayPicker(QFrame):
    """`picked` carries the chosen day. Arrows and Page Up and Down move, Enter picks, Esc closes.

    A click beside it closes it, and does nothing else.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget, *, large: bool = False) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._cell = (LARGE_PX, LARGE_PX) if large else (COLUMN_PX, ROW_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setProperty("kind", "popup")
        self.calendar = DayPage()
        self.calendar.setAccessibleName(tr("Choose a day"))
        self._name("qt_calendar_prevmonth", "\u2039", tr("Month before"))
        self._name("qt_calendar_nextmonth", "\u203a", tr("Month after"))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        self.calendar.clicked.connect(self._on_picked)
        self.calendar.activated.connect(self._on_picked)

    def open_at(self, widget: QWidget, shown: date, first: date, last: date) -> None:
        """Pop up beside a widget, on the day that is shown; days from the first to the last can be picked."""
        self.calendar.setDateRange(qt_date(first), qt_date(last))
        self.calendar.setSelectedDate(qt_date(shown))
        self._fit()
        self.move(place_beside(widget, self))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)
        self.calendar.days_spoken.tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, as in every popup."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Cells follow the text size, but are never smaller than at the usual one."""
        self.ensurePolished()
        share = max(1.0, self.fontInfo().pixelSize() / _DESIGN_LETTER)
        width, height = (round(edge * share) for edge in self._cell)
        bar = self.calendar.findChild(QWidget, "qt_calendar_navigationbar")
        assert bar is not None, "Qt's calendar has no line above the days"
        self.calendar.setFixedSize(7 * width, _ROWS * height + bar.sizeHint().height())
        self.adjustSize()

    def _name(self, name: str, arrow: str, spoken: str) -> None:
        found = self.calendar.findChild(QToolButton, name)
        assert isinstance(found, QToolButton), f"Qt's calendar has no {name}"
        found.setIcon(QIcon())  # Qt's own is black, whatever the theme
        found.setText(arrow)
        found.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        found.setAccessibleName(spoken)
        show_name_as_tooltip(found)

    def _on_picked(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.picked.emit(date(day.year(), day.month(), day.day()))


def place_beside(widget: QWidget, popup: QWidget) -> QPoint:
    """Where a popup covers nothing of what it was opened from: below, above, or else at a side of it."""
    room = widget.screen().availableGeometry()
    size = popup.size()
    field = QRect(widget.mapToGlobal(QPoint()), widget.size())
    left = max(room.left(), min(field.left(), room.right() + 1 - size.width()))
    below, above = field.bottom() + 1 + _GAP, field.top() - _GAP - size.height()
    if below + size.height() <= room.bottom() + 1:
        return QPoint(left, below)
    if above >= room.top():
        return QPoint(left, above)
    top = max(room.top(), min(field.top(), room.bottom() + 1 - size.height()))
    right = field.right() + 1 + _GAP
    if right + size.width() <= room.right() + 1:
        return QPoint(right, top)
    return QPoint(max(room.left(), field.left() - _GAP - size.width()), top)
