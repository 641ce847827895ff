"""Asks about one treatment course: what is taken, since when, and for how many weeks it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.records.course import COURSE_WEEKS, LONGEST_WEEKS, TREATMENT_NAME_LIMIT, Course
from adtracker.language import tr
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.fields.typed_line import TypedLine
from adtracker.ui.kit.room.flow_layout import FlowLayout


class CourseForm(FormBody):
    """Treatment, first day and length of a course. `edited` comes when a person changed one and left the field."""

    edited = Signal()

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self.treatment = TypedLine(tr("for example Dupilumab 300 mg"), TREATMENT_NAME_LIMIT)
        self.start = DayField(tr("Day of the first dose"), course.start)
        self.weeks = NumberField(tr("Length in weeks"), LONGEST_WEEKS, course.weeks)
        self._build()
        self.show_course(course)
        self.treatment.written.connect(self.edited)
        self.start.picked.connect(self._on_edited)
        self.weeks.picked.connect(self._on_edited)

    def show_course(self, course: Course) -> None:
        """Fill the fields, telling nobody."""
        self._course = course
        self.weeks.show_number(course.weeks)
        self.start.show_day(course.start)
        self.treatment.show_text(course.treatment)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"treatment": self.treatment, "start": self.start, "weeks": self.weeks}

    @property
    def course(self) -> Course:
        """The course as the fields say it; they take nothing that could not be stored."""
        treatment, start = self.treatment.text().strip(), self.start.day
        return replace(self._course, treatment=treatment, start=start, weeks=self.weeks.number)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Field(tr("Treatment"), self.treatment))
        row = QWidget()
        fields = FlowLayout(row, spacing=16)
        fields.addWidget(Field(tr("Day of the first dose"), self.start))
        fields.addWidget(Field(tr("Length in weeks"), self.weeks))
        column.addWidget(row)

    def _on_edited(self) -> None:
        self.edited.emit()


def new_course(start: date) -> Course:
    """A course as it is first offered: 24 weeks from a day on."""
    return Course(start, weeks=COURSE_WEEKS)
