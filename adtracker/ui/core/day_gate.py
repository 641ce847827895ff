"""Asks which diary day it is before anything is recorded: a computer that slept tells nobody that a day has begun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer

from adtracker.ui.core.events import Events

# Who stops writing for longer begins something new with the next letter: by the clock, which goes on while a computer
# sleeps, or while the program runs, where the clock was set.
PAUSE = timedelta(minutes=1)
FLOW_MILLISECONDS = 2000


class DayGate:
    """Knows the diary day that the window shows as today, and asks the clock whether it still is.

    Timers stand still while a computer sleeps, and a window that was active stays so. Hence whoever records something
    asks here first. When the day has turned, `events.day_turning` lets the pages store what is being typed on the day
    it was begun, `events.day_turned` turns them, and `events.day_begun` carries the new day, to be said.
    """

    def __init__(self, clock: Callable[[], date], now: Callable[[], datetime], events: Events) -> None:
        """`clock` gives the diary day by the clock, `now` the time with its zone."""
        self._clock = clock
        self._now = now
        self._events = events
        self._day = clock()
        self._is_turning = False
        self._typed_at: datetime | None = None
        self.went_back = False  # whether the day that began last lies before the one that ended: the clock was put back
        self._flow = QTimer(singleShot=True, interval=FLOW_MILLISECONDS)

    @property
    def day(self) -> date:
        """The day that the window shows as today; while the pages turn still the one that ends."""
        return self._day

    def look(self) -> None:
        """Turn the pages if another day has begun."""
        self._is_same(is_refused=False)

    def today(self) -> date:
        """The diary day it is, for what begins now, such as a form; the pages turn first if they have to."""
        self.look()
        return self._day

    def is_open(self) -> bool:
        """Whether something may be recorded that was asked for just now.

        If another day has begun, the pages have turned, and what was meant for the day that ended is to be dropped.
        """
        return self._is_same(is_refused=True)

    @contextmanager
    def ending(self) -> Iterator[None]:
        """Store in this block what was typed: it was begun on the day that the window shows, even if that has ended.

        No page turns in it either, for what ends a text is mostly the next thing that a person presses.
        """
        before, self._is_turning = self._is_turning, True
        try:
            yield
        finally:
            self._is_turning = before

    def may_type(self) -> bool:
        """Whether a letter may come into a text. One that is in full flow goes on, and stays on its day."""
        may = self.is_typing or self.is_open()
        if may:
            self._typed_at = self._now()
            self._flow.start()
        return may

    @property
    def is_typing(self) -> bool:
        """Whether somebody is in the middle of a text."""
        if self._flow.isActive():
            return True
        return self._typed_at is not None and timedelta() <= self._now() - self._typed_at < PAUSE

    def _is_same(self, *, is_refused: bool) -> bool:
        if self._is_turning or self._clock() == self._day:
            return True
        with self.ending():
            self._events.day_turning.emit()
        self._flow.stop()
        ended, self._day, self._typed_at = self._day, self._clock(), None
        self.went_back = self._day < ended
        self._events.day_turned.emit()
        self._events.day_begun.emit(self._day, is_refused)
        return False
