"""Trends: chosen measures over days and course weeks, or two periods on one axis, with the key numbers beside them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.edits.edit import Edit
from adtracker.domain.edits.kinds import EVENT_KINDS
from adtracker.domain.records.course import Course
from adtracker.domain.records.question import Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.review import Reach, Review
from adtracker.domain.views.trend_view import TrendView
from adtracker.language import tr
from adtracker.queries.conventions import Conventions
from adtracker.settings import Settings
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.kit.basics import scrolled
from adtracker.ui.kit.empty_state import EmptyState
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.records.span_choice import Span
from adtracker.ui.trends.card import CHART, TrendCard
from adtracker.ui.trends.comparison_words import ComparisonWords
from adtracker.ui.trends.head import TrendHead
from adtracker.ui.trends.numbers import TrendNumbers
from adtracker.ui.trends.reader import Offer, TrendReader
from adtracker.ui.trends.words import ViewWords

if TYPE_CHECKING:
    from adtracker.ui.records.photos.dialogs import PhotoDialogs
    from adtracker.ui.together.dialogs import TogetherDialogs
    from adtracker.ui.trends.dialogs import TrendDialogs
    from adtracker.ui.trends.saver import TrendSaver

# What is read or drawn in another way when one of these changes; days count in any case.
_RECORDS = (Course, Treatment, Question, ClinicScore, Response, Definition, Recall, *(one.of for one in EVENT_KINDS))
# With large letters the numbers stand below the charts rather than take this from them; in pixels of the 100 % design.
CHART_WIDTH = 520


class TrendsPage(Page):
    """Shows a range of days, or two periods.

    The range a person chose is remembered; one opened from elsewhere, and two periods, as long as the diary is open.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._reader = TrendReader(context)
        self._reach: Reach | None = None
        self._sides: tuple[Span, Span] | None = None
        self._build()
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.empty = EmptyState(tr("Your chart begins with your first day"), tr("Go to today"))
        self.empty.sentence.setText(tr("Write down how today was. Two numbers are enough to begin with."))
        self._parts = QStackedWidget()
        self._parts.addWidget(scrolled(self._content()))
        self._parts.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._parts)

    def _content(self) -> QWidget:
        theme = self.context.theme
        self.head, self.card, self.numbers = TrendHead(theme), TrendCard(theme, self.context.texts), TrendNumbers(theme)
        below = QWidget()
        self._columns = Columns(below, 12)
        self._columns.add(self.card, 1)
        self._columns.add(self.numbers)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(below, 1)
        return content

    def _connect(self) -> None:
        self.head.reached.connect(self._on_reach)
        self.head.compare.connect(self._on_compare)
        self.head.views.chosen.connect(self.card.show_view)
        self.head.measures.triggered.connect(self._on_measures)
        self.head.together.clicked.connect(self._on_together)
        self.head.photos.triggered.connect(self._on_photos)
        self.head.sure.toggled.connect(self.card.answer.detail.setVisible)
        self.head.save_wanted.connect(self._on_save)
        self.card.opened.connect(self.context.events.open_day)
        self.empty.action.clicked.connect(self._on_today)

    @cached_property
    def dialogs(self) -> TrendDialogs:
        """Where it is chosen what is shown."""
        from adtracker.ui.trends.dialogs import TrendDialogs  # noqa: PLC0415 -- not for those who only look

        made = TrendDialogs(self.context, self)
        made.compared.connect(self._on_compared)
        made.let_be.connect(self.refresh)
        return made

    @cached_property
    def saver(self) -> TrendSaver:
        """Saves what is shown."""
        from adtracker.ui.trends.saver import TrendSaver  # noqa: PLC0415 -- as above

        return TrendSaver(self.context, self.card, self)

    @cached_property
    def together(self) -> TogetherDialogs:
        """Shows what happened together with more or with less itch."""
        from adtracker.ui.together.dialogs import TogetherDialogs  # noqa: PLC0415 -- as above

        return TogetherDialogs(self.context, self)

    @cached_property
    def _photo_dialogs(self) -> PhotoDialogs:
        from adtracker.ui.records.photos.dialogs import PhotoDialogs  # noqa: PLC0415 -- as above

        return PhotoDialogs(self.context, self)

    def concerns(self, edit: Edit) -> bool:
        """Days, courses and what stands under the charts; not whose diary it is."""
        return bool(edit.days) or any(edit.touches(kind) for kind in _RECORDS)

    def open_period(self, period: Period) -> None:
        """Show some days, such as a week of a course: in the charts of the course, or else of the whole diary."""
        self._sides = None
        course = self.context.read(self.context.journal.course)
        is_within = course is not None and course.period.first <= period.first and period.last <= course.period.last
        self._reach = Reach.COURSE if is_within else Reach.ALL
        self.head.views.choose(CHART)
        self.card.show_view(CHART)
        self.refresh()
        if self._parts.currentIndex() == 0:
            self.card.chart.show_days(period)
            self.card.chart.setFocus()

    def heeds(self, settings: Settings) -> object:
        """How is counted, and which measures are drawn; how far back is looked is read anew when it is chosen."""
        return Conventions.of(settings), settings.trends

    def refresh(self) -> None:
        """Read what the chosen range, or the two periods, need and show it."""
        read = self.read(self._read)
        if read is None:
            return
        offer, view, words, photos = read
        self._parts.setCurrentIndex(1 if view.is_empty else 0)
        self.head.photos.setVisible(photos > 1)
        if not view.is_empty:
            self._show_head(view.look)
            self.card.show_words(words, view.said if self._sides is None else None)
            self.numbers.show_view(view, offer.names.measures)

    def _read(self) -> tuple[Offer, TrendView, ViewWords | ComparisonWords, int]:
        offer = self._reader.offer()
        view = self._reader.view(self._reach or self._reader.reach(), offer.chosen)
        words = self._words(view, offer) if self._sides is None else self._reader.comparison(self._sides, offer)
        return offer, view, words, self.context.journal.photo_counts()[0]

    def _words(self, view: TrendView, offer: Offer) -> ViewWords:
        return ViewWords(view, offer.names, lambda: self.context.read(lambda: self._reader.published(view.look)) or ())

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self.head.restyle()
        self._columns.want(self.card, self.context.theme.px(CHART_WIDTH))
        self.numbers.restyle()
        self.card.restyle()

    def _show_head(self, look: Review) -> None:
        self.head.show_reach(look.reach, look.course, comparing=self._sides is not None)

    def _on_reach(self, reach: Reach) -> None:
        self._reach, self._sides = reach, None
        self._reader.keep_reach(reach)
        self.refresh()
        if self._parts.currentIndex() == 0:
            self.card.chart.show_all()  # also where the same range was looked at from near

    def _on_measures(self) -> None:
        offer = self.context.read(self._reader.offer)
        if offer is not None:
            self.dialogs.choose_measures(offer)

    def _on_compare(self) -> None:
        courses = self.context.read(self.context.journal.courses)
        if courses is not None:
            self.dialogs.compare(courses)

    def _on_compared(self, sides: tuple[Span, Span]) -> None:
        self._sides = sides
        self.refresh()

    def _on_together(self) -> None:
        self.together.show()

    def _on_photos(self) -> None:
        self._photo_dialogs.compare()

    def _on_save(self, kind: str) -> None:
        self.saver.save(kind)

    def _on_today(self) -> None:
        self.context.events.open_day.emit(self.context.gate.today())
