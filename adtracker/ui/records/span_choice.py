"""A field for a span of days: a course by its name, any two dates, or all there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.language import tr
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.day_words import date_words, span_words

PERIOD, WHOLE = "period", "whole"
NAME_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Span:
    """A period with what it is called."""

    period: Period
    name: str


class SpanChoice(QWidget):
    """A course, or a period that the person gives; or all days, where they are on offer."""

    def __init__(
        self, name: str, courses: Sequence[Course], chosen: str, period: Period, today: date, *, whole: str = ""
    ) -> None:
        """`chosen` is the key of a choice; `period` is what the dates show first; `whole` what all days are called."""
        super().__init__()
        self._courses = {course_key(course): course for course in courses}
        choices = [(key, self._course_name(course)) for key, course in reversed(self._courses.items())]
        first = [(WHOLE, whole)] if whole else []
        self.choice = Choice(name, [*first, *choices, (PERIOD, tr("A period"))])
        self.choice.choose(chosen if chosen in (*self._courses, *(key for key, _ in first)) else PERIOD)
        self.choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.first = DayField(name, period.first, today)
        self.last = DayField(name, period.last, today)
        self._dates = QWidget()
        row = FlowLayout(self._dates, spacing=12)
        row.addWidget(Field(tr("First day"), self.first))
        row.addWidget(Field(tr("Last day"), self.last))
        self.first.setAccessibleName(tr("{name}: first day", name=name))
        self.last.setAccessibleName(tr("{name}: last day", name=name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(name, self.choice))
        column.addWidget(self._dates)
        self._dates.setVisible(self.key == PERIOD)
        self.choice.chosen.connect(self._on_chosen)

    @property
    def key(self) -> str:
        """What is chosen: that of a course, `PERIOD` or `WHOLE`."""
        return str(self.choice.currentData())

    @property
    def span(self) -> Span | None:
        """The period; None while its first day lies after its last, and of all days."""
        course = self._courses.get(self.key)
        if course is not None:
            return Span(course.period, self._course_name(course))
        if self.key == WHOLE or self.last.day < self.first.day:
            return None
        period = Period(self.first.day, self.last.day)
        return Span(period, span_words(period))

    def _course_name(self, course: Course) -> str:
        treatment = shorten(course.treatment, NAME_LENGTH, placeholder="…") or tr("Course")
        return tr("{treatment}, from {day}", treatment=treatment, day=date_words(course.start))

    def _on_chosen(self, key: str) -> None:
        self._dates.setVisible(key == PERIOD)


def course_key(course: Course) -> str:
    """The key of a course among the choices."""
    return f"course-{course.key}"
