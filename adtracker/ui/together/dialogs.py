"""Opens the window that shows what happened together, and has it worked out.

Loaded when a person wants to see it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.statistics.findings import Findings
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context
from adtracker.ui.together.dialog import TogetherDialog
from adtracker.ui.together.maker import TogetherMaker

_SHARE = 0.9


class TogetherDialogs(QObject):
    """The window over one page; it is worked out anew each time, from the diary as it is then."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.dialog: TogetherDialog | None = None
        self.maker = TogetherMaker(context, self)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_failed)
        self.maker.progressed.connect(self._on_progressed)

    def show(self) -> None:
        """Open the window and begin."""
        texts = self._context.texts
        self.dialog = TogetherDialog(
            self._over, self._context.theme, texts.table("together"), texts.say("disclaimer.short")
        )
        self.dialog.finished.connect(self._on_closed)
        self.dialog.empty.action.clicked.connect(self._on_today)
        self.dialog.resize(self._over.window().size() * _SHARE)
        self.dialog.open()
        self.maker.start()

    def _on_made(self, found: Findings) -> None:
        if self.dialog is not None:
            self.dialog.show_findings(found)

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(self._context.texts.error(error))

    def _on_progressed(self, percent: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(percent)

    def _on_today(self) -> None:
        assert self.dialog is not None, "the button stands in it"
        self.dialog.accept()
        self._context.events.open_day.emit(self._context.gate.today())

    def _on_closed(self) -> None:
        self.maker.stop()
        self.dialog = None
