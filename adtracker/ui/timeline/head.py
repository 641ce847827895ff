"""Above the timeline: which course is shown, where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.records.course import Course
from adtracker.language import in_a_line, tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, column, label
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.day_words import date_words

_LONGEST_NAME, _ICON = 40, 18
# Of what stands beside the buttons.
_LINE = 30


class TimelineHead(QWidget):
    """`picked` carries the course that a person wants to see. The choice is there where there is more than one."""

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._courses: Sequence[Course] = ()
        self.title = label("", "title", wrap=True)
        self.facts = label("", "soft", wrap=True)
        self.choice = Choice(tr("Course"), [])
        self.rows = button(tr("Own questions"))
        self.rows.setCheckable(True)
        self.rows.hide()
        self.edit = button(tr("Edit course"))
        self.visit = button(tr("Add visit"))
        # A picture without words: there is no room for more where the page fits a small window.
        self.calendar = button("", "icon", name=tr("To a calendar"))
        self.calendar.setToolTip(tr("To a calendar: save what is coming up as a file for your phone"))
        words, tools = QWidget(), QWidget()
        lines = column(words, 2)
        lines.addWidget(self.title)
        lines.addWidget(self.facts)
        row = FlowLayout(tools)
        for tool in (self.choice, self.rows, self.edit, self.visit, self.calendar):
            row.addWidget(tool)
        columns = Columns(self)
        columns.add(words, 1)
        columns.add(_at_top(tools))
        columns.want_letters(words, _LINE)
        self.choice.chosen.connect(self._on_chosen)
        self.restyle()

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        edge = self._theme.px(_ICON)
        self.calendar.setIcon(self._theme.icon("calendar", "ink", _ICON))
        self.calendar.setIconSize(QSize(edge, edge))

    def show_course(self, course: Course, courses: Sequence[Course], today: date) -> None:
        """Show which course it is, of `courses`, the newest first."""
        self.title.setText(tr("Your {weeks}-week course", weeks=course.weeks))
        facts = [_start(course, today), *_progress(course, today), " ".join(course.treatment.split())]
        self.facts.setText(in_a_line(facts, " · "))
        self._courses = courses
        self.choice.clear()
        for one in courses:
            self.choice.addItem(_short(one), str(one.key))
        self.choice.choose(str(course.key))
        self.choice.setVisible(len(courses) > 1)

    def offer_rows(self, *, are_there: bool) -> None:
        """Have a button for own questions where there are any."""
        self.rows.setVisible(are_there)

    def _on_chosen(self, key: str) -> None:
        self.picked.emit(next(course for course in self._courses if str(course.key) == key))


def _short(course: Course) -> str:
    name = " ".join(course.treatment.split())
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}…"
    return in_a_line((date_words(course.start), name), " · ")


def _start(course: Course, today: date) -> str:
    start = date_words(course.start)
    if course.start > today:
        return tr("Starts {start}", start=start)
    return tr("Started {start}", start=start)


def _progress(course: Course, today: date) -> list[str]:
    if today in course.period:
        return [tr("week {week} of {weeks}", week=course.week_of(today), weeks=course.weeks)]
    return [tr("ended {date}", date=date_words(course.period.last))] if today > course.start else []


def _at_top(widget: QWidget) -> QWidget:
    """A widget that keeps its height where the row is higher."""
    made = QWidget()
    lines = QVBoxLayout(made)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(widget)
    lines.addStretch(1)
    return made
