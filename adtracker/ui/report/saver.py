"""Saves the report, or the diary's data, where the person says; the window stays usable meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from adtracker.errors import AdtrackerError
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.formats import ENDINGS
from adtracker.language import tr
from adtracker.queries.sheet import sheets_wanted
from adtracker.ui.core.context import Context
from adtracker.ui.kit.save_dialog import save_dialog
from adtracker.ui.report.maker import Order, save_document, save_export, save_paper, save_start_sheet
from adtracker.ui.words.place_words import place_words

if TYPE_CHECKING:  # few make one
    from adtracker.domain.sheet.planning import SheetWish
    from adtracker.report.sheets.start_sheet import StartSheet


class ReportSaver(QObject):
    """Asks for a place, and has the file made. `said` carries a sentence and whether all went well; `saved` comes after
    it for a report that can be opened.

    The next dialog begins in the folder of the last one.
    """

    said = Signal(str, bool)
    saved = Signal()
    taken = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._folder: Path | None = None
        self._saved: Path | None = None

    def ask_for_pdf(self, order: Callable[[], Order | None]) -> None:
        """Ask where the PDF goes; `order` gives the report when that is known."""
        self._ask(tr("Save PDF"), "PDF", f"{self._diary_name()}.pdf", partial(self._save_pdf, order))

    def ask_for_sheet(self, sheet: StartSheet) -> None:
        """Ask where a start sheet goes; `taken` comes once a place was chosen."""
        name = tr("start-sheet")
        self._ask(tr("Save the start sheet"), "PDF", f"{name}.pdf", partial(self._save_sheet, sheet))

    def ask_for_paper(self, wish: SheetWish) -> None:
        """Ask where a sheet to be filled in by hand goes; `taken` comes once a place was chosen."""
        name = tr("skin-diary-on-paper")
        self._ask(tr("Save the sheet"), "PDF", f"{name}.pdf", partial(self._save_paper, wish))

    def ask_for_export(self, form: str) -> None:
        """Ask where the data go, in a format of `exchange.export`."""
        name = f"{self._diary_name()}.{ENDINGS[form]}"
        self._ask(tr("Export data"), form.upper(), name, partial(self._save_export, form))

    def _diary_name(self) -> str:
        """No name and no treatment in it: the file may lie where others see it."""
        return tr("skin-diary-{isoformat}", isoformat=self._context.gate.today().isoformat())

    def _ask(self, title: str, kind: str, name: str, save: Callable[[str], None]) -> None:
        dialog = save_dialog(self._page, title, kind, name, self._folder)
        dialog.fileSelected.connect(save)
        dialog.open()

    def _save_pdf(self, order: Callable[[], Order | None], name: str) -> None:
        ordered = order()
        if ordered is not None:
            self._run(Path(name), partial(save_document, ordered, Path(name), self._context.journal.path))

    def _save_sheet(self, sheet: StartSheet, name: str) -> None:
        self.taken.emit()
        context = self._context
        self._run(Path(name), partial(save_start_sheet, sheet, context.texts, Path(name), context.journal.path))

    def _save_paper(self, wish: SheetWish, name: str) -> None:
        self.taken.emit()
        context = self._context
        try:
            found = sheets_wanted(context.journal, wish)
        except AdtrackerError as error:
            self._on_failed(error)
            return
        printed = partial(save_paper, found, context.gate.today(), context.texts, Path(name), context.journal.path)
        self._run(Path(name), printed)

    def _save_export(self, form: str, name: str) -> None:
        journal = self._context.journal
        try:
            contents = read_snapshot(journal, with_pictures=True)
        except AdtrackerError as error:
            self._on_failed(error)
            return
        self._run(Path(name), partial(save_export, contents, form, Path(name), journal.path, self._context.now()))

    def _run(self, file: Path, work: Callable[[], Path]) -> None:
        self._folder = file.parent
        self.said.emit(tr("Saving…"), True)
        task = self._context.tasks.run(work)
        task.done.connect(self._on_saved)
        task.failed.connect(self._on_failed)

    def _on_saved(self, file: Path) -> None:
        place = place_words(file)
        self.said.emit(tr("✓ Saved as {place}", place=place), True)
        self._saved = file
        if file.suffix.casefold() == ".pdf":
            self.saved.emit()

    def open(self) -> None:
        """Show the report that was saved last in the program that the person has for PDFs."""
        if self._saved is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved))):
            self.said.emit(tr("No program was found that opens it. It is saved all the same."), False)

    def _on_failed(self, error: AdtrackerError) -> None:
        self.said.emit(self._context.texts.error(error), False)
