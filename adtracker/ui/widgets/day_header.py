"""The head of a day: which day it is, the days around it, where it lies in the course, and the ways to another one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry
from adtracker.domain.period import EARLIEST_DAY, ONE_DAY
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.basics import button, label
from adtracker.ui.widgets.columns import Columns
from adtracker.ui.widgets.day_strip import HEIGHT, DayStrip
from adtracker.ui.widgets.day_words import day_words

if TYPE_CHECKING:
    from adtracker.ui.widgets.day_picker import DayPicker


@dataclass(frozen=True, slots=True)
class DayView:
    """What the head shows: the open day's entry, today, the recorded days of the strip, and the course that runs.

    `ahead` are the days after today that can be opened, since something is written down for them.
    """

    entry: DayEntry
    today: date
    recorded: Collection[date]
    course: Course | None
    ahead: Collection[date] = ()

    @property
    def before(self) -> date | None:
        """The day before that can be opened; None before the earliest."""
        day = self.entry.day - ONE_DAY
        if day > self.today:
            day = max((other for other in self.ahead if other <= day), default=self.today)
        return None if day < EARLIEST_DAY else day

    @property
    def after(self) -> date | None:
        """The day after that can be opened; None where there is none."""
        day = self.entry.day + ONE_DAY
        return day if day <= self.today else min((other for other in self.ahead if other >= day), default=None)


class DayTitle(QPushButton):
    """The day in words, its place in the course below; a click opens the calendar."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "title")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Choose another day"))
        self.day = label("", "title")
        self.week = label("", "accent")
        self.number = label("", "soft")
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(5, 0, 4, 0)
        self._lines.setVerticalSpacing(0)
        self._lines.setHorizontalSpacing(4)
        self._lines.setColumnStretch(2, 1)
        self._lines.addWidget(self.day, 0, 0, 1, 3)
        self._lines.addWidget(label("▾", "small"), 0, 3)
        self._lines.addWidget(self.week, 1, 0)
        self._lines.addWidget(self.number, 1, 1)
        for line in self.findChildren(QLabel):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_day(self, day: str, place: tuple[str, str]) -> None:
        """Show a day in words, and the week and day of the course or two empty texts."""
        week, number = place
        self.day.setText(day)
        for line, text in ((self.week, week), (self.number, number)):
            line.setText(text)
            line.setVisible(bool(text))
        spoken = [day, f"{week} {number}".strip(), self.tr("Choose another day")]
        self.setAccessibleName(". ".join(part for part in spoken if part))

    def sizeHint(self) -> QSize:
        """As large as its lines."""
        return self._lines.sizeHint().expandedTo(QSize(0, HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()


class DayHeader(QWidget):
    """`opened` carries the day a person wants to see; one that lies ahead only if something is written down for it."""

    opened = Signal(date)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: DayView | None = None
        self._shown = self._today = date.min
        self._picker: DayPicker | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.strip = DayStrip(self._theme)
        head = QWidget()
        columns = Columns(head, spacing=0)  # the days of the strip bring room of their own
        columns.add(self._title(), 1)
        columns.add(self.strip)
        self._note = self._banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(self._note)

    def _title(self) -> QWidget:
        self.previous = button("\u2039", "step", name=self.tr("Day before"))
        self.previous.setToolTip(self.tr("Day before (Alt+Left)"))
        self.next = button("\u203a", "step", name=self.tr("Day after"))
        self.next.setToolTip(self.tr("Day after (Alt+Right)"))
        self.title = DayTitle()
        title = QWidget()
        row = QHBoxLayout(title)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for made in (self.previous, self.title, self.next):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return title

    def _banner(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "hint")
        self.sentence = label("", "body", wrap=True)
        self.back = button(self.tr("Back to today"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 4, 4, 4)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.back)
        return frame

    def _connect(self) -> None:
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self._on_back)
        self.title.clicked.connect(self._on_title)
        self.strip.opened.connect(self._open)

    @property
    def picker(self) -> DayPicker:
        """The calendar, built when it is first wanted."""
        if self._picker is None:
            from adtracker.ui.widgets.day_picker import DayPicker  # noqa: PLC0415 -- few open it, all start the window

            self._picker = DayPicker(self, self._theme)
            self._picker.picked.connect(self._open)
        return self._picker

    def show_day(self, view: DayView) -> None:
        """Show another day, or the same one after a change."""
        self._view, self._shown, self._today = view, view.entry.day, view.today
        self.title.show_day(day_words(self._shown, self._today), self._course_words(view.course))
        self.next.setEnabled(view.after is not None)
        self.previous.setEnabled(view.before is not None)
        self.strip.show_days(self._shown, self._today, view.recorded)
        self._note.setVisible(self._shown != self._today)
        self.sentence.setText(self._in_words(view.entry))

    def go_back(self) -> None:
        """Open the day before."""
        self._open(None if self._view is None else self._view.before)

    def go_on(self) -> None:
        """Open the day after, if it has come or has something written down."""
        self._open(None if self._view is None else self._view.after)

    def _course_words(self, course: Course | None) -> tuple[str, str]:
        """The week and the day of the course, empty outside of it."""
        if course is None or self._shown not in course.period:
            return "", ""
        week = self.tr("Week {} of {}").format(course.week_of(self._shown), course.weeks)
        return week, self.tr("· day {}").format(course.day_number(self._shown))

    def _in_words(self, entry: DayEntry) -> str:
        day = day_words(entry.day, self._today)
        if entry.day > self._today:
            return self.tr("{} lies ahead of today. What stands there is kept, and you can change it.").format(day)
        if entry.filled_in_later and entry.recorded_on is not None:
            return self.tr("{}. Filled in later, on {}.").format(day, day_words(entry.recorded_on, self._today))
        if entry.is_empty:
            return self.tr("You are filling in {}. It is kept as filled in later, and that is fine.").format(day)
        return self.tr("You are looking at {}.").format(day)

    def _open(self, day: date | None) -> None:
        """Open a day that can be: one that has come, or that something is written down for."""
        if self._view is None or day is None or day < EARLIEST_DAY:
            return
        if day <= self._today or day in self._view.ahead:
            self.opened.emit(day)

    def _on_back(self) -> None:
        self._open(self._today)

    def _on_title(self) -> None:
        self.picker.open_at(self.title, self._shown, EARLIEST_DAY, max(self._shown, self._today))
