"""Opens the place where lines from a phone are pasted, from anywhere in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from adtracker.ui.shell.page_stack import PageStack


class Pasting(QObject):
    """Listens to its action, and to pages that ask for it."""

    def __init__(self, window: QWidget, pages: PageStack, action: QAction) -> None:
        super().__init__(window)
        self._window, self._pages = window, pages
        action.triggered.connect(self.open)

    def open(self) -> None:
        """Open it over the window, where a diary is open."""
        from adtracker.ui.settings.lines.dialog import LinesDialog  # noqa: PLC0415 -- not for every start

        context = self._pages.context
        if context is not None:
            context.gate.look()
            LinesDialog(self._window, context).open()
