"""Asks about one course in a window of its own, beside what the course is shown in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.domain.records.course import Course
from adtracker.language import tr
from adtracker.ui.records.courses.course_form import CourseForm
from adtracker.ui.records.form_dialog import FormDialog


class CourseDialog(FormDialog):
    """The form of a course, with the keyboard on its treatment."""

    form: CourseForm

    def __init__(self, parent: QWidget, course: Course) -> None:
        explanation = tr("Weeks are counted from the day of the first dose.")
        title = tr("Course of treatment")
        super().__init__(parent, title, CourseForm(course), explanation=explanation)
        self.form.treatment.setFocus()
