"""The timeline: what itch did in a course, the course week by week, its milestones, and what is coming up."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from adtracker.domain.edits.edit import Edit
from adtracker.domain.edits.kinds import EVENT_KINDS
from adtracker.domain.records.course import Course
from adtracker.domain.records.question import Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.timeline import Timeline
from adtracker.language import tr
from adtracker.queries.conventions import Conventions
from adtracker.settings import Settings
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.kit.answer_banner import AnswerBanner
from adtracker.ui.kit.basics import column, scrolled
from adtracker.ui.kit.empty_state import EmptyState
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.tab_order import follow, tab_stops
from adtracker.ui.records.courses.course_form import new_course
from adtracker.ui.records.courses.dialog import CourseDialog
from adtracker.ui.records.edit_session import EditSession
from adtracker.ui.timeline.answer_card import AnswerCard
from adtracker.ui.timeline.definitions_card import DefinitionsCard
from adtracker.ui.timeline.head import TimelineHead
from adtracker.ui.timeline.past_card import PastCard
from adtracker.ui.timeline.reader import TimelineReader, TimelineView
from adtracker.ui.timeline.upcoming_card import UpcomingCard
from adtracker.ui.timeline.visit_card import VisitCard
from adtracker.ui.timeline.week_card import WeekCard

if TYPE_CHECKING:
    from adtracker.ui.records.scores.dialogs import ScoreDialogs
    from adtracker.ui.records.visits.dialogs import HappeningDialogs
    from adtracker.ui.together.dialogs import TogetherDialogs

# The first has room for the table of milestones with all changes.
LEAST_ANSWER, LEAST_PAST = 560, 300
SCROLLBAR = 20
# What is read or shown in another way when one of these changes; days count in any case.
_RECORDS = (Course, Treatment, Question, ClinicScore, Response, Definition, Recall, *(one.of for one in EVENT_KINDS))


class TimelinePage(Page):
    """Shows one course, the newest until a person picks another; `dialog` asks for its start."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._reader = TimelineReader(context)
        self._course: Course | None = None
        self.dialog: CourseDialog | None = None
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.empty = EmptyState(tr("No course is set yet"), tr("Set the start of a course"))
        self.empty.sentence.setText(tr("Say when a treatment began, and your days are counted in weeks from then on."))
        self._parts = QStackedWidget()
        self._whole = self._content()
        self._area = scrolled(self._whole)
        self._parts.addWidget(self._area)
        self._parts.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._parts)

    def _content(self) -> QWidget:
        theme, texts = self.context.theme, self.context.texts
        self.head = TimelineHead(theme)
        self.banner = AnswerBanner(texts)
        self.weeks = WeekCard(theme)
        self.visit, self.coming = VisitCard(), UpcomingCard()
        self.answer = AnswerCard(theme, texts)
        self.past = PastCard(texts.events())
        self.definitions = DefinitionsCard(texts)
        ahead, self._more = QWidget(), QWidget()
        columns = Columns(ahead, spacing=12)
        columns.add(self.visit, 1)
        columns.add(self.coming, 1)
        lines = column(self._more, 12)
        below = QWidget()
        worked = Columns(below, spacing=14)
        worked.add(self.answer, 4)
        worked.add(self.past, 1)
        for part in (below, self.definitions):
            lines.addWidget(part)
        self._more.hide()
        content = QWidget()
        parts = column(content, 10)
        for part in (self.head, self.banner, self.weeks, ahead, self._more):
            parts.addWidget(part)
        parts.addStretch(1)
        return content

    def _connect(self) -> None:
        events = self.context.events
        self.weeks.strip.opened.connect(events.open_trends)
        self.weeks.strip.day_opened.connect(events.open_day)
        self.weeks.strip.moved.connect(self._on_moved)
        self._area.verticalScrollBar().valueChanged.connect(self._tell_sight)
        self.weeks.chosen.connect(self._on_rows)
        self.answer.together.clicked.connect(self._on_together)
        self.answer.table.opened.connect(events.open_trends)
        self.coming.day_opened.connect(events.open_day)
        self.coming.form_wanted.connect(self._on_form)
        self.head.calendar.clicked.connect(self._on_calendar)
        self.visit.report.clicked.connect(self._on_report)
        self.past.day_opened.connect(events.open_day)
        self.past.all.toggled.connect(self._follow_eye)
        self.past.side_effect_wanted.connect(self._on_side_effect)
        self.head.picked.connect(self._on_course)
        self.banner.why.setCheckable(True)
        self.banner.why.toggled.connect(self._on_why)
        self.head.rows.toggled.connect(self._on_pick)
        self.head.edit.clicked.connect(self._on_edit)
        self.head.visit.clicked.connect(self._on_visit)
        self.empty.action.clicked.connect(self._on_edit)

    @cached_property
    def dialogs(self) -> HappeningDialogs:
        """Where visits and side effects are added."""
        from adtracker.ui.records.visits.dialogs import HappeningDialogs  # noqa: PLC0415 -- not for those who only look

        return HappeningDialogs(self.context, self)

    @cached_property
    def scores(self) -> ScoreDialogs:
        """Where questionnaires are filled in."""
        from adtracker.ui.records.scores.dialogs import ScoreDialogs  # noqa: PLC0415 -- as above

        return ScoreDialogs(self.context, self)

    @cached_property
    def together(self) -> TogetherDialogs:
        """Shows what happened together with more or with less itch."""
        from adtracker.ui.together.dialogs import TogetherDialogs  # noqa: PLC0415 -- as above

        return TogetherDialogs(self.context, self)

    def concerns(self, edit: Edit) -> bool:
        """Days, courses and what stands on the same weeks; not whose diary it is."""
        return bool(edit.days) or any(edit.touches(kind) for kind in _RECORDS)

    def heeds(self, settings: Settings) -> object:
        """How is counted, and which own questions are shown."""
        return Conventions.of(settings), settings.timeline

    def refresh(self) -> None:
        """Read the course with its days and show it."""
        view = self.read(partial(self._reader.read, None if self._course is None else self._course.key))
        if view is None:
            return
        self._course = None if view.timeline is None else view.timeline.course
        self._parts.setCurrentIndex(1 if view.timeline is None else 0)
        if view.timeline is not None and view.strip is not None:
            self._show(view, view.timeline, view.strip)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._fit()
        self.head.restyle()
        self.answer.restyle()
        self.weeks.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cards as wide as they want to be, but never so wide that the page could not become narrower."""
        super().resizeEvent(event)
        self._fit()
        self._tell_sight()

    def _fit(self) -> None:
        px, most = self.context.theme.px, self.width() - 2 * self.context.theme.px(SCROLLBAR)
        self.answer.setMinimumWidth(min(px(LEAST_ANSWER), most))
        self.past.setMinimumWidth(min(px(LEAST_PAST), most))

    def _show(self, view: TimelineView, timeline: Timeline, strip: StripView) -> None:
        today = self.context.today()
        self.head.show_course(timeline.course, view.courses, today)
        self.banner.show_said(timeline.features.said)
        self.weeks.show_view(strip, timeline, view.questions, view.chosen)
        self.head.offer_rows(are_there=bool(view.questions))
        if view.visit is not None:
            self.visit.show_visit(view.visit, today)
        self.coming.show_coming(timeline.coming, timeline.course, today)
        self.answer.show_timeline(timeline)
        self.past.show_past(timeline.side_effects, timeline.flares)
        self.definitions.show_baseline(timeline.summary.baseline, timeline.minimum)
        self._follow_eye()

    def _follow_eye(self) -> None:
        """Lines come and go, and Tab would reach new ones last."""
        follow(tab_stops(self._whole))

    def _on_why(self, wanted: bool) -> None:
        """Show what the answer rests on at the top, and bring the keyboard there; or hide it again."""
        self._more.setVisible(wanted)
        self._follow_eye()
        if not wanted:
            return
        QCoreApplication.sendPostedEvents(self._whole, QEvent.Type.LayoutRequest)
        self._whole.adjustSize()
        self.answer.together.setFocus()
        self._area.verticalScrollBar().setValue(self._more.mapTo(self._whole, QPoint()).y())

    def _on_pick(self, wanted: bool) -> None:
        self.weeks.pick(wanted)
        self._follow_eye()

    def _tell_sight(self) -> None:
        """Have what a cell says in sight wherever the page was scrolled to."""
        self.weeks.words.scroll_to(self._area.verticalScrollBar().value() + self._area.viewport().height())

    def _on_moved(self, cell: QRectF) -> None:
        """Keep the cell that the keyboard is on in sight, above what is said of it."""
        at = self.weeks.strip.mapTo(self._whole, cell.center().toPoint())
        height = round(cell.height())
        self._area.ensureVisible(at.x(), at.y(), 0, height)
        self._area.ensureVisible(at.x(), at.y() + height // 2 + self.weeks.words.label.height(), 0, 0)

    def _on_rows(self, marks: tuple[str, ...]) -> None:
        self.context.preferences.change(timeline=" ".join(marks))

    def _on_course(self, course: Course) -> None:
        self._course = course
        self.refresh()

    def _on_edit(self) -> None:
        course = self._course or new_course(self.context.gate.today())
        self.dialog = dialog = CourseDialog(self, course)
        dialog.finished.connect(self._on_dialog_closed)
        EditSession(self.context, dialog, ("course", course.key), lambda: [dialog.form.course]).open()

    def _on_dialog_closed(self) -> None:
        self.dialog = None

    def _on_visit(self) -> None:
        self.dialogs.add_visit()

    def _on_side_effect(self) -> None:
        self.dialogs.add_side_effect()

    def _on_calendar(self) -> None:
        from adtracker.ui.records.calendar_dialog import CalendarDialog  # noqa: PLC0415 -- seldom wanted

        self.context.gate.look()
        CalendarDialog(self.context, self).open()

    def _on_form(self, form: Definition) -> None:
        self.scores.fill_in(form, self.context.gate.today())

    def _on_together(self) -> None:
        self.together.show()

    def _on_report(self) -> None:
        self.context.events.open_page.emit("report")
