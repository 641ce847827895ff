"""Asks when a treatment was used for the last time, and why it stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.treatment import REASON_LIMIT, Plan, stop_after
from adtracker.language import tr
from adtracker.ui.kit.basics import keep_end_free, label
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.records.treatments.known_chips import KnownChips


class StopForm(FormBody):
    """The last day and the reason."""

    def __init__(self, last_day: date, reason: str = "", known: Known = Known.DAY) -> None:
        super().__init__()
        self.last_day = DayField(tr("Last day used"), last_day)
        self.known = KnownChips(known)
        self.reason = line_edit(limit=REASON_LIMIT)
        self.reason.setText(reason)
        column = QVBoxLayout(self)
        keep_end_free(column, 8)
        column.setSpacing(12)
        column.addWidget(self.known.beside(Field(self.last_day.accessibleName(), self.last_day, key="first")))
        column.addWidget(Field(tr("Reason, if you like"), self.reason, key="reason"))
        column.addWidget(label(tr("Everything recorded so far is kept."), "small", wrap=True))
        column.addStretch(1)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"last_day": self.last_day, "known": self.known, "reason": self.reason}

    @property
    def stop(self) -> Plan:
        """The stop as the form says it."""
        return stop_after(self.last_day.day, self.reason_text, self.known.known)

    @property
    def reason_text(self) -> str:
        """The reason as the person gave it."""
        return self.reason.text().strip()
