"""Opens "Recently deleted": all kinds of records in one place. Loaded when a person wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.edits.kinds import Removed
from adtracker.domain.records.photo import Photo
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.response import Response
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context
from adtracker.ui.records.deleted_dialog import DeletedDialog
from adtracker.ui.records.list_dialog import ListDialog
from adtracker.ui.records.list_opener import open_list

_SHARE = 0.7


class DeletedDialogs(QObject):
    """The dialog over one page; what comes back by it can be undone like any other change."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.dialog: DeletedDialog | None = None
        self._list: ListDialog | None = None
        context.events.failed.connect(self._on_failed)
        context.events.changed.connect(self._on_changed)

    def show(self) -> None:
        """Show what was deleted and can be brought back."""
        self.dialog = DeletedDialog(self._over, self._context.texts.table("body")["regions"])
        self.dialog.restored.connect(self._on_restored)
        self.dialog.finished.connect(self._on_closed)
        self._fill(self.dialog)
        open_list(self._context, self.dialog, self._over, _SHARE)

    def offer_in(self, shown: ListDialog) -> None:
        """Have a list that is about to be shown lead here, as long as something can be brought back."""
        self._list = shown
        shown.removed_wanted.connect(self.show)
        shown.finished.connect(self._on_list_closed)
        self._offer(shown)

    def _offer(self, shown: ListDialog) -> None:
        try:
            shown.offer_removed(any_removed=bool(self._context.journal.removed()))
        except AdtrackerError as error:
            shown.say(self._context.texts.error(error), "caution")

    def _fill(self, dialog: DeletedDialog) -> None:
        journal = self._context.journal
        try:
            records, usage = journal.removed(), journal.usage()
            titles = self._titles(records)
        except AdtrackerError as error:
            dialog.show_problem(self._context.texts.error(error))
            return
        photos = [record for record in records if isinstance(record, Photo)]
        try:
            dialog.show_records(records, usage, journal.thumbnails(photos), titles)
        except AdtrackerError as error:  # the photos' own file failed; all else can be brought back
            dialog.show_records(records, usage, {}, titles)
            dialog.show_problem(self._context.texts.error(error))

    def _titles(self, records: Sequence[Removed]) -> Mapping[str, str]:
        """What scales and forms are called, where any of these records names one. Raises DiaryError."""
        if not any(isinstance(record, ClinicScore | Response) for record in records):
            return {}
        from adtracker.queries.surroundings import read_titles  # noqa: PLC0415 -- not where there are no scores

        return read_titles(self._context.journal)

    def _on_restored(self, record: Removed) -> None:
        self._context.writer.restore(record)

    def _on_changed(self) -> None:
        if self.dialog is not None:
            self._fill(self.dialog)
        if self._list is not None:
            self._offer(self._list)

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(self._context.texts.error(error))

    def _on_closed(self) -> None:
        self.dialog = None

    def _on_list_closed(self) -> None:
        self._list = None
