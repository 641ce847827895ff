"""Today for those who write once a week: the last seven days in place of the day, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.recall import Recall
from adtracker.domain.views.rhythm import answer_of, asking_week
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import button, column
from adtracker.ui.today.question_order import QuestionOrder

if TYPE_CHECKING:
    from adtracker.ui.records.recalls.dialogs import RecallDialogs
    from adtracker.ui.today.weekly_page import WeeklyPage


class WeeklyDay(QWidget):
    """Holds the `parts` of a day. Where the diary is kept once a week, the week has their place until it is answered,
    and on the days that it was answered on; a person goes to and fro as they like.

    Without that rhythm nothing is read, built or shown but the parts.
    """

    def __init__(self, context: Context, parts: QWidget, order: QuestionOrder) -> None:
        """`order` is that of the questions of a day."""
        super().__init__()
        self._context, self._order = context, order
        self._weekly_on: int | None = None
        self._places = QStackedWidget()
        self._places.addWidget(parts)
        self.to_week = button(tr("The last 7 days"))
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.to_week)
        row.addStretch(1)
        self._line.hide()
        rows = column(self, 8)
        rows.addWidget(self._line)
        rows.addWidget(self._places, 1)
        self.to_week.clicked.connect(self._on_week)

    @cached_property
    def week(self) -> WeeklyPage:
        """The questions about the last seven days."""
        from adtracker.ui.today.weekly_page import WeeklyPage  # noqa: PLC0415 -- not for those who write every day

        made = WeeklyPage(self._context)
        made.day_wanted.connect(self._on_day)
        self._places.addWidget(made)
        return made

    @cached_property
    def dialogs(self) -> RecallDialogs:
        """Where a week is answered by those who write every day."""
        from adtracker.ui.records.recalls.dialogs import RecallDialogs  # noqa: PLC0415 -- seldom wanted here

        return RecallDialogs(self._context, self)

    def open_week(self) -> None:
        """Ask about the last seven days, in place of the day or, for those who write every day, over it."""
        if self._weekly_on is None:
            self.dialogs.add()
        else:
            self._on_week()

    @property
    def shows_week(self) -> bool:
        """Whether the week has the place of the day."""
        return self._weekly_on is not None and self._places.currentWidget() is self.week

    def concerns(self, edit: Edit) -> bool:
        """Weeks that were recalled, where they are shown."""
        return self._weekly_on is not None and edit.touches(Recall)

    def show_day(self, entry: DayEntry, today: date, weekly_on: int | None, *, fresh: bool) -> None:
        """Show a day, or the week up to it."""
        is_new, self._weekly_on = fresh or weekly_on != self._weekly_on, weekly_on
        if weekly_on is None:
            self._show_week(False)
            return
        week = asking_week(weekly_on, entry.day)
        recalls = self._context.read(partial(self._context.journal.standing, Recall, week))
        if recalls is None:
            return
        found = answer_of(recalls, week)
        self.week.show_week(found, entry.day, today, week, fresh=is_new)
        if is_new:
            is_asked = entry.day == today and (found is None or entry.is_empty)
            self._show_week(is_asked or (found is not None and found.day == entry.day))

    def take_focus(self) -> None:
        """Put the keyboard where work on what is shown begins."""
        (self.week if self.shows_week else self._order).take_focus()

    def take_digit(self, digit: int) -> None:
        """A digit that nothing had a use for answers the first question that has no answer."""
        (self.week if self.shows_week else self._order).take_digit(digit)

    def flush(self) -> None:
        """Store what was typed about the week and is not stored yet."""
        if self._weekly_on is not None:
            self.week.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """What was said about a week and could not be stored."""
        return self.week.unsaved if self._weekly_on is not None else ()

    def _show_week(self, is_week: bool) -> None:
        self._places.setCurrentIndex(0)
        if is_week:
            self._places.setCurrentWidget(self.week)
        self._line.setVisible(self._weekly_on is not None and not is_week)

    def _on_week(self) -> None:
        self._show_week(True)
        self.take_focus()

    def _on_day(self) -> None:
        self._show_week(False)
        self.take_focus()
