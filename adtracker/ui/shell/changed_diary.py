"""Goes on when another program changed the file of the open diary: with the file as it is now, or with another one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.errors import CHANGED, AdtrackerError
from adtracker.ui.core.handed import Handed
from adtracker.ui.shell.page_stack import PageStack

if TYPE_CHECKING:  # what days and records are comes after the first paint
    from adtracker.ui.core.context import Context
    from adtracker.ui.core.page import Page
    from adtracker.ui.kit.changed_dialog import ChangedDialog

    Go = Callable[[Path, Handed, bool], object]


class ChangedDiary(QObject):
    """Watches one diary. `go` opens a diary at a path in its place and puts edits in, which win or do not."""

    def __init__(self, window: QWidget, pages: PageStack, context: Context, go: Go) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._context = context
        self._go = go
        self._dialog: ChangedDialog | None = None
        self._is_collecting = False
        context.events.failed.connect(self._on_failed)

    def stop(self) -> None:
        """The diary is shown no longer."""
        self._context.events.failed.disconnect(self._on_failed)
        self.deleteLater()

    def _on_failed(self, error: AdtrackerError) -> None:
        if error.key == CHANGED and self._dialog is None and not self._is_collecting:
            self._ask()

    def _ask(self) -> None:
        from adtracker.ui.kit.changed_dialog import ChangedDialog  # noqa: PLC0415 -- hardly ever needed

        dialog = self._dialog = ChangedDialog(self._window, str(self._context.journal.path))
        dialog.join.connect(self._on_join)
        dialog.keep.connect(self._on_keep)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def collected(self) -> Handed:
        """All that was given in this window, also what is still being typed."""
        self._is_collecting = True
        for index in range(self._pages.count()):
            cast("Page", self._pages.widget(index)).flush()
        self._is_collecting = False
        return Handed(self._context.writer.given.edits, self._context.drafts.typed)

    def _on_finished(self) -> None:
        self._dialog = None

    def _on_join(self) -> None:
        self._go(self._context.journal.path, self.collected(), False)

    def _on_keep(self) -> None:
        from adtracker.storage.backups import free_name  # noqa: PLC0415 -- hardly ever needed

        given = self.collected()
        place = free_name(self._context.journal.path, "mine")
        try:
            self._context.journal.copy_to(place)
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return
        self._go(place, given, True)
