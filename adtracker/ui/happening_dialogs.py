"""Opens the windows in which visits and side effects are added, changed, deleted and looked at.

Loaded when a person wants one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.happening import Surroundings, happenings
from adtracker.domain.period import EARLIEST_DAY, LATEST_DAY, Period
from adtracker.domain.problem import Problem
from adtracker.domain.side_effect import SideEffect, check_side_effect
from adtracker.domain.visit import Visit, check_visit
from adtracker.errors import AdtrackerError
from adtracker.ui.context import Context
from adtracker.ui.removed_dialogs import RemovedDialogs
from adtracker.ui.widgets.form_dialog import FormDialog
from adtracker.ui.widgets.happening_list import HappeningList
from adtracker.ui.widgets.side_effect_form import SideEffectForm
from adtracker.ui.widgets.visit_form import VisitForm

EVER = Period(EARLIEST_DAY, LATEST_DAY)
_SHARE = 0.8


class HappeningDialogs(QObject):
    """The dialogs over one page; each is shown by `open()`, so the window goes on. None is there until it is wanted."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._names = context.texts.table("happening")
        self._asked: VisitForm | SideEffectForm | None = None
        self.list: HappeningList | None = None
        self.form: FormDialog | None = None
        context.events.failed.connect(self._on_failed)
        context.events.changed.connect(self._fill_list)

    @cached_property
    def deleted(self) -> RemovedDialogs:
        """Where deleted ones are brought back, as all else is."""
        return RemovedDialogs(self._context, self._over)

    def add_visit(self, day: date | None = None) -> None:
        """Ask about a new visit, of today if no day is given."""
        self.show(Visit(day or self._context.today()))

    def add_side_effect(self, day: date | None = None) -> None:
        """Ask about a new side effect that began on a day, today if none is given."""
        self.show(SideEffect("", day or self._context.today()))

    def show(self, record: Visit | SideEffect) -> None:
        """Show a visit or side effect to be changed; one that is not stored yet is new."""
        is_new = record.key is None
        if isinstance(record, Visit):
            title = self.tr("Add a visit") if is_new else self.tr("Visit")
            self._ask(title, VisitForm(record), is_new=is_new)
        else:
            title = self.tr("Add a side effect") if is_new else self.tr("Side effect")
            self._ask(title, SideEffectForm(record, self._context.today(), self._names), is_new=is_new)

    def show_all(self) -> None:
        """Show all of them, to open or add one."""
        self.list = HappeningList(self._over, self._context.theme, self._names)
        self.list.opened.connect(self.show)
        self.list.visit_wanted.connect(self._on_visit)
        self.list.side_effect_wanted.connect(self._on_side_effect)
        self.list.removed_wanted.connect(self._on_removed_wanted)
        self.list.finished.connect(self._on_list_closed)
        self.list.resize(self._over.window().size() * _SHARE)
        self.list.open()
        self._fill_list()

    def _ask(self, title: str, form: VisitForm | SideEffectForm, *, is_new: bool) -> None:
        self._asked = form
        self.form = FormDialog(self.list or self._over, title, form, can_delete=not is_new)
        form.refused.connect(self._on_refused)
        self.form.wanted.connect(self._on_wanted)
        self.form.removed.connect(self._on_removed)
        self.form.finished.connect(self._on_form_closed)
        self.form.open()

    def _on_wanted(self) -> None:
        assert self._asked is not None, "a form that is wanted is open"
        record = self._asked.record
        if problems := self._problems(record):
            self._tell(problems)
        elif self._context.writer.save(record):
            self._close_form()

    def _problems(self, record: Visit | SideEffect) -> Sequence[Problem]:
        if isinstance(record, Visit):
            return check_visit(record)
        return check_side_effect(record, self._context.today())

    def _tell(self, problems: Sequence[Problem]) -> None:
        if self.form is not None:
            self.form.show_problem(" ".join(map(self._context.texts.problem, problems)))

    def _on_refused(self, problem: Problem) -> None:
        self._tell([problem])

    def _on_removed(self) -> None:
        if self._asked is not None and self._context.writer.remove(self._asked.record):
            self._close_form()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.accept()

    def _fill_list(self) -> None:
        if self.list is None:
            return
        journal = self._context.journal
        try:
            around = Surroundings(journal.visits(), journal.side_effects())
        except AdtrackerError as error:
            self.list.show_problem(self._context.texts.error(error))
            return
        self.list.show_happenings(happenings(around, EVER))

    def _on_failed(self, error: AdtrackerError) -> None:
        """Say it in the window that is in front of the others."""
        front = self.form or self.list
        if front is not None:
            front.show_problem(self._context.texts.error(error))

    def _on_visit(self) -> None:
        self.add_visit()

    def _on_side_effect(self) -> None:
        self.add_side_effect()

    def _on_removed_wanted(self) -> None:
        self.deleted.show()

    def _on_form_closed(self) -> None:
        self.form, self._asked = None, None

    def _on_list_closed(self) -> None:
        self.list = None
