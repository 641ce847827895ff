"""Opens "Recently deleted": all kinds of records in one place. Loaded when a person wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.clinic_score import ClinicScore
from adtracker.domain.edits import Removed
from adtracker.domain.filled_form import FilledForm
from adtracker.domain.photo import Photo
from adtracker.domain.removal import is_over
from adtracker.errors import AdtrackerError
from adtracker.ui.context import Context
from adtracker.ui.widgets.edit_words import restored_words
from adtracker.ui.widgets.removed_dialog import RemovedDialog

_SHARE = 0.7


class RemovedDialogs(QObject):
    """The dialog over one page; what comes back by it can be undone like any other change."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.dialog: RemovedDialog | None = None
        context.events.failed.connect(self._on_failed)

    def show(self) -> None:
        """Show what was deleted in the last 30 days."""
        self.dialog = RemovedDialog(self._over, self._context.texts.table("body")["regions"])
        self.dialog.restored.connect(self._on_restored)
        self.dialog.finished.connect(self._on_closed)
        self._fill(self.dialog)
        self.dialog.resize(self._over.window().size() * _SHARE)
        self.dialog.open()

    def _fill(self, dialog: RemovedDialog) -> None:
        journal, today = self._context.journal, self._context.today()
        try:
            records = [record for record in journal.removed() if not is_over(record, today)]
            titles = self._titles(records)
        except AdtrackerError as error:
            dialog.show_problem(self._context.texts.error(error))
            return
        photos = [record for record in records if isinstance(record, Photo)]
        try:
            dialog.show_records(records, journal.thumbnails(photos), titles)
        except AdtrackerError as error:  # the photos' own file failed; all else can be brought back
            dialog.show_records(records, {}, titles)
            dialog.show_problem(self._context.texts.error(error))

    def _titles(self, records: Sequence[Removed]) -> Mapping[str, str]:
        """What scales and forms are called, where any of these records names one. Raises DiaryError."""
        if not any(isinstance(record, ClinicScore | FilledForm) for record in records):
            return {}
        from adtracker.ui.score_reader import read_titles  # noqa: PLC0415 -- not where there are no scores

        return read_titles(self._context.journal)

    def _on_restored(self, record: Removed) -> None:
        if self._context.writer.restore(record) and self.dialog is not None:
            self._fill(self.dialog)
            self.dialog.show_restored(restored_words(record))

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(self._context.texts.error(error))

    def _on_closed(self) -> None:
        self.dialog = None
