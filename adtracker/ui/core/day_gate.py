"""Asks which diary day it is before anything is recorded: a computer that slept tells nobody that a day has begun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from adtracker.ui.core.events import Events


class DayGate:
    """Knows the diary day that the window shows as today, and asks the clock whether it still is.

    Timers stand still while a computer sleeps, and a window that was active stays so. Hence whoever records something
    asks here first. When the day has turned, `events.day_turning` lets the pages store what is being typed on the day
    it was begun, `events.day_turned` turns them, and `events.day_begun` carries the new day, to be said.
    """

    def __init__(self, clock: Callable[[], date], events: Events) -> None:
        """`clock` gives the diary day by the clock."""
        self._clock = clock
        self._events = events
        self._day = clock()
        self._is_turning = False

    @property
    def day(self) -> date:
        """The day that the window shows as today; while the pages turn still the one that ends."""
        return self._day

    def is_open(self) -> bool:
        """Whether it still is that day. If not, the pages have turned now, and what was meant for the day that has
        ended must not be recorded."""
        if self._is_turning or self._clock() == self._day:
            return True
        self._turn()
        return False

    @contextmanager
    def ending(self) -> Iterator[None]:
        """Store in this block what was begun on the day that the window shows, also when that has ended since."""
        before, self._is_turning = self._is_turning, True
        try:
            yield
        finally:
            self._is_turning = before

    def today(self) -> date:
        """The diary day it is, for what begins now, such as a form; the pages turn first if they have to."""
        self.is_open()
        return self._day

    def _turn(self) -> None:
        with self.ending():
            self._events.day_turning.emit()
        self._day = self._clock()
        self._events.day_turned.emit()
        self._events.day_begun.emit(self._day)
