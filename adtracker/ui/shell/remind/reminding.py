"""Reminds of a day that is not written yet, once, at the person's own time: one timer, armed for the next moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from adtracker.domain.common.period import diary_day
from adtracker.domain.views.reminder import LATER, Reminded, next_reminder
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.queries.written import is_written
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.reminder_rule import reminder_rule
from adtracker.ui.shell.lock.locked_page import LockedPage
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.remind.notice import Notice

# A timer stands still while the computer sleeps and knows nothing of a clock that is set: it looks again by then.
LONGEST_WAIT = timedelta(hours=1)


class Reminding(QObject):
    """Watches over one window. It looks again each time the window looks at the clock, so it misses nothing for long.

    Whether the day is written is read when its moment has come. A diary that is locked cannot be asked: of that it is
    enough that its file was changed on this day.
    """

    def __init__(
        self, window: MainWindow, preferences: Preferences, now: Callable[[], datetime], notice: Notice | None = None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._now = now
        self._written: date | None = None
        self._later: datetime | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.look)
        self.notice = notice or Notice(self)
        self.notice.missing.connect(self._on_missing)
        self.notice.opened.connect(self._on_opened)
        self.notice.put_off.connect(self._on_put_off)
        window.looked_at_clock.connect(self.look)
        preferences.changed.connect(self.look)

    def look(self) -> None:
        """Remind, if it is time, and arm the timer for the next time."""
        self.timer.stop()
        rule = reminder_rule(self._preferences.value)
        if rule is None or not self._has_diary():
            return
        now = self._now()
        here = now.replace(tzinfo=None)
        moment = next_reminder(here, rule, self._known())
        if moment == here:
            self._remind_of(diary_day(here, rule.day_start), now)
            moment = next_reminder(here, rule, self._known())
        if moment is not None:
            self.timer.start(min(moment - here, LONGEST_WAIT) // timedelta(milliseconds=1))

    def _known(self) -> Reminded:
        shown = None
        with suppress(ValueError):
            shown = date.fromisoformat(self._preferences.value.reminded_on)
        return Reminded(self._written, shown, self._later)

    def _remind_of(self, day: date, now: datetime) -> None:
        self._later = None
        if self._is_written(day, now):
            self._written = day
            return
        self._preferences.changed.disconnect(self.look)  # this is not news
        self._preferences.change(reminded_on=day.isoformat())
        self._preferences.changed.connect(self.look)
        self.notice.show()

    def _has_diary(self) -> bool:
        """Whether a diary is open or locked; one that is still to be begun, or damaged, is not to be written."""
        return self._window.pages.context is not None or self._locked() is not None

    def _locked(self) -> Path | None:
        page = self._window.pages.currentWidget()
        return page.place if isinstance(page, LockedPage) else None

    def _is_written(self, day: date, now: datetime) -> bool:
        """Whether nothing more is asked on the day; of a diary that cannot be read, nobody is reminded, and whoever
        writes once a week is on the weekday of their own."""
        context, locked = self._window.pages.context, self._locked()
        try:
            if context is not None:
                weekly_on = context.journal.profile().weekly_on
                is_asked = weekly_on in (None, day.isoweekday())
                return not is_asked or is_written(context.journal, day)
            assert locked is not None, "it was asked before whether there is one"
            changed = datetime.fromtimestamp(locked.stat().st_mtime, now.tzinfo).replace(tzinfo=None)
        except (AdtrackerError, OSError):
            return True
        return diary_day(changed, self._preferences.value.day_starts_at) >= day

    def _on_missing(self) -> None:
        """Say it in the window, which may be locked, and have the desktop mark it where others are listed."""
        self._window.messages.error(tr("You wanted to be reminded of your diary at this time."))
        QApplication.alert(self._window)

    def _on_opened(self) -> None:
        self._window.come_forward()
        self._window.commands.today.trigger()

    def _on_put_off(self) -> None:
        self._later = self._now().replace(tzinfo=None) + LATER
        self.look()
