"""Asks which two periods are put on one axis: courses by their name, or any two dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.language import tr
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.records.span_choice import PERIOD, Span, SpanChoice, course_key


class ComparisonForm(FormBody):
    """Both sides. At first the newest course beside the one before it, or beside as many days before."""

    def __init__(self, courses: Sequence[Course], usual: Sequence[Period], today: date) -> None:
        """`courses` by start; `usual` are the two periods that are shown where no course is chosen."""
        super().__init__()
        keys = [course_key(course) for course in reversed(courses)] + [PERIOD, PERIOD]
        self.solid = SpanChoice(tr("Solid line"), courses, keys[0], usual[0], today)
        self.dashed = SpanChoice(tr("Dashed line"), courses, keys[1], usual[1], today)
        self.solid.last.setObjectName("solid")
        self.dashed.last.setObjectName("dashed")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        said = tr("Both begin at the left of the chart, so that week 1 stands over week 1.")
        column.addWidget(label(said, "soft", wrap=True))
        column.addWidget(self.solid)
        column.addWidget(self.dashed)
        column.addStretch(1)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """The choice and the two days of each side."""
        sides = {"solid": self.solid, "dashed": self.dashed}
        return {
            f"{name}/{part}": field
            for name, side in sides.items()
            for part, field in (("choice", side.choice), ("first", side.first), ("last", side.last))
        }

    @property
    def sides(self) -> tuple[Span, Span] | None:
        """The two; None while dates do not fit."""
        solid, dashed = self.solid.span, self.dashed.span
        return None if solid is None or dashed is None else (solid, dashed)

    @property
    def unfit(self) -> str:
        """The name of the last day that lies before its first, where `sides` are None."""
        return "solid" if self.solid.span is None else "dashed"
