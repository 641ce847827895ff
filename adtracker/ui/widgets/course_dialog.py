"""Asks about one course in a window of its own, beside what the course is shown in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.course import Course
from adtracker.ui.widgets.basics import button, label
from adtracker.ui.widgets.course_form import CourseForm

WIDTH = 460


class CourseDialog(QDialog):
    """To be shown by `open()`. `answered` carries the course when a person wants it kept; Esc changes nothing."""

    answered = Signal(object)

    def __init__(self, parent: QWidget, course: Course) -> None:
        super().__init__(parent)
        self.form = CourseForm(course)
        self.save = button(self.tr("Save"), "primary")
        self.cancel = button(self.tr("Cancel"))
        self._build()
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.accepted.connect(self._on_accepted)
        self.finished.connect(self.deleteLater)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Course of treatment"))
        self.setMinimumWidth(WIDTH)
        self.save.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(self.tr("Course of treatment"), "heading"))
        column.addWidget(self.form)
        column.addWidget(label(self.tr("Weeks are counted from the day of the first dose."), "small", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column.addLayout(row)
        self.form.treatment.setFocus()

    def _on_accepted(self) -> None:
        self.answered.emit(self.form.course)
