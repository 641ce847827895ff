"""Reads all days of a diary a year at a time, so that the window answers between: a diary can be twenty years long."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.views.day_list import ListedDay, listed
from adtracker.errors import AdtrackerError

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal

STEP_DAYS = 366


class DayReader(QObject):
    """Works on the window's thread, in pieces: read as one task, a long diary would hold up every write for its time.

    `begun` carries the days of the newest piece, read at once; `done` all days, newest first; `failed` an
    AdtrackerError, after which neither comes.
    """

    begun = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._ahead: Iterator[Period] = iter(())
        self._rows: list[ListedDay] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    @property
    def is_reading(self) -> bool:
        """Whether older days are still to come."""
        return self._timer.isActive()

    def read(self, span: Period) -> None:
        """Read the days of a span, from the newest on; what was being read is forgotten."""
        self._ahead, self._rows = _pieces(span), []
        self._timer.start()
        self._step()
        if self.is_reading:
            self.begun.emit(tuple(self._rows))

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()

    def _step(self) -> None:
        piece = next(self._ahead, None)
        if piece is None:
            self._timer.stop()
            self.done.emit(tuple(self._rows))
            return
        try:
            self._rows += listed(self._journal.entries(piece))
        except AdtrackerError as error:
            self._timer.stop()
            self.failed.emit(error)


def _pieces(span: Period) -> Iterator[Period]:
    """The pieces of a span, newest first."""
    last = span.last
    while last >= span.first:
        first = max(span.first, Period.ending(last, STEP_DAYS).first)
        yield Period(first, last)
        last = first - ONE_DAY
