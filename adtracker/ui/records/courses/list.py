"""The courses of a diary, one form each, and a button for one more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from adtracker.domain.records.course import Course
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label, rule
from adtracker.ui.kit.tab_order import read_in_order
from adtracker.ui.records.courses.course_form import CourseForm


class CourseEntry(QWidget):
    """One course that is in the diary. `changed` and `removed` carry it."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, course: Course) -> None:
        super().__init__()
        self.stored = course
        self.form = CourseForm(course)
        self.remove = button(tr("Remove this course"), "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(rule())
        self.form.edited.connect(self._on_edited)
        self.remove.clicked.connect(self._on_remove)

    def show_course(self, course: Course) -> None:
        """Show what is stored now."""
        self.stored = course
        self.form.show_course(course)

    def flush(self) -> None:
        """Hand on a treatment that was typed and not handed on yet."""
        if self.form.course.treatment != self.stored.treatment:
            self._on_edited()

    def _on_edited(self) -> None:
        if self.form.course != self.stored:
            self.changed.emit(self.form.course)

    def _on_remove(self) -> None:
        self.removed.emit(self.stored)


class CourseList(QWidget):
    """Shows courses, the newest first; the signals say what a person wants done with one."""

    changed = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[CourseEntry] = []
        self._none = label(tr("No course is set. Weeks are then not counted."), "soft", wrap=True)
        self.add = button(tr("Add a course"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._none)
        self._column.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_courses(self, courses: Sequence[Course]) -> None:
        """Show what is stored now, keeping the forms, and the keyboard in them, where it is the same courses."""
        newest_first = list(reversed(courses))
        if [entry.stored.key for entry in self.entries] != [course.key for course in newest_first]:
            self._rebuild(newest_first)
        for entry, course in zip(self.entries, newest_first, strict=True):
            entry.show_course(course)
        self._none.setVisible(not courses)

    def flush(self) -> None:
        """Hand on what was typed and not handed on yet."""
        for entry in tuple(self.entries):
            entry.flush()

    def take_focus(self, course: Course) -> None:
        """Put the keyboard in the first field of a course that is shown, once it has its place."""
        entry = next(entry for entry in self.entries if entry.stored.key == course.key)
        entry.show()  # Qt would do so a moment later, and keys are lost on what is hidden
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        entry.form.treatment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, courses: Sequence[Course]) -> None:
        for entry in self.entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = [CourseEntry(course) for course in courses]
        for place, entry in enumerate(self.entries):
            self._column.insertWidget(place, entry)
            entry.changed.connect(self.changed)
            entry.removed.connect(self.removed)
        read_in_order(self)
