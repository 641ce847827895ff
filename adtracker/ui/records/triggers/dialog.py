"""Opens the window in which triggers are renamed, hidden and shown again. Loaded when a person wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.trigger import Trigger, check_trigger
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.edit_session import EditSession
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.triggers.trigger_form import TriggerForm

ALL = "all"  # there is one form for all of them, never one for a new one


class TriggerDialog(QObject):
    """The dialog over one page. Each trigger that was changed is a step that can be undone."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.form: TriggerForm | None = None
        self.window: FormDialog | None = None

    def edit(self, triggers: Sequence[Trigger]) -> None:
        """Show triggers to be changed."""
        self.form = form = TriggerForm(triggers)
        self.window = FormDialog(self._over, tr("Triggers"), form)
        self.window.finished.connect(self._on_closed)
        fault = partial(self._fault, form)
        EditSession(self._context, self.window, ("triggers", ALL), lambda: form.changed, fault).open()

    def _fault(self, form: TriggerForm) -> Fault:
        """Why the form cannot be stored, and the key of the trigger at fault."""
        for trigger in form.changed:
            if problems := check_trigger(trigger):
                return self._context.texts.problem(problems[0]), trigger.key
        if form.twice is None:
            return None
        return tr("Two triggers are called “{name}”. Please change one of them.", name=form.twice.name), form.twice.key

    def _on_closed(self) -> None:
        self.form, self.window = None, None
