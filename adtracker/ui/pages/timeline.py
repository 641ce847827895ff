"""The timeline: a course week by week, its milestones, and how the numbers are made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from adtracker.domain.course import STRONG_MILESTONES, Course
from adtracker.domain.edits import Edit
from adtracker.domain.look_back import Reach
from adtracker.domain.summary import MINIMUM_DAYS, Baseline, Summary
from adtracker.domain.week_grid import milestones, week_grid
from adtracker.errors import AdtrackerError
from adtracker.ui.context import Context
from adtracker.ui.look_back import read_look_back
from adtracker.ui.page import Page
from adtracker.ui.widgets.basics import Card, button, label, scrolled
from adtracker.ui.widgets.columns import Columns
from adtracker.ui.widgets.course_dialog import CourseDialog
from adtracker.ui.widgets.course_form import new_course
from adtracker.ui.widgets.day_words import date_words, span_words
from adtracker.ui.widgets.empty_state import EmptyState
from adtracker.ui.widgets.milestone_table import MilestoneTable
from adtracker.ui.widgets.week_legend import WeekLegend
from adtracker.ui.widgets.week_strip import WeekStrip

LEAST_TABLE, LEAST_TEXT = 490, 300
SCROLLBAR = 20


class TimelinePage(Page):
    """Shows the newest course; `dialog` asks for its start."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._course: Course | None = None
        self._names = dict(context.texts.table("measures"))
        self.dialog: CourseDialog | None = None
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.empty = EmptyState(self.tr("No course is set yet"), self.tr("Set the start of a course"))
        self.empty.sentence.setText(
            self.tr("Say when a treatment began, and your days are counted in weeks from then on.")
        )
        self._parts = QStackedWidget()
        self._parts.addWidget(scrolled(self._content()))
        self._parts.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._parts)

    def _content(self) -> QWidget:
        below = QWidget()
        columns = Columns(below, spacing=14)
        columns.add(self._milestones(), 3)
        columns.add(self._explanation(), 2)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        column.addWidget(self._weeks())
        column.addWidget(below, 1)
        return content

    def _head(self) -> QWidget:
        self.title = label("", "title", wrap=True)
        self.facts = label("", "soft", wrap=True)
        self.edit = button(self.tr("Edit course"))
        words, head = QWidget(), QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self.title)
        lines.addWidget(self.facts)
        columns = Columns(head)
        columns.add(words, 1)
        columns.add(_at_top(self.edit))
        return head

    def _weeks(self) -> Card:
        card = Card()
        self.strip = WeekStrip(self.context.theme, self._names)
        self.sentence = label("", "body", wrap=True)
        self.legend = WeekLegend(self.context.theme, self._names)
        for part in (self.strip, self.sentence, self.legend):
            card.body.addWidget(part)
        return card

    def _milestones(self) -> Card:
        self._table_card = Card(self.tr("Milestones"))
        self.table = MilestoneTable(self.context.theme, self._names)
        self._table_card.body.addWidget(self.table)
        self._table_card.body.addWidget(
            label(self.tr("An arrow shows the change from the baseline."), "small", wrap=True)
        )
        self._table_card.body.addStretch(1)
        return self._table_card

    def _explanation(self) -> Card:
        self._text_card = Card(self.tr("How these numbers are made"))
        self.baseline = label("", "body", wrap=True)
        self._text_card.body.addWidget(label(self._counting(), "body", wrap=True))
        self._text_card.body.addWidget(self.baseline)
        self._text_card.body.addWidget(label(self._sources(), "small", wrap=True))
        self._text_card.body.addStretch(1)
        return self._text_card

    def _counting(self) -> str:
        return self.tr(
            "Day 1 is the day of the first dose. Week 1 is days 1 to 7, week 2 is days 8 to 14, and so on. "
            "A number is the average of the days you wrote down. It needs {least} of the 7 days. "
            "With fewer, the cell shows how many there are. Nothing is filled in for you."
        ).format(least=MINIMUM_DAYS)

    def _sources(self) -> str:
        return self.tr(
            "Studies count weeks in the same way and compare with the week before the first dose (NCT03569293). "
            "The rule of {least} of 7 days is our own. Weeks {first} and {second} stand out because doctors "
            "look at a treatment near 3 and 6 months."
        ).format(least=MINIMUM_DAYS, first=STRONG_MILESTONES[0], second=STRONG_MILESTONES[1])

    def _connect(self) -> None:
        open_day = self.context.events.open_day
        self.strip.pointed.connect(self._on_pointed)
        self.strip.opened.connect(open_day)
        self.table.opened.connect(open_day)
        self.edit.clicked.connect(self._on_edit)
        self.empty.action.clicked.connect(self._on_edit)

    def concerns(self, edit: Edit) -> bool:
        """Days and courses; not whose diary it is."""
        return bool(edit.days) or edit.touches(Course)

    def refresh(self) -> None:
        """Read the course with its days and show it."""
        try:
            look = read_look_back(self.context.journal, self.context.today(), Reach.COURSE)
        except AdtrackerError as error:
            self.context.events.failed.emit(error)
            return
        self._course = look.course
        self._parts.setCurrentIndex(1 if look.summary is None else 0)
        if look.summary is not None:
            self._show(look.summary)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._fit()
        self.table.restyle()
        self.legend.restyle()
        self.strip.updateGeometry()
        self.strip.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cards as wide as they want to be, but never wider than the page."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, most = self.context.theme.px, self.width() - SCROLLBAR
        self._table_card.setMinimumWidth(min(px(LEAST_TABLE), most))
        self._text_card.setMinimumWidth(min(px(LEAST_TEXT), most))

    def _show(self, summary: Summary) -> None:
        course, today, baseline = summary.course, self.context.today(), summary.baseline
        self.title.setText(self.tr("Your {}-week course").format(course.weeks))
        self.facts.setText(self._facts(course))
        grid = week_grid(summary, today)
        self.strip.show_grid(grid, began_late=baseline.began_late)
        self.legend.show_grid(grid)
        self.table.show_milestones(milestones(summary, today), began_late=baseline.began_late)
        self.baseline.setText(self._baseline(baseline))

    def _facts(self, course: Course) -> str:
        parts = [self._start(course), *self._progress(course), course.treatment.strip()]
        return " · ".join(filter(None, parts))

    def _start(self, course: Course) -> str:
        start = date_words(course.start)
        if course.start > self.context.today():
            return self.tr("Starts {}").format(start)
        return self.tr("Started {}").format(start)

    def _progress(self, course: Course) -> list[str]:
        today = self.context.today()
        if today in course.period:
            return [self.tr("week {week} of {weeks}").format(week=course.week_of(today), weeks=course.weeks)]
        return [self.tr("ended {}").format(date_words(course.period.last))] if today > course.start else []

    def _baseline(self, baseline: Baseline) -> str:
        span = span_words(baseline.means.period)
        if baseline.began_late:
            return self.tr(
                "The baseline (B) began late. Your diary has no day before the first dose, so the baseline is "
                "its first 7 days, {}."
            ).format(span)
        return self.tr("The baseline (B) is the 7 days before the first dose, {}.").format(span)

    def _on_pointed(self, sentence: str) -> None:
        self.sentence.setText(sentence or self.tr("Point at a week, or use the arrow keys. A click or Enter opens it."))

    def _on_edit(self) -> None:
        course = self._course or new_course(self.context.today())
        self.dialog = CourseDialog(self, course)
        self.dialog.answered.connect(self.context.writer.save)
        self.dialog.open()


def _at_top(widget: QWidget) -> QWidget:
    """A widget that keeps its height where the row is higher."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return made
