"""Stores what is answered in the small window, as Today does, and closes it after the second answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from adtracker.language import tr
from adtracker.ui.shell.quick.window import QuickWindow

if TYPE_CHECKING:  # what days and records are comes after the first paint
    from adtracker.errors import AdtrackerError
    from adtracker.ui.core.context import Context
    from adtracker.ui.today.drafts import DayDrafts

# So that the person sees what they chose, and time for the 0 of a 10.
SEEN_MILLISECONDS, TEN_MILLISECONDS = 600, 1500


class QuickAnswers(QObject):
    """Works for one window. Until there is a diary, answers wait; a few tenths of a second, while it is opened."""

    def __init__(self, window: QuickWindow, day: date) -> None:
        super().__init__(window)
        self._window = window
        self._day = day
        self._waiting: dict[str, Any] = {}
        self._is_warned = False
        self._context: Context | None = None
        self._drafts: DayDrafts | None = None
        self.closing = QTimer(self)
        self.closing.setSingleShot(True)
        self.closing.timeout.connect(window.close)
        window.show_day(day)
        window.answered.connect(self._on_answered)
        window.leaving.connect(self._on_leaving)

    def open(self, context: Context) -> bool:
        """The diary is open now: store what was answered meanwhile. False where the day is written already."""
        from adtracker.ui.today.drafts import DayDrafts  # noqa: PLC0415 -- comes after the first paint

        self._context, self._drafts = context, DayDrafts(context, self)
        context.events.failed.connect(self._on_failed)
        context.events.day_turned.connect(self._on_day_turned)
        if context.gate.today() != self._day:
            self._on_day_turned()
        if not self._waiting and self._is_written(context):
            return False
        self._store()
        return True

    def let_go(self) -> None:
        """Hear no more of the diary: it goes on without this window."""
        self.closing.stop()
        if self._drafts is not None and self._context is not None:
            self._context.events.failed.disconnect(self._on_failed)
            self._context.events.day_turned.disconnect(self._on_day_turned)

    def _is_written(self, context: Context) -> bool:
        from adtracker.queries.written import is_written  # noqa: PLC0415 -- comes after the first paint

        return bool(context.read(lambda: is_written(context.journal, self._day)))

    def _on_answered(self, field: str, value: object) -> None:
        self.closing.stop()
        self._waiting[field] = value
        self._store()

    def _store(self) -> None:
        """Store what waits, if there is a diary and the day is still the one that was asked about."""
        context, drafts = self._context, self._drafts
        if context is None or drafts is None or not context.gate.is_open() or not self._waiting:
            return
        drafts.add(self._day, self._waiting)
        self._waiting = {}
        goes_on = self._window.itch.goes_on or self._window.sleep.goes_on
        with context.writer.going_on(goes_on):
            if drafts.commit(self._day):
                self._on_stored()

    def _on_stored(self) -> None:
        """Close once both are answered; whoever goes on typing is waited for."""
        self._window.say(tr("Saved."))
        itch, sleep = self._window.itch, self._window.sleep
        if itch.value is not None and sleep.value is not None:
            self.closing.start(TEN_MILLISECONDS if sleep.value == 1 else SEEN_MILLISECONDS)

    def _on_leaving(self) -> None:
        """Try once more what could not be stored; whoever closes it again after that leaves without it."""
        self.closing.stop()
        context, drafts = self._context, self._drafts
        if context is None or drafts is None or self._day not in drafts or self._is_warned:
            return
        with context.gate.ending():
            if not drafts.commit(self._day):
                self._is_warned = True
                self._window.stay()

    def _on_failed(self, error: AdtrackerError) -> None:
        context = self._context
        assert context is not None, "it is its diary that failed"
        self._window.say(
            tr("{reason} Close this window again to leave without it.", reason=context.texts.error(error)),
            is_wrong=True,
        )

    def _on_day_turned(self) -> None:
        """What was meant for the day that ended is dropped, and the new day asked about."""
        assert self._context is not None, "it is its clock that turned"
        self.closing.stop()
        self._day, self._waiting = self._context.today(), {}
        self._window.show_day(self._day)
        self._window.take_focus()
