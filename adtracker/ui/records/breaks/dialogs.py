"""The windows of breaks. Loaded when a person wants one of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import EVER, ONE_DAY
from adtracker.domain.edits.kinds import Removed
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.views.event import Surroundings, events
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.breaks.form import BreakForm
from adtracker.ui.records.breaks.list import BreakList
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.record_dialogs import RecordDialogs


class BreakDialogs(RecordDialogs[BreakList, BreakForm]):
    """All breaks in a list, each in a form."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(context, over)
        self._names = context.texts.events()

    def add(self) -> None:
        """Ask about a new break, of yesterday until other days are given: today can still be written."""
        yesterday = self._context.gate.today() - ONE_DAY
        self.show(DiaryBreak(yesterday, yesterday, BreakReason.HOLIDAY))

    def show(self, record: Removed) -> None:
        """Show a break to be changed; one that is not stored yet is new."""
        if isinstance(record, DiaryBreak):
            is_new = record.key is None
            form = BreakForm(record, self._context.today(), self._names)
            title = tr("Add a break") if is_new else tr("Break")
            self._open(form, FormDialog(self._parent, title, form, can_delete=not is_new), "break", record.key)

    def _made_list(self) -> BreakList:
        made = BreakList(self._over, self._context.theme, self._names)
        made.break_wanted.connect(self._on_add)
        return made

    def _read(self, shown: BreakList) -> None:
        shown.show_breaks(events(Surroundings(breaks=self._context.journal.breaks()), EVER))

    def _on_add(self) -> None:
        self.add()
