"""Asks everything about a new treatment: what it is, how it is used, and until when if that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.draft import Content
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import REASON_LIMIT, Kind, Plan, Treatment
from adtracker.language import tr
from adtracker.ui.kit.basics import keep_end_free
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.records.treatments.known_chips import KnownChips
from adtracker.ui.records.treatments.plan_form import DAILY, EVERY, PlanForm
from adtracker.ui.records.treatments.treatment_form import TreatmentForm
from adtracker.ui.words.treatment_words import Names

# What is asked first: most injections and light treatments have an interval, all else is used by the day.
_AT_INTERVALS = (Kind.INJECTION, Kind.LIGHT)


class AddForm(FormBody):
    """`treatment` is what the form says; nothing in it is chosen for the person but today as the first day."""

    def __init__(self, today: date, names: Names) -> None:
        super().__init__()
        plan = Plan(today, Daily())
        self.about = TreatmentForm(Treatment("", Kind.CREAM, (plan,)), names)
        self.plan = PlanForm(plan, is_change=False)
        self.has_end = TickBox(tr("Its end is known"))
        self.end = DayField(tr("Last day"), today)
        self.end_known = KnownChips()
        self.end_reason = line_edit(limit=REASON_LIMIT)
        end = self._ending()
        self._is_schedule_chosen = False
        column = QVBoxLayout(self)
        keep_end_free(column, 8)
        column.setSpacing(12)
        for part in (self.about, self.plan, self.has_end, end):
            column.addWidget(part)
        column.addStretch(1)
        end.hide()
        self.about.kind_chosen.connect(self._on_kind)
        self.plan.schedule_touched.connect(self._on_schedule)
        self.has_end.toggled.connect(end.setVisible)

    def _ending(self) -> QWidget:
        """What is asked of one that is no longer used, or will not be."""
        ending = QWidget()
        column = QVBoxLayout(ending)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.end_known.beside(Field(self.end.accessibleName(), self.end)))
        column.addWidget(Field(tr("Why it was stopped, if you like"), self.end_reason))
        return ending

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        end = {"end": self.end, "end_known": self.end_known, "end_reason": self.end_reason}
        return {**self.about.inputs, **self.plan.inputs, "has_end": self.has_end, **end}

    def fill(self, content: Content) -> None:
        """As any form, by its parts."""
        self.about.fill(content)
        self.plan.fill(content)
        super().fill(content)

    @property
    def treatment(self) -> Treatment:
        """The treatment as the form says it."""
        made = replace(self.about.treatment, plans=(self.plan.plan,))
        if not self.has_end.isChecked():
            return made
        return made.stopped_after(self.end.day, self.end_reason.text().strip(), self.end_known.known)

    def _on_kind(self, kind: Kind) -> None:
        if not self._is_schedule_chosen:
            self.plan.show_mode(EVERY if kind in _AT_INTERVALS else DAILY)

    def _on_schedule(self) -> None:
        self._is_schedule_chosen = True
