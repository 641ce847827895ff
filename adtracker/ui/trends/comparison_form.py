"""Asks which two periods are put on one axis: courses by their name, or any two dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.kit.flow_layout import FlowLayout
from adtracker.ui.words.day_words import date_words, span_words

PERIOD = "period"
NAME_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Side:
    """A period to be compared, and what it is called."""

    period: Period
    name: str


class SideForm(QWidget):
    """One of the two: a course, or a period that the person gives."""

    def __init__(self, name: str, courses: Sequence[Course], chosen: str, period: Period, today: date) -> None:
        """`chosen` is the key of a choice; `period` is what the dates show first."""
        super().__init__()
        self._courses = {_key(course): course for course in courses}
        choices = [(key, self._course_name(course)) for key, course in reversed(self._courses.items())]
        self.choice = Choice(name, [*choices, (PERIOD, self.tr("A period"))])
        self.choice.choose(chosen if chosen in self._courses else PERIOD)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.first = DayField(name, period.first, today)
        self.last = DayField(name, period.last, today)
        self._dates = QWidget()
        row = FlowLayout(self._dates, spacing=12)
        row.addWidget(Field(self.tr("First day"), self.first))
        row.addWidget(Field(self.tr("Last day"), self.last))
        self.first.setAccessibleName(self.tr("{}: first day").format(name))
        self.last.setAccessibleName(self.tr("{}: last day").format(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(name, self.choice))
        column.addWidget(self._dates)
        self._dates.setVisible(self.key == PERIOD)
        self.choice.chosen.connect(self._on_chosen)

    @property
    def key(self) -> str:
        """What is chosen: that of a course, or `PERIOD`."""
        return str(self.choice.currentData())

    @property
    def side(self) -> Side | None:
        """The period; None while its first day lies after its last."""
        course = self._courses.get(self.key)
        if course is not None:
            return Side(course.period, self._course_name(course))
        if self.last.day < self.first.day:
            return None
        period = Period(self.first.day, self.last.day)
        return Side(period, span_words(period))

    def _course_name(self, course: Course) -> str:
        treatment = shorten(course.treatment, NAME_LENGTH, placeholder="…") or self.tr("Course")
        return self.tr("{treatment}, from {day}").format(treatment=treatment, day=date_words(course.start))

    def _on_chosen(self, key: str) -> None:
        self._dates.setVisible(key == PERIOD)


class ComparisonForm(FormBody):
    """Both sides. At first the newest course beside the one before it, or beside as many days before."""

    def __init__(self, courses: Sequence[Course], usual: Sequence[Period], today: date) -> None:
        """`courses` by start; `usual` are the two periods that are shown where no course is chosen."""
        super().__init__()
        keys = [_key(course) for course in reversed(courses)] + [PERIOD, PERIOD]
        self.solid = SideForm(self.tr("Solid line"), courses, keys[0], usual[0], today)
        self.dashed = SideForm(self.tr("Dashed line"), courses, keys[1], usual[1], today)
        self.solid.last.setObjectName("solid")
        self.dashed.last.setObjectName("dashed")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        said = self.tr("Both begin at the left of the chart, so that week 1 stands over week 1.")
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
    def sides(self) -> tuple[Side, Side] | None:
        """The two; None while dates do not fit."""
        solid, dashed = self.solid.side, self.dashed.side
        return None if solid is None or dashed is None else (solid, dashed)

    @property
    def unfit(self) -> str:
        """The name of the last day that lies before its first, where `sides` are None."""
        return "solid" if self.solid.side is None else "dashed"


def _key(course: Course) -> str:
    return f"course-{course.key}"
