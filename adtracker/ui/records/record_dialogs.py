"""Opens the windows in which records of some kinds are added, changed, deleted and looked at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.kinds import Record, Removed
from adtracker.domain.scores.definition import Definition
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context
from adtracker.ui.records.deleted_dialogs import DeletedDialogs
from adtracker.ui.records.edit_session import EditSession, fault_of
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.list_opener import open_list
from adtracker.ui.records.record_list import RecordList
from adtracker.ui.words.edit_words import saved_words

_SHARE = 0.8
L = TypeVar("L", bound=RecordList)


class Asked(Protocol):
    """A form that asks about a record."""

    @property
    def record(self) -> Removed | Definition:
        """The record as the form says it."""


A = TypeVar("A", bound=Asked)


class RecordDialogs(QObject, Generic[L, A]):
    """The dialogs over one page; each is shown by `open()`, so the window goes on. None is there until it is wanted.

    `L` is the list of all records, `A` the forms that ask about one.
    """

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.list: L | None = None
        self.form: FormDialog | None = None
        context.events.failed.connect(self._on_failed)
        context.events.changed.connect(self._fill_list)

    @cached_property
    def deleted(self) -> DeletedDialogs:
        """Where deleted ones are brought back, as all else is."""
        return DeletedDialogs(self._context, self._over)

    def _made_list(self) -> L:
        """A list of all records, connected; its common signals are seen to."""
        raise NotImplementedError

    def _read(self, shown: L) -> None:
        """Show in the list what the diary has now. Raises DiaryError."""
        raise NotImplementedError

    def _problems(self, asked: A) -> Sequence[Problem]:
        """What keeps the record of a form from being stored; where the diary cannot be asked, saving says so."""
        try:
            return self._context.journal.wrong_with(asked.record)
        except AdtrackerError:
            return ()

    def _after_saved(self, record: Record) -> None:
        """Say what there is to say about a record that was just stored from a form."""

    def show(self, record: Removed) -> None:
        """Show a record to be changed."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Show all records, to open or add one."""
        self.list = self._made_list()
        self.list.opened.connect(self.show)
        self.list.finished.connect(self._on_list_closed)
        self.deleted.offer_in(self.list)
        open_list(self._context, self.list, self._over, _SHARE)
        self._fill_list()

    @property
    def _parent(self) -> QWidget:
        return self.list or self._over

    def _open(self, asked: A, dialog: FormDialog, kind: str, key: int | str | None) -> None:
        """Open a form about the record of a key, None for a new one; `kind` is what its draft is kept by."""
        self.form = dialog
        session = EditSession(self._context, dialog, (kind, key), lambda: [asked.record], partial(self._fault, asked))
        session.stored.connect(partial(self._on_stored, _day(asked.record)))
        dialog.removed.connect(partial(self._on_removed, asked))
        dialog.finished.connect(self._on_form_closed)
        session.open()

    def _say(self, sentence: str, field: str = "") -> None:
        """Say it in the window that is in front of the others, or on the page; in a form it is about a `field`."""
        if self.form is not None:
            self.form.show_problem(sentence, field)
        elif self.list is not None:
            self.list.show_problem(sentence)
        else:
            self._context.events.hint.emit(sentence)

    def _fault(self, asked: A) -> Fault:
        return fault_of(self._context.texts, self._problems(asked))

    def _fill_list(self) -> None:
        if self.list is None:
            return
        try:
            self._read(self.list)
        except AdtrackerError as error:
            self.list.show_problem(self._context.texts.error(error))

    def _on_stored(self, before: date | None, record: Record) -> None:
        if _day(record) != before:
            self._context.events.hint.emit(saved_words(record))
        self._after_saved(record)

    def _on_refused(self, problem: Problem) -> None:
        self._say(self._context.texts.problem(problem), problem.field)

    def _on_removed(self, asked: A) -> None:
        record = asked.record
        if isinstance(record, Definition):  # a questionnaire is hidden, never removed
            return
        if self._context.writer.remove(record) and self.form is not None:
            self.form.accept()

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.form is None and self.list is not None:
            self.list.show_problem(self._context.texts.error(error))

    def _on_form_closed(self) -> None:
        self.form = None

    def _on_list_closed(self) -> None:
        self.list = None


def _day(record: Record) -> date | None:
    """The one day a record is of; where a form puts it on another, that is said."""
    return getattr(record, "day", None)
