"""The head of a day: which day it is, the days around it, where it lies in the course, and the ways to another one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from adtracker.domain.common.period import EARLIEST_DAY, ONE_DAY
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.language import begun, tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, label, leave_room
from adtracker.ui.kit.diaries.whose_diary import WhoseDiary
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.today.day_strip import HEIGHT, DayStrip
from adtracker.ui.words.day_words import day_words

if TYPE_CHECKING:
    from adtracker.ui.kit.day_picker import DayPicker


WIDEST = 320  # of the day in words, and what stands below


@dataclass(frozen=True, slots=True)
class DayView:
    """What the head shows: the open day's entry, today, what is recorded of the days of the strip, the course that runs
    and whose diary it is, in words and by name.

    `ahead` are the days after today that can be opened, since something is written down for them.
    """

    entry: DayEntry
    today: date
    recorded: Mapping[date, DayEntry]
    course: Course | None
    owner: str
    owner_name: str
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
    """The day in words; its place in the course and whose diary it is below. A click opens the calendar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "title")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setToolTip(tr("Choose another day"))
        self.day, self._arrow = label("", "title"), label("\u25be", "small")
        self.week, self.number, self._dot = label("", "accent"), label("", "soft"), label("\u00b7", "soft")
        self.owner = WhoseDiary(theme)
        self._lines = QVBoxLayout(self)
        leave_room(self._lines, 4, 0, 1, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(_line(3, self.day, self._arrow))
        below = _line(8, self.week, self.number, self._dot, self.owner)
        below.setStretchFactor(self.owner, 1)
        self._lines.addLayout(below)
        for line in self.findChildren(QLabel):
            line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_day(self, day: str, place: tuple[str, str], owner: str, owner_name: str) -> None:
        """Show a day in words, the week and day of the course or two empty texts, and whose diary it is."""
        week, number = place
        self.day.setText(day)
        for line, text in ((self.week, week), (self.number, number)):
            line.setText(text)
            line.setVisible(bool(text))
        self._dot.setVisible(bool(week and owner))
        self.owner.show_words(owner, owner_name)
        spoken = [day, f"{week} {number}".strip(), owner, tr("Choose another day")]
        self.setAccessibleName(". ".join(part for part in spoken if part))
        self.setToolTip(". ".join(part for part in (owner, tr("Choose another day")) if part))

    def sizeHint(self) -> QSize:
        """As large as its lines."""
        return self._lines.sizeHint().expandedTo(QSize(0, HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        return QSize(self._lines.minimumSize().width(), HEIGHT)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap where they have to."""
        return self._lines.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        return max(self._lines.heightForWidth(width), HEIGHT)


def _line(spacing: int, *parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for part in parts:
        row.addWidget(part)
    row.addStretch()
    return row


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
        self.previous = button("\u2039", "step", name=tr("Day before"))
        self.previous.setToolTip(tr("Day before (Alt+Left)"))
        self.next = button("\u203a", "step", name=tr("Day after"))
        self.next.setToolTip(tr("Day after (Alt+Right)"))
        self.title = DayTitle(self._theme)
        title = QWidget()
        row = QHBoxLayout(title)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.previous, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.title, 1)
        row.addWidget(self.next, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        self._columns = Columns(self, spacing=8)
        self._columns.add(title, 1)
        self._columns.add(self.strip)
        self.restyle()

    def restyle(self) -> None:
        """Take over new sizes: the way to the day after stays where it is, however long the words are."""
        is_beside = self._columns.are_beside(self.width())
        self.title.setMaximumWidth(self._theme.px(WIDEST) if is_beside else max(self.width(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Above the days of the strip the words have all of the width."""
        super().resizeEvent(event)
        self.restyle()

    def _connect(self) -> None:
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.title.clicked.connect(self._on_title)
        self.strip.opened.connect(self._open)

    @property
    def picker(self) -> DayPicker:
        """The calendar, built when it is first wanted."""
        if self._picker is None:
            from adtracker.ui.kit.day_picker import DayPicker  # noqa: PLC0415 -- few open it, all start the window

            self._picker = DayPicker(self, large=True)
            self._picker.picked.connect(self._open)
        return self._picker

    def show_day(self, view: DayView) -> None:
        """Show another day, or the same one after a change."""
        self._view, self._shown, self._today = view, view.entry.day, view.today
        words = begun(day_words(self._shown, self._today))
        self.title.show_day(words, self._course_words(view.course), view.owner, view.owner_name)
        self.next.setEnabled(view.after is not None)
        self.previous.setEnabled(view.before is not None)
        self.strip.show_days(self._shown, self._today, view.recorded)

    def go_back(self) -> None:
        """Open the day before."""
        self._open(None if self._view is None else self._view.before)

    def go_to_today(self) -> None:
        """Open today."""
        self._open(self._today)

    def go_on(self) -> None:
        """Open the day after, if it has come or has something written down."""
        self._open(None if self._view is None else self._view.after)

    def _course_words(self, course: Course | None) -> tuple[str, str]:
        """The week and the day of the course, empty outside of it."""
        if course is None or self._shown not in course.period:
            return "", ""
        week = tr("Week {week_of} of {weeks}", week_of=course.week_of(self._shown), weeks=course.weeks)
        return week, tr("day {day_number}", day_number=course.day_number(self._shown))

    def _open(self, day: date | None) -> None:
        """Open a day that can be: one that has come, or that something is written down for."""
        if self._view is None or day is None or day < EARLIEST_DAY:
            return
        if day <= self._today or day in self._view.ahead:
            self.opened.emit(day)

    def _on_title(self) -> None:
        self.picker.open_at(self.title, self._shown, EARLIEST_DAY, max(self._shown, self._today))
