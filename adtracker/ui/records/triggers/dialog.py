"""Opens the window in which triggers are renamed, hidden and shown again. Loaded when a person wants it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.trigger import Trigger, check_trigger
from adtracker.errors import AdtrackerError
from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.form_draft import watch
from adtracker.ui.records.triggers.form import TriggerForm

ALL = "all"  # there is one form for all of them, never one for a new one


class TriggerDialog(QObject):
    """The dialog over one page. Each trigger that was changed is a step that can be undone."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.form: TriggerForm | None = None
        self.window: FormDialog | None = None
        context.events.failed.connect(self._on_failed)

    def edit(self, triggers: Sequence[Trigger]) -> None:
        """Show triggers to be changed."""
        self._given = triggers
        self.form = TriggerForm(triggers)
        self.window = FormDialog(self._over, self.tr("Triggers"), self.form, check=self._fault)
        watch(self._context, self.window, "triggers", ALL)
        self.window.wanted.connect(self._on_wanted)
        self.window.finished.connect(self._on_closed)
        self.window.open()

    def _on_wanted(self) -> None:
        assert self.form is not None, "a form that is wanted is open"
        assert self.window is not None, "in its window"
        if (fault := self._fault()) is not None:
            self.window.show_problem(*fault)
        elif all(map(self._context.writer.save, self._changed(self.form))):
            self.window.accept()

    def _changed(self, form: TriggerForm) -> Sequence[Trigger]:
        return [now for now, was in zip(form.triggers, self._given, strict=True) if now != was]

    def _fault(self) -> Fault:
        """Why the form cannot be stored, and the key of the trigger at fault."""
        form = self.form
        assert form is not None, "a form that is checked is open"
        for trigger in self._changed(form):
            if problems := check_trigger(trigger):
                return self._context.texts.problem(problems[0]), trigger.key
        if form.twice is None:
            return None
        words = self.tr("Two triggers are called “{}”. Please change one of them.")
        return words.format(form.twice.name), form.twice.key

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.window is not None:
            self.window.show_problem(self._context.texts.error(error))

    def _on_closed(self) -> None:
        self.form, self.window = None, None
