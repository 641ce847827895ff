"""Fields in which one of several things is picked: a day, or an entry of a list. The wheel scrolls the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QDateTime, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QTextCharFormat, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QComboBox, QDateEdit, QSizePolicy, QToolButton

from adtracker.domain.common.period import EARLIEST_DAY
from adtracker.ui.kit.fields.read_day import read_day

LATEST_DAY = date(2999, 12, 31)
_EDITING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class DayField(QDateEdit):
    """A calendar day, typed or picked. `picked` carries it when a person changed it, not when it was set.

    It is typed as one text. Qt's own way, part after part, throws away what is written and takes 3 for 31.
    """

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
        # Qt reads the text again as often as the cursor comes into another part of it, in the middle of a word
        self.lineEdit().cursorPositionChanged.disconnect()
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
        self._known = self.day
        self.blockSignals(before)

    def show_latest(self, latest: date) -> None:
        """Take no day after this one; a later one that is shown becomes it, without telling anybody."""
        before = self.blockSignals(True)
        self.setMaximumDate(_qt(latest))
        self._known = self.day
        self.blockSignals(before)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the day, so that what is typed takes its place."""
        super().focusInEvent(event)
        self.lineEdit().selectAll()
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self.lineEdit().selectAll)  # the click that follows puts the cursor somewhere

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Leave with one Tab."""
        return QAbstractSpinBox.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take text as a line of text does; up and down step by a day."""
        if (event.text() and event.text().isprintable()) or event.key() in _EDITING:
            QAbstractSpinBox.keyPressEvent(self, event)
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.lineEdit().selectAll()  # Qt marks a part of it

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let anything be typed; it is done when it names a day that may be chosen."""
        done = self._read(text) is not None
        return (QValidator.State.Acceptable if done else QValidator.State.Intermediate), text, position

    def fixup(self, _text: str) -> str:
        """Go back to the day before for what names none."""
        return self.textFromDateTime(self.dateTime())

    def dateTimeFromText(self, text: str) -> QDateTime:
        """The day that a text names."""
        return _qt(self._read(text) or self.day).startOfDay()

    def _read(self, text: str) -> date | None:
        months = [self.locale().standaloneMonthName(number) for number in range(1, 13)]
        found = read_day(text, self.day, months)
        return found if found and self.minimumDate() <= _qt(found) <= self.maximumDate() else None

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
        if self.day != self._known:  # Enter tells it again
            self._known = self.day
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


class StepChoice(Choice):
    """A choice that is stored as it is made: with keys, each step through the closed list would be stored.

    So `chosen` waits until the person leaves the field or presses Enter; what is picked in the open list is told at
    once.
    """

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(name, choices)
        self._is_stepping = self._is_waiting = False

    def flush(self) -> None:
        """Tell what was chosen by keys and is not told yet."""
        if self._is_waiting:
            self._is_waiting = False
            self.chosen.emit(self.currentData())

    def choose(self, key: str) -> None:
        """Show a choice."""
        self._is_waiting = False
        super().choose(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows and letters, and tell with Enter."""
        self._is_stepping = True
        super().keyPressEvent(event)
        self._is_stepping = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The person goes on to something else."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.flush()

    def _on_activated(self, index: int) -> None:
        self._is_waiting = True
        if not self._is_stepping:
            self.flush()


def _qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
