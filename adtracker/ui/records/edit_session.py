"""What is done with a form in its window, whatever it asks: its draft, what is wrong, storing it, closing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.kinds import Record
from adtracker.errors import AdtrackerError
from adtracker.resources import Texts
from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.form_draft import FormDraft


class EditSession(QObject):
    """One form from opening to closing; it lives as long as its dialog, and is shown by `open`.

    `stored` carries each record that was stored, once the window has closed. Where a fault, the diary or its file keeps
    the form from being stored, the window stays and says why.
    """

    stored = Signal(object)

    def __init__(
        self,
        context: Context,
        dialog: FormDialog,
        about: tuple[str, int | str | None],
        records: Callable[[], Sequence[Record] | None],
        fault: Callable[[], Fault] = lambda: None,
    ) -> None:
        """`about` is what the form asks and the key of the record that it is about, None for a new one: by these its
        draft is kept. `records` are what it says, each a step that can be undone; None where that cannot be told."""
        super().__init__(dialog)
        self._context, self._dialog = context, dialog
        self._records, self._fault = records, fault
        self._refused: Sequence[Record] = ()
        dialog.check = fault
        dialog.wanted.connect(self._on_wanted)
        dialog.finished.connect(self._on_finished)
        context.events.failed.connect(self._on_failed)
        self._draft = FormDraft(context, dialog, about)
        context.drafts.add(self._draft, dialog)
        dialog.form.touched.connect(self._withdraw)

    def open(self) -> None:
        """Show the form, as it was left the last time; the window below goes on."""
        self._dialog.open()

    def _on_wanted(self) -> None:
        if (fault := self._fault()) is not None:
            self._dialog.show_problem(*fault)
            return
        records = self._records()
        if records is None:
            return
        self._withdraw()
        if all(map(self._context.writer.save, records)):
            self._dialog.accept()
            for record in records:
                self.stored.emit(record)
        else:
            self._refused = records
            self._draft.is_given = self._context.writer.given.holds(records)

    def _withdraw(self) -> None:
        """What a file that cannot be written to did not take goes along to another one as a record as long as the form
        says just that, else as a draft; never as both, and as one record however often it was tried."""
        self._context.writer.given.withdraw(self._refused)
        self._refused, self._draft.is_given = (), False

    def _on_failed(self, error: AdtrackerError) -> None:
        self._dialog.show_problem(self._context.texts.error(error))

    def _on_finished(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted or self._dialog.is_given_up:
            self._withdraw()
        self._context.events.failed.disconnect(self._on_failed)


def fault_of(texts: Texts, problems: Sequence[Problem]) -> Fault:
    """Problems in words, each once, with the field that the first is about; None where there are none."""
    sentences = dict.fromkeys(map(texts.problem, problems))
    return (" ".join(sentences), problems[0].field) if problems else None
