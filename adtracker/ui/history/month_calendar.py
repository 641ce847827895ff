"""The days of a month under their weekdays: buttons that the arrow keys go through as if months had no ends."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.views.month_grid import Month, MonthGrid, nearest_day, same_day
from adtracker.language import begun, tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.month_day import MonthDay
from adtracker.ui.history.month_words import cell_sentence, month_sentence
from adtracker.ui.kit.basics import arrow_of, label
from adtracker.ui.words.day_words import short_weekday
from adtracker.ui.words.entry_words import Names

ROWS, GAP = 6, 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -DAYS_A_WEEK, Qt.Key.Key_Down: DAYS_A_WEEK}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthCalendar(QWidget):
    """Shows a `MonthGrid`. `opened` carries a day that a person chose, `left` one of another month to which the keys
    went, `moved` the button of a day to which they went; `pointed` the sentence of the day under the pointer or the
    keyboard, empty if there is none.

    Arrow keys go by days and weeks, Page Up and Down by months, Home and End to the ends of the month; Enter opens.
    """

    opened = Signal(object)
    left = Signal(object)
    moved = Signal(object)
    pointed = Signal(str)

    def __init__(self, theme: Theme, names: Names) -> None:
        """`names` is the text catalogue's table "measures"."""
        super().__init__()
        self._theme = theme
        self._names = names
        self._latest = self._day = date.min
        self._first_weekday = 1
        self._month: Month | None = None
        self._places: list[MonthDay] = []
        self._heads = [label("", "small") for _ in range(DAYS_A_WEEK)]
        self._build()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        for column, head in enumerate(self._heads):
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for place in range(ROWS * DAYS_A_WEEK):
            made = MonthDay(self._theme)
            made.clicked.connect(self._on_clicked)
            made.pointed.connect(self._on_pointed)
            self._places.append(made)
            grid.addWidget(made, 1 + place // DAYS_A_WEEK, place % DAYS_A_WEEK)

    def show_grid(self, grid: MonthGrid, day: date, ends: Period, first_weekday: int) -> None:
        """Show a month, the keyboard on one of its days; `first_weekday` as the grid was laid out with.

        `ends` are today and the last day that can be looked at.
        """
        self._month, self._latest, today = grid.month, ends.last, ends.first
        self.setAccessibleName(month_sentence(grid))
        self.setAccessibleDescription(tr("Arrow keys choose a day, Enter opens it."))
        self._first_weekday = first_weekday
        self._show_weekdays()
        had_focus = QApplication.focusWidget() in self._places
        cells = [cell for week in grid.weeks for cell in week]
        cells += [None] * (len(self._places) - len(cells))
        for made, cell in zip(self._places, cells, strict=True):
            made.show_cell(cell, "" if cell is None else cell_sentence(cell, today, self._names), ends.last)
        self._stand_on(day, take_focus=had_focus)

    @property
    def day(self) -> date:
        """The day that the keyboard is on, or will be when it comes here."""
        return self._day

    def button(self, day: date) -> MonthDay:
        """The button of a day. Raises KeyError for one of another month."""
        return {made.day: made for made in self._places}[day]

    def take_focus(self) -> None:
        """Put the keyboard on the day."""
        self._stand_on(self._day, take_focus=True)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        for made in self._places:
            made.updateGeometry()
            made.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the weekdays as long as they may be."""
        super().resizeEvent(event)
        self._show_weekdays()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another day; none after the last that can be looked at."""
        wanted = self._wanted(arrow_of(event, self))
        if wanted is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif Month.of(wanted) == self._month:
            self._stand_on(wanted, take_focus=True)
        else:
            self.left.emit(wanted)

    def _wanted(self, key: Qt.Key) -> date | None:
        if self._month is None:
            return None
        if key in _STEPS:
            return nearest_day(self._day + timedelta(days=_STEPS[key]), self._latest)
        if key in _MONTHS:
            return same_day(self._month.plus(_MONTHS[key]), self._day, self._latest)
        ends = {Qt.Key.Key_Home: self._month.period.first, Qt.Key.Key_End: self._month.period.last}
        return nearest_day(ends[key], self._latest) if key in ends else None

    def _stand_on(self, day: date, *, take_focus: bool) -> None:
        """Tab comes to one day; the arrow keys reach the others."""
        self._day = day
        for made in self._places:
            is_stop = made.day == day
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        if take_focus:
            self.button(day).setFocus(Qt.FocusReason.OtherFocusReason)
            self.moved.emit(self.button(day))

    def _show_weekdays(self) -> None:
        """Short names, or the first letters where those have no room."""
        weekdays = [(self._first_weekday - 1 + place) % DAYS_A_WEEK + 1 for place in range(DAYS_A_WEEK)]
        names = [begun(short_weekday(weekday)) for weekday in weekdays]
        metrics = self._heads[0].fontMetrics()
        has_room = DAYS_A_WEEK * (max(map(metrics.horizontalAdvance, names)) + GAP) < self.width()
        for head, name in zip(self._heads, names, strict=True):
            head.setText(name if has_room else name[:1])

    def _on_clicked(self) -> None:
        made = self.sender()
        if isinstance(made, MonthDay) and made.day is not None:
            self._stand_on(made.day, take_focus=False)
            if made.can_open:
                self.opened.emit(made.day)

    def _on_pointed(self, is_here: bool) -> None:
        """Say what is under the pointer, else under the keyboard."""
        made = self.sender() if is_here else QApplication.focusWidget()
        self.pointed.emit(made.accessibleName() if isinstance(made, MonthDay) and made in self._places else "")
