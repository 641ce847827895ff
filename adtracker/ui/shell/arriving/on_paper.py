"""Opens the place where sheets of paper are printed, from anywhere in the window."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from adtracker.ui.shell.page_stack import PageStack


class OnPaper(QObject):
    """Listens to its action: the report's page prints."""

    def __init__(self, pages: PageStack, action: QAction) -> None:
        super().__init__(pages)
        self._pages = pages
        action.triggered.connect(self._on_action)

    def _on_action(self) -> None:
        context = self._pages.context
        if context is not None:
            context.events.open_page.emit("report/paper")
