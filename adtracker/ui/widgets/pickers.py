"""Fields in which one of several things is picked: a day, or an entry of a list. The wheel scrolls the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QIcon, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QDateEdit, QSizePolicy, QToolButton

from adtracker.domain.period import EARLIEST_DAY

LATEST_DAY = date(2999, 12, 31)


class DayField(QDateEdit):
    """A calendar day, typed or picked. `picked` carries it when a person changed it, not when it was set."""

    picked = Signal(object)

    def __init__(self, name: str, day: date, latest: date = LATEST_DAY) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMMM yyyy")
        self.setKeyboardTracking(False)  # half a typed date is no answer
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDateRange(_qt(EARLIEST_DAY), _qt(latest))
        self.show_day(day)
        self._tidy_calendar()
        self.dateChanged.connect(self._on_changed)

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show another day without telling anybody."""
        before = self.blockSignals(True)
        self.setDate(_qt(day))
        self.blockSignals(before)

    def show_latest(self, latest: date) -> None:
        """Take no day after this one; a later one that is shown becomes it, without telling anybody."""
        before = self.blockSignals(True)
        self.setMaximumDate(_qt(latest))
        self.blockSignals(before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _tidy_calendar(self) -> None:
        """Qt paints weekends red and its arrows black, whatever the theme, and numbers the weeks of the year."""
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, QTextCharFormat())
        arrows = (
            ("qt_calendar_prevmonth", Qt.ArrowType.LeftArrow, self.tr("Month before")),
            ("qt_calendar_nextmonth", Qt.ArrowType.RightArrow, self.tr("Month after")),
        )
        for button_name, arrow, spoken in arrows:
            found = calendar.findChild(QToolButton, button_name)
            if isinstance(found, QToolButton):
                found.setIcon(QIcon())
                found.setArrowType(arrow)
                found.setAccessibleName(spoken)

    def _on_changed(self) -> None:
        self.picked.emit(self.day)


class Choice(QComboBox):
    """One of several (key, text) in a list that opens; `chosen` carries the key when a person chose it."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, text in choices:
            self.addItem(text, key)
        self.activated.connect(self._on_activated)

    def choose(self, key: str) -> None:
        """Show a choice."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
