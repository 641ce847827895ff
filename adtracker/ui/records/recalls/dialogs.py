"""The windows of weeks that were recalled. Loaded when a person wants one of them."""

from __future__ import annotations

from collections.abc import Sequence

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.kinds import Removed
from adtracker.domain.records.recall import Recall
from adtracker.domain.views.rhythm import recall_on
from adtracker.language import tr
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.recalls.form import RecallForm
from adtracker.ui.records.recalls.list import RecallList
from adtracker.ui.records.record_dialogs import RecordDialogs


class RecallDialogs(RecordDialogs[RecallList, RecallForm]):
    """The list of all of them, and the form."""

    def add(self) -> None:
        """Ask about the last seven days, or show what was answered about them today."""
        today = self._context.gate.today()
        recalls = self._context.read(lambda: self._context.journal.standing(Recall))
        if recalls is not None:
            self.show(recall_on(recalls, today) or Recall(today))

    def show(self, record: Removed) -> None:
        """Show one to be changed; one that is not stored yet is new."""
        if not isinstance(record, Recall):
            return
        title = tr("The last 7 days") if record.key is None else tr("7 days as recalled")
        form = RecallForm(record, self._context.today(), self._context.texts)
        dialog = FormDialog(self._parent, title, form, can_delete=record.key is not None)
        form.take_focus()  # or Qt goes to Save, as the first field is made of buttons
        self._open(form, dialog, "recall", record.key)

    def _problems(self, asked: RecallForm) -> Sequence[Problem]:
        return (asked.problem,) if asked.problem is not None else super()._problems(asked)

    def _made_list(self) -> RecallList:
        made = RecallList(self._over, self._context.theme, self._context.texts.measures())
        made.wanted.connect(self.add)
        return made

    def _read(self, shown: RecallList) -> None:
        shown.show_recalls(self._context.journal.standing(Recall))
