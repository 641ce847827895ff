"""The draft of one open form. Loaded with the first form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from adtracker.domain.common.draft import Content, Draft, form_name, worth_keeping
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.kit.fields.pace import Pace
from adtracker.ui.records.drafted_dialog import DraftedDialog
from adtracker.ui.words.day_words import day_words


class FormDraft(QObject):
    """Fills a form with what was not finished the last time, and keeps what is typed from then on.

    It lives as long as its dialog. What the diary does not take (`is_waiting`) is tried again with the next key. What
    `is_given` goes along as a record, and is no draft.
    """

    def __init__(self, context: Context, dialog: DraftedDialog, about: tuple[str, int | str | None]) -> None:
        super().__init__(dialog)
        self._context, self._journal = context, context.journal
        self._dialog, self._form = dialog, dialog.form
        self._name, self._is_new = form_name(*about), about[1] is None
        self._before = self._form.content
        self._kept: Content = {}
        self.is_waiting = self.is_over = self.is_given = False
        self._pace = Pace(self)
        self._pace.due.connect(self.flush)
        self._pace.paused.connect(self.flush)
        self._take_up()
        self._form.touched.connect(self._on_touched)
        dialog.afresh.connect(self._on_afresh)
        dialog.finished.connect(self._on_finished)

    @property
    def title(self) -> str:
        """What the form is called on the screen."""
        return self._dialog.windowTitle()

    @property
    def typed(self) -> tuple[str, Content] | None:
        """The name of the form and what stands in it, if it asks for a new record and somebody typed there; nothing
        stands there that was given already."""
        wanted = worth_keeping(self._form.content, self._before, is_new=True) if self._is_new else {}
        return (self._name, {} if self.is_given else wanted) if wanted and not self.is_over else None

    def flush(self) -> None:
        """Keep what stands in the form now, in place of what was kept before."""
        if self.is_over or self.is_given:
            return
        wanted = worth_keeping(self._form.content, self._before, is_new=self._is_new)
        if wanted == self._kept and not self.is_waiting:
            return
        try:
            if wanted:
                self._journal.keep_draft(self._name, wanted)
            else:
                self._journal.drop_draft(self._name)
        except AdtrackerError as error:
            if not self.is_waiting:  # said once: it would be said with every key
                self.is_waiting = True
                self._context.events.failed.emit(error)
        else:
            self._kept, self.is_waiting = wanted, False

    def move_to(self, journal: Journal) -> None:
        """Keep it in another copy of the diary from now on."""
        self._journal, self._kept = journal, {}
        if self.is_given:
            self._context.attempt(partial(journal.drop_draft, self._name))
        self.flush()

    def _take_up(self) -> None:
        """Go on where the form was left the last time."""
        draft = self._context.read(partial(self._journal.draft, self._name))
        if draft is None:
            return
        self._form.fill(draft.content)
        self._kept = draft.content
        if worth_keeping(self._form.content, self._before, is_new=self._is_new):
            self._dialog.show_unfinished(self._words(draft))

    def _words(self, draft: Draft) -> str:
        now = self._context.now()
        kept, today = draft.saved_at.astimezone(now.tzinfo).date(), now.date()
        if kept == today:
            return tr("You did not finish this earlier today. It is as you left it.")
        return tr("You did not finish this on {day}. It is as you left it.", day=day_words(kept, today))

    def _on_touched(self) -> None:
        self._pace.touch()

    def _on_afresh(self) -> None:
        self._form.fill(self._before)
        self.flush()

    def _on_finished(self, result: int) -> None:
        """Keep what was left with Esc, drop what was stored, deleted or cancelled."""
        self._pace.stop()
        if result == QDialog.DialogCode.Accepted or self._dialog.is_given_up:
            self._drop()
        else:
            self.flush()
            if self._kept and not self.is_waiting and not self.is_given:
                self._context.events.hint.emit(
                    tr("What you wrote in “{form}” is kept. It is there when you open it again.", form=self.title)
                )
        self.is_over, self.is_waiting = True, False

    def _drop(self) -> None:
        if self._kept:
            self._context.attempt(partial(self._journal.drop_draft, self._name))
