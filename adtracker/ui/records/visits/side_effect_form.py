"""Asks about a side effect: what was noticed, from when to when, how bad it was, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.records.side_effect import DONE_LIMIT, WHAT_LIMIT, Severity, SideEffect
from adtracker.language import tr
from adtracker.ui.kit.basics import keep_end_free
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.long_text import LongText
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.words.event_words import Names

NOT_SAID = ""


class SideEffectForm(FormBody):
    """`refused` carries the Problem of a paste that was not taken."""

    refused = Signal(Problem)

    def __init__(self, effect: SideEffect, today: date, names: Names) -> None:
        super().__init__()
        self._effect = effect
        self.what = line_edit(tr("for example sore arm, dry eyes"), WHAT_LIMIT)
        self.first = DayField(tr("First day"), effect.first, today)
        self.goes_on = TickBox(tr("It goes on"))
        self.last = DayField(tr("Last day"), effect.last or today, today)
        choices = [*names["severity"].items(), (NOT_SAID, tr("not said"))]
        self.severity = Chips(tr("How bad it is or was"), choices)
        self.done = LongText("done", DONE_LIMIT, effect.done)
        self._build()
        self._fill(effect)
        self.goes_on.toggled.connect(self._last.setHidden)
        self.done.refused.connect(self.refused)

    def _build(self) -> None:
        self._last = Field(tr("Last day"), self.last, key="last")
        column = QVBoxLayout(self)
        keep_end_free(column, 8)
        column.setSpacing(12)
        hint = tr("In your own words. Where it comes from is for your doctor to say.")
        column.addWidget(Field(tr("What you noticed"), self.what, hint, key="what"))
        column.addWidget(Field(tr("First day"), self.first, key="date"))
        column.addWidget(self.goes_on)
        column.addWidget(self._last)
        column.addWidget(Field(self.severity.accessibleName(), self.severity))
        column.addWidget(Field(tr("What was done about it"), self.done, key="done"))

    def _fill(self, effect: SideEffect) -> None:
        self.what.setText(effect.what)
        self.what.setCursorPosition(0)  # a long text is shown from its beginning
        self.goes_on.setChecked(effect.last is None)
        self._last.setHidden(effect.last is None)
        self.severity.choose(NOT_SAID if effect.severity is None else effect.severity.value)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        days = {"first": self.first, "goes_on": self.goes_on, "last": self.last}
        return {"what": self.what, **days, "severity": self.severity, "done": self.done}

    @property
    def record(self) -> SideEffect:
        """The side effect as the form says it."""
        key = self.severity.key
        return replace(
            self._effect,
            what=self.what.text().strip(),
            first=self.first.day,
            last=None if self.goes_on.isChecked() else self.last.day,
            severity=Severity(key) if key else None,
            done=self.done.text().strip(),
        )
