"""Asks on which days it is looked for what happened together: all, those of a course, or any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.language import tr
from adtracker.ui.kit.basics import column, label
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.records.span_choice import SpanChoice


class SpanForm(FormBody):
    """One span; `chosen` is the key of what is shown now, `period` what the dates show first."""

    def __init__(self, courses: Sequence[Course], chosen: str, period: Period, today: date) -> None:
        super().__init__()
        days = tr("Days to look at")
        self.choice = SpanChoice(days, courses, chosen, period, today, whole=tr("All days"))
        self.choice.last.setObjectName("span")
        lines = column(self, 14)
        said = tr("Fewer days show less: each thing needs 10 days with it and 10 without.")
        lines.addWidget(label(said, "soft", wrap=True))
        lines.addWidget(self.choice)
        lines.addStretch(1)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """The choice and the two days."""
        return {
            "span/choice": self.choice.choice,
            "span/first": self.choice.first,
            "span/last": self.choice.last,
        }
