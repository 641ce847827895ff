"""Saves or prints the sheet of words. The words are on no disk before the person has one of the two done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from adtracker.errors import AdtrackerError
from adtracker.exchange.created_file import write_created
from adtracker.language import tr
from adtracker.report.sheets.recovery_sheet import PRINT_PPI, Sheet, sheet_pdf, sheet_picture
from adtracker.report.typeset import typeset_apart
from adtracker.resources import Texts
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.kit.paper import ask_for_printer, draw_pages
from adtracker.ui.kit.save_dialog import save_dialog


class SheetSaver(QObject):
    """`sheet` gives what is to be on the paper when that is known. `said` carries what came of it, and whether it went
    well."""

    said = Signal(str, bool)

    def __init__(self, parent: QWidget, diary: Path, texts: Texts, sheet: Callable[[], Sheet]) -> None:
        super().__init__(parent)
        self._parent = parent
        self._diary = diary
        self._texts = texts
        self._sheet = sheet
        self._printer: QPrinter | None = None
        self._tasks = Tasks()

    def ask_for_pdf(self) -> None:
        """Ask where the PDF goes, and save it there."""
        dialog = save_dialog(self._parent, tr("Save the sheet"), "PDF", tr("24-words") + ".pdf")
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def ask_for_printer(self) -> None:
        """Ask which printer, and print there: without a file of ours."""
        ask_for_printer(self._parent, self.print_on)

    def print_on(self, printer: QPrinter) -> None:
        """Print on this one."""
        self._printer = printer
        self.said.emit(tr("Printing…"), True)
        task = self._tasks.run(partial(_picture, self._sheet(), self._texts))
        task.done.connect(self._on_picture)
        task.failed.connect(self._on_failed)

    def _save(self, name: str) -> None:
        self.said.emit(tr("Saving…"), True)
        task = self._tasks.run(partial(_save_pdf, self._sheet(), self._texts, Path(name), self._diary))
        task.done.connect(self._on_saved)
        task.failed.connect(self._on_failed)

    def _on_saved(self, file: Path) -> None:
        self.said.emit(
            tr("Saved as {file}. Whoever opens this file has your words: print it, then remove it.", file=file), True
        )

    def _on_picture(self, picture: bytes) -> None:
        if self._printer is not None and draw_pages(self._printer, [QImage.fromData(picture)]):
            self.said.emit(tr("Sent to the printer. It may keep what it printed until it is switched off."), True)
        else:
            self.said.emit(tr("The printer did not take it. Please save the sheet, or write the words down."), False)

    def _on_failed(self, error: AdtrackerError) -> None:
        self.said.emit(self._texts.error(error), False)


def _picture(sheet: Sheet, texts: Texts) -> bytes:
    return sheet_picture(sheet, texts, PRINT_PPI, typeset_apart)


def _save_pdf(sheet: Sheet, texts: Texts, file: Path, diary: Path) -> Path:
    return write_created(file, sheet_pdf(sheet, texts, typeset_apart), diary)
