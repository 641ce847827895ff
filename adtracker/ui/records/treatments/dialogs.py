"""Opens the windows in which treatments are added, changed, stopped and looked at.

Loaded when a person wants one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.treatments.adherence import adherence
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.matching import days_to_read
from adtracker.domain.treatments.stock import days_to_count, stock
from adtracker.domain.treatments.treatment import Plan, Treatment, check_treatment, proposed_plan
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.records.deleted_dialogs import DeletedDialogs
from adtracker.ui.records.edit_session import EditSession, fault_of
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.list_opener import open_list
from adtracker.ui.records.treatments.add_form import AddForm
from adtracker.ui.records.treatments.dialog import TreatmentDialog
from adtracker.ui.records.treatments.list import TreatmentList
from adtracker.ui.records.treatments.plan_form import PlanForm
from adtracker.ui.records.treatments.stock_form import StockForm
from adtracker.ui.records.treatments.stop_form import StopForm
from adtracker.ui.words.stock_words import stock_words
from adtracker.ui.words.treatment_words import counts_words

RECENT_DAYS = 4 * DAYS_A_WEEK


class TreatmentDialogs(QObject):
    """The dialogs over one page; each is shown by `open()`, so the window goes on. None is there until it is wanted."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._names = context.texts.table("treatment")
        self._treatment: Treatment | None = None
        self.list: TreatmentList | None = None
        self.details: TreatmentDialog | None = None
        self.form: FormDialog | None = None
        context.events.failed.connect(self._on_failed)
        context.events.changed.connect(self._fill_list)

    @cached_property
    def deleted(self) -> DeletedDialogs:
        """Where deleted ones are brought back, as all else is."""
        return DeletedDialogs(self._context, self._over)

    def add(self) -> None:
        """Ask for a new treatment."""
        form = AddForm(self._context.gate.today(), self._names)
        self._ask(tr("Add a treatment"), form, partial(_added, form), "treatment")

    def show_all(self) -> None:
        """Show all treatments, to open one of them."""
        self.list = TreatmentList(self._over, self._names)
        self.list.opened.connect(self.show)
        self.list.finished.connect(self._on_list_closed)
        self.deleted.offer_in(self.list)
        self._fill_list()
        open_list(self._context, self.list, self._over, 0.6)

    def show(self, treatment: Treatment) -> None:
        """Show one treatment with its history."""
        self._treatment = treatment
        dialog = TreatmentDialog(self.list or self._over, treatment, self._names)
        dialog.changed.connect(self._on_typed)
        dialog.change_wanted.connect(self._on_change)
        dialog.stop_wanted.connect(self._on_stop)
        dialog.stock_wanted.connect(self._on_stock)
        dialog.correct_wanted.connect(self._on_correct)
        dialog.plan_removed.connect(self._on_plan_removed)
        dialog.removed.connect(self._on_removed)
        dialog.finished.connect(self._on_details_closed)
        self.details = dialog
        self._fill_details()
        dialog.resize(self._over.window().size() * 0.75)
        dialog.open()

    def _ask(
        self, title: str, form: FormBody, make: Callable[[], Treatment], kind: str, plan: Plan | None = None
    ) -> None:
        """Show a form; what `make` makes of it is stored when the person wants that.

        Its draft is kept by `kind` and, where one is put right, the `plan` that it is about.
        """
        self.form = FormDialog(self.details or self._over, title, form)
        about = (kind, None if plan is None else plan.first.isoformat())
        session = EditSession(self._context, self.form, about, lambda: [make()], lambda: self._fault(make()))
        session.stored.connect(self._on_stored)
        self.form.finished.connect(self._on_form_closed)
        session.open()

    def _fault(self, treatment: Treatment) -> Fault:
        return fault_of(self._context.texts, check_treatment(treatment))

    def _on_stored(self, treatment: Treatment) -> None:
        if self._treatment is not None and treatment.key == self._treatment.key:
            self._treatment = treatment
        self._fill_details()

    def _fill_details(self) -> None:
        if self.details is not None and self._treatment is not None:
            shown, today = self._treatment, self._context.today()
            self.details.show_treatment(shown, self._counts(shown), self._left(shown), today)

    def _counts(self, treatment: Treatment) -> Sequence[str]:
        today = self._context.today()
        if treatment.started > today:
            return [tr("It has not begun yet.")]
        whole = Period(treatment.started, today)
        try:
            doses = self._context.journal.doses(days_to_read([treatment], whole))
        except AdtrackerError as error:
            return [self._context.texts.error(error)]
        said = [tr("Since it began: {counted}.", counted=self._counted(treatment, doses, whole))]
        if whole.length > RECENT_DAYS:
            recent = self._counted(treatment, doses, Period.ending(today, RECENT_DAYS))
            said.insert(0, tr("Last 28 days: {counted}.", counted=recent))
        return said

    def _left(self, treatment: Treatment) -> str:
        """How long what was counted lasts, empty where nothing was."""
        today = self._context.today()
        days = days_to_count([treatment], today)
        doses = None if days is None else self._context.read(partial(self._context.journal.doses, days))
        found = None if doses is None else stock(treatment, doses, today)
        return "" if found is None else stock_words(found, today)

    def _counted(self, treatment: Treatment, doses: Sequence[DayDoses], period: Period) -> str:
        return counts_words(adherence(treatment, doses, period, self._context.today()))

    def _fill_list(self) -> None:
        treatments = None if self.list is None else self._context.read(self._context.journal.treatments)
        if self.list is not None and treatments is not None:
            self.list.show_treatments(treatments, self._context.today())

    def _shown(self) -> Treatment:
        assert self._treatment is not None, "a treatment is looked at"
        return self._treatment

    def _on_change(self) -> None:
        treatment, today = self._shown(), self._context.gate.today()
        form = PlanForm(proposed_plan(treatment, today), is_change=True)
        is_used = not treatment.plans[-1].is_stop
        title = tr("Change amount or schedule") if is_used else tr("Start again")
        self._ask(title, form, partial(_with_plan, treatment, None, form), f"plan/{treatment.key}")

    def _on_stop(self) -> None:
        treatment = self._shown()
        form = StopForm(self._context.gate.today())
        title = tr("Stop {name}", name=treatment.name)
        self._ask(title, form, partial(_stopped, treatment, form), f"stop/{treatment.key}")

    def _on_stock(self) -> None:
        treatment = self._shown()
        form = StockForm(treatment, self._context.gate.today())
        self._ask(tr("What is left"), form, partial(_counted, form), f"stock/{treatment.key}")

    def _on_correct(self, plan: Plan) -> None:
        treatment = self._shown()
        title = tr("Put right")
        if plan.is_stop:
            stop = StopForm(plan.told.last, plan.reason, plan.known)
            self._ask(title, stop, partial(_with_stop, treatment, plan, stop), f"stop/{treatment.key}", plan)
        else:
            form = PlanForm(plan, is_change=plan.first != treatment.started)
            self._ask(title, form, partial(_with_plan, treatment, plan, form), f"plan/{treatment.key}", plan)

    def _on_plan_removed(self, plan: Plan) -> None:
        self._change(self._shown().without_plan(plan.first))

    def _on_typed(self, treatment: Treatment) -> None:
        with self._context.gate.ending():
            self._change(treatment)

    def _change(self, treatment: Treatment) -> None:
        if self.details is None:
            return
        if (fault := self._fault(treatment)) is not None:
            self.details.show_problem(fault[0])
        elif self._context.writer.save(treatment):
            self._on_stored(treatment)

    def _on_removed(self) -> None:
        if self.details is not None and self._context.writer.remove(self._shown()):
            self.details.accept()

    def _on_failed(self, error: AdtrackerError) -> None:
        """Say it in the details, unless a form stands before them, which says it itself."""
        if self.form is None and self.details is not None:
            self.details.show_problem(self._context.texts.error(error))

    def _on_form_closed(self) -> None:
        self.form = None

    def _on_details_closed(self) -> None:
        self.details = None

    def _on_list_closed(self) -> None:
        self.list = None


def _added(form: AddForm) -> Treatment:
    return form.treatment


def _counted(form: StockForm) -> Treatment:
    return form.treatment


def _stopped(treatment: Treatment, form: StopForm) -> Treatment:
    return treatment.stopped_after(form.last_day.day, form.reason_text, form.known.known)


def _with_plan(treatment: Treatment, corrected: Plan | None, form: PlanForm) -> Treatment:
    """The treatment with the plan of a form, in place of the one that was put right."""
    kept = treatment if corrected is None else treatment.without_plan(corrected.first)
    return kept.with_plan(form.plan)


def _with_stop(treatment: Treatment, corrected: Plan, form: StopForm) -> Treatment:
    return treatment.without_plan(corrected.first).with_plan(form.stop)
