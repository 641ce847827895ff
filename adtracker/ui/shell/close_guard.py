"""Lets nobody leave a diary unasked while something they wrote is not in it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from adtracker.errors import AdtrackerError
from adtracker.resources import Texts
from adtracker.ui.shell.page_stack import PageStack

if TYPE_CHECKING:
    from adtracker.ui.core.page import Page
    from adtracker.ui.shell.unsaved_dialog import UnsavedDialog

_log = logging.getLogger(__name__)


class Session(Protocol):
    """What the desktop lets a program do when the session ends; QSessionManager is one."""

    def allowsInteraction(self) -> bool:
        """Whether the person may be asked something."""

    def cancel(self) -> None:
        """Let the session go on."""


class CloseGuard(QObject):
    """Watches over the pages of one window. `asked` says that it asks the person, who should see that."""

    asked = Signal()

    def __init__(self, window: QWidget, pages: PageStack, texts: Texts) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._texts = texts
        self._unsaved: list[str] = []
        self._why = ""
        self._may_lose = False
        self._then: Callable[[], object] | None = None
        self._dialog: UnsavedDialog | None = None

    def is_free(self) -> bool:
        """Save what waits to be; whether nothing is left that would be lost, or the person lets go of it."""
        return self._may_lose or self._save()

    def leave(self, then: Callable[[], object]) -> None:
        """Do `then` if nothing is lost by it, else ask first."""
        if self.is_free():
            then()
        else:
            self.ask(then)

    def ask(self, then: Callable[[], object]) -> None:
        """Ask what to do with what `is_free` could not save; `then` follows once it is, or if it may be lost."""
        self._then = then
        if self._dialog is None:
            self._dialog = self._make_dialog()
        self._dialog.show_unsaved(self._unsaved, self._why)
        self.asked.emit()
        self._dialog.open()

    def end_session(self, session: Session) -> None:
        """The computer is about to be shut down, or the person to be logged out: hold that up rather than lose
        something, where it can be held up."""
        if not self.is_free() and session.allowsInteraction():
            session.cancel()
            self.ask(self._window.close)

    def end(self) -> None:
        """The program is told to end, by whom no answer is waited for: store what can be stored, and close."""
        if not self._save():
            _log.warning("something that could not be stored was left behind: the program was told to end")
        self._may_lose = True
        self._window.close()

    def _make_dialog(self) -> UnsavedDialog:
        from adtracker.ui.shell.unsaved_dialog import UnsavedDialog  # noqa: PLC0415 -- hardly ever needed

        dialog = UnsavedDialog(self._window)
        dialog.again.connect(self._on_again)
        dialog.finished.connect(self._on_finished)
        return dialog

    def _save(self) -> bool:
        """Whether everything is saved now."""
        context = self._pages.context
        if context is None:
            return True
        pages = [cast("Page", self._pages.widget(index)) for index in range(self._pages.count())]
        self._why = ""
        context.events.failed.connect(self._on_failed)
        try:
            context.tasks.settle()
            context.drafts.flush()
            for page in pages:
                page.flush()
        finally:
            context.events.failed.disconnect(self._on_failed)
        self._unsaved = [*context.drafts.unsaved, *(words for page in pages for words in page.unsaved)]
        return not self._unsaved

    def _on_failed(self, error: AdtrackerError) -> None:
        self._why = self._texts.error(error)

    def _on_again(self) -> None:
        assert self._dialog is not None, "it is the dialog that asks for another try"
        if self._save():
            self._dialog.accept()
        else:
            self._dialog.show_unsaved(self._unsaved, self._why)

    def _on_finished(self, result: int) -> None:
        then, self._then, self._dialog = self._then, None, None
        if result != QDialog.DialogCode.Accepted or then is None:
            return
        self._may_lose = True
        try:
            then()
        finally:
            self._may_lose = False
