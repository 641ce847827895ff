"""The windows of visits and side effects. Loaded when a person wants one of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import EVER
from adtracker.domain.edits.kinds import Removed
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.views.event import Surroundings, events
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.record_dialogs import RecordDialogs
from adtracker.ui.records.visits.list import HappeningList
from adtracker.ui.records.visits.side_effect_form import SideEffectForm
from adtracker.ui.records.visits.visit_form import VisitForm


class HappeningDialogs(RecordDialogs[HappeningList, VisitForm | SideEffectForm]):
    """Visits and side effects stand in one list, each has a form of its own."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(context, over)
        self._names = context.texts.events()

    def add_visit(self, day: date | None = None) -> None:
        """Ask about a new visit, of today if no day is given."""
        self.show(Visit(day or self._context.gate.today()))

    def add_side_effect(self, day: date | None = None) -> None:
        """Ask about a new side effect that began on a day, today if none is given."""
        self.show(SideEffect("", day or self._context.gate.today()))

    def show(self, record: Removed) -> None:
        """Show a visit or side effect to be changed; one that is not stored yet is new."""
        is_new = record.key is None
        if isinstance(record, Visit):
            title = tr("Add a visit") if is_new else tr("Visit")
            self._ask(title, VisitForm(record), "visit", record.key)
        elif isinstance(record, SideEffect):
            title = tr("Add a side effect") if is_new else tr("Side effect")
            form = SideEffectForm(record, self._context.today(), self._names)
            self._ask(title, form, "side_effect", record.key)

    def _ask(self, title: str, form: VisitForm | SideEffectForm, kind: str, key: int | None) -> None:
        form.refused.connect(self._on_refused)
        dialog = FormDialog(self._parent, title, form, can_delete=key is not None)
        self._open(form, dialog, kind, key)

    def _made_list(self) -> HappeningList:
        made = HappeningList(self._over, self._context.theme, self._names)
        made.visit_wanted.connect(self._on_visit)
        made.side_effect_wanted.connect(self._on_side_effect)
        return made

    def _read(self, shown: HappeningList) -> None:
        journal = self._context.journal
        shown.show_happenings(events(Surroundings(journal.visits(), journal.side_effects()), EVER))

    def _on_visit(self) -> None:
        self.add_visit()

    def _on_side_effect(self) -> None:
        self.add_side_effect()
