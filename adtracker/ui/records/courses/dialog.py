"""Asks about one course in a window of its own, beside what the course is shown in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.course import Course
from adtracker.ui.records.courses.course_form import CourseForm
from adtracker.ui.records.form_dialog import FormDialog

translate = QCoreApplication.translate


class CourseDialog(FormDialog):
    """The form of a course, with the keyboard on its treatment."""

    form: CourseForm

    def __init__(self, parent: QWidget, course: Course) -> None:
        explanation = translate("course_dialog", "Weeks are counted from the day of the first dose.")
        title = translate("course_dialog", "Course of treatment")
        super().__init__(parent, title, CourseForm(course), explanation=explanation)
        self.form.treatment.setFocus()
