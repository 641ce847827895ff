"""Prints the report as it is chosen, without a file of ours; the window stays usable meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.report.typeset import typeset_apart
from adtracker.ui.core.context import Context
from adtracker.ui.kit.paper import ask_for_printer, draw_pages
from adtracker.ui.report.maker import Order, Preview, make_preview

# Fine enough for the smallest letters; a page then takes 15 MB, one at a time.
PRINT_PPI = 200
_SIZES = {"a4": QPageSize.PageSizeId.A4, "us-letter": QPageSize.PageSizeId.Letter}


class ReportPrinter(QObject):
    """`said` carries a sentence and whether all went well."""

    said = Signal(str, bool)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._printer: QPrinter | None = None

    def ask(self, order: Callable[[], Order | None]) -> None:
        """Ask which printer; `order` gives the report when that is known."""
        wanted = order()
        if wanted is not None:
            ask_for_printer(self._page, partial(self.print_on, order), QPageSize(_SIZES[wanted.paper]))

    def print_on(self, order: Callable[[], Order | None], printer: QPrinter) -> None:
        """Print on this one."""
        ordered = order()
        if ordered is None:
            return
        self._printer = printer
        self.said.emit(tr("Printing…"), True)
        task = self._context.tasks.run(partial(make_preview, ordered, PRINT_PPI, typeset_apart))
        task.done.connect(self._on_pages)
        task.failed.connect(self._on_failed)

    def _on_pages(self, made: Preview) -> None:
        pictures = (QImage.fromData(page.png) for page in made.pages)
        if self._printer is not None and draw_pages(self._printer, pictures):
            self.said.emit(tr("✓ Sent to the printer."), True)
        else:
            self.said.emit(tr("The printer did not take it. Please save the PDF and print that."), False)

    def _on_failed(self, error: AdtrackerError) -> None:
        self.said.emit(self._context.texts.error(error), False)
