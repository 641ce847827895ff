"""History: every day of the diary, in a calendar by month and in a table whose notes can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.views.day_list import ListedDay
from adtracker.domain.views.month_grid import Month, latest_day, month_grid
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.history.day_list_card import DayListCard
from adtracker.ui.history.month_card import MonthCard
from adtracker.ui.history.month_day import MonthDay
from adtracker.ui.history.reader import DayReader
from adtracker.ui.kit.basics import button, label, scrolled
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.empty_state import EmptyState
from adtracker.ui.kit.room.page_head import page_head
from adtracker.ui.words.language import first_weekday

if TYPE_CHECKING:
    from adtracker.ui.records.breaks.dialogs import BreakDialogs
    from adtracker.ui.records.recalls.dialogs import RecallDialogs

CALENDAR, TABLE = "calendar", "table"


class HistoryPage(Page):
    """Shows one of the two views; each reads what it shows when it is looked at. `reader` fills the table."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._day = context.today()
        self._span: Period | None = None
        self._courses: Sequence[Course] = ()
        self._breaks: Sequence[DiaryBreak] = ()
        self._unread = {CALENDAR, TABLE}
        self.reader = DayReader(context.journal, self)
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        names = self.context.texts.table("measures")
        self.card = MonthCard(self.context.theme, names)
        self.list = DayListCard(self.context.theme, names)
        self.empty = EmptyState(tr("Your history begins with your first day"), tr("Go to today"))
        self.empty.sentence.setText(
            tr("Each day you write down gets its place in a calendar here, and its line in a table.")
        )
        self._parts = QStackedWidget()
        self._area = scrolled(_around(self.card))
        self._places: dict[str, QWidget] = {CALENDAR: self._area, TABLE: self.list}
        for part in (*self._places.values(), self.empty):
            self._parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        column.addWidget(self._parts, 1)

    def _head(self) -> QWidget:
        self.views = Chips(tr("Shown as"), [(CALENDAR, tr("Calendar")), (TABLE, tr("Table"))])
        self.views.choose(CALENDAR)
        self.breaks = button(tr("Breaks…"), name=tr("Breaks from the diary"))
        self.weeks = button(tr("Weeks as recalled…"))
        head = page_head(label(tr("History"), "title"), (self.breaks, self.weeks, self.views))
        head.setProperty("kind", "head")
        return head

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.breaks.clicked.connect(self._on_breaks)
        self.weeks.clicked.connect(self._on_weeks)
        self.card.wanted.connect(self._show_month)
        self.card.calendar.moved.connect(self._on_moved)
        for part in (self.card, self.list):
            part.opened.connect(self._on_opened)
        self.reader.begun.connect(self._on_begun)
        self.reader.done.connect(self.list.show_days)
        self.reader.failed.connect(self._on_failed)
        self.empty.action.clicked.connect(self._on_today)
        find = QShortcut(QKeySequence.StandardKey.Find, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find)

    @cached_property
    def break_dialogs(self) -> BreakDialogs:
        """Where breaks are looked at, added and changed."""
        from adtracker.ui.records.breaks.dialogs import BreakDialogs  # noqa: PLC0415 -- not for those who only look

        return BreakDialogs(self.context, self)

    def concerns(self, edit: Edit) -> bool:
        """Entries, the courses that their weeks are counted in, and breaks."""
        return any(map(edit.touches, (DayEntry, Course, DiaryBreak)))

    def refresh(self) -> None:
        """Read what the view that is chosen shows; the other is read when it is chosen."""
        journal = self.context.journal
        found = self.read(lambda: (journal.span(), journal.courses(), journal.breaks()))
        if found is None:
            return
        self._span, self._courses, self._breaks = found
        self._unread = {CALENDAR, TABLE}
        self.views.setVisible(self._span is not None)
        self.breaks.setVisible(self._span is not None)
        self._fill()

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.card.restyle()
        self.list.restyle()

    def take_focus(self) -> None:
        """Put the keyboard on the days."""
        if self._span is None:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.views.key == TABLE:
            self.list.take_focus()
        else:
            self.card.calendar.take_focus()

    def show_view(self, key: str) -> None:
        """Show the calendar or the table."""
        self.views.choose(key)
        self._fill()

    def hideEvent(self, event: QHideEvent) -> None:
        """Read no more while nobody looks."""
        super().hideEvent(event)
        if self.reader.is_reading:
            self.reader.stop()
            self.mark_stale()

    def _fill(self) -> None:
        view = self.views.key or CALENDAR
        self._parts.setCurrentWidget(self.empty if self._span is None else self._places[view])
        if self._span is None or view not in self._unread:
            return
        self._unread.remove(view)
        if view == TABLE:
            self.reader.read(self._span)
        else:
            self._show_month(min(self._day, latest_day(self.context.today(), self._span)))

    def _show_month(self, day: date) -> None:
        """Show the month of a day, the keyboard on the day."""
        month, today = Month.of(day), self.context.today()
        entries = self.context.read(partial(self.context.journal.entries, month.period))
        if entries is None:
            return
        self._day = day
        begins = first_weekday().value
        grid = month_grid(month, entries, today, self._courses, begins, self._breaks)
        first_year = day.year if self._span is None else self._span.first.year
        self.card.show_grid(grid, day, Period(today, latest_day(today, self._span)), first_year, begins)

    def _on_begun(self, rows: Sequence[ListedDay]) -> None:
        """Show the newest days while the others are read, unless older ones stand there already."""
        if not self.list.table.days.total:
            self.list.show_days(rows)

    def _on_moved(self, made: MonthDay) -> None:
        """Qt scrolls for Tab alone, not for what the arrow keys reach."""
        self._day = self.card.calendar.day
        self._area.ensureWidgetVisible(made)

    def _on_opened(self, day: date) -> None:
        self._day = day
        self._unread.add(CALENDAR)
        self.context.events.open_day.emit(day)

    def _on_breaks(self) -> None:
        self.break_dialogs.show_all()

    @cached_property
    def dialogs(self) -> RecallDialogs:
        """Where weeks that were recalled are looked at, changed and deleted."""
        from adtracker.ui.records.recalls.dialogs import RecallDialogs  # noqa: PLC0415 -- seldom wanted here

        return RecallDialogs(self.context, self)

    def _on_weeks(self) -> None:
        self.dialogs.show_all()

    def _on_find(self) -> None:
        if self._span is not None:
            self.show_view(TABLE)
            self.list.take_search()

    def _on_failed(self, error: AdtrackerError) -> None:
        self._unread.add(TABLE)
        self.context.events.failed.emit(error)

    def _on_today(self) -> None:
        self.context.events.open_day.emit(self.context.gate.today())


def _around(card: QWidget) -> QWidget:
    """A ground for a card that scrolls: the ground of what scrolls is see-through, the card's is not."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    return made
