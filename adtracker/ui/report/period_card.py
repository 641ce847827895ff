"""Asks which days the report covers: a period by its name, or two dates."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.language import tr, tr_count
from adtracker.report.periods import Span, span_period, spans
from adtracker.ui.kit.basics import Card, label, set_kind
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import DayField
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.day_words import span_words

CUSTOM = "custom"


class PeriodCard(Card):
    """`changed` comes when a person chose a period by its name, `typed` when they put in one of its days.

    A choice stays while it is on offer.
    """

    changed = Signal()
    typed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__(tr("Period"))
        self._course: Course | None = None
        self._visit: date | None = None
        self._today = today
        self._chosen: str | None = None  # until somebody chooses, the usual period
        self._build()
        self.chips.chosen.connect(self._on_chosen)
        for field in (self.first, self.last):
            field.picked.connect(self._on_picked)
        self.show_course(None, today)

    def _build(self) -> None:
        names = [
            (Span.COURSE.value, tr("Whole course")),
            (Span.TWENTY_FOUR_WEEKS.value, tr("Last 24 weeks")),
            (Span.LAST_VISIT.value, tr("Since last visit")),
            (Span.TWELVE_WEEKS.value, tr("Last 12 weeks")),
            (Span.FOUR_WEEKS.value, tr("Last 4 weeks")),
            (CUSTOM, tr("Custom")),
        ]
        self.chips = Chips(tr("Period"), names)
        self.first = DayField(tr("First day"), self._today, self._today)
        self.last = DayField(tr("Last day"), self._today, self._today)
        self._dates = QWidget()
        row = FlowLayout(self._dates, spacing=12)
        row.addWidget(Field(tr("First day"), self.first))
        row.addWidget(Field(tr("Last day"), self.last))
        self.words = label("", "small", wrap=True)
        for part in (self.chips, self._dates, self.words):
            self.body.addWidget(part)

    @property
    def period(self) -> Period | None:
        """The days to cover; None while the first day lies after the last, which the card then says."""
        if self.key != CUSTOM:
            return span_period(Span(self.key), self._course, self._today, self._visit)
        first, last = self.first.day, self.last.day
        return Period(first, last) if first <= last else None

    @property
    def key(self) -> str:
        """What is chosen: the value of a `Span`, or CUSTOM."""
        return self._chosen or spans(self._course, self._today, self._visit)[0].value

    def show_course(self, course: Course | None, today: date, visit: date | None = None) -> None:
        """Offer what there is on a day; days that have not come cannot be chosen. `visit` is the last one before it."""
        self._course, self._today, self._visit = course, today, visit
        offered = {span.value for span in spans(course, today, visit)} | {CUSTOM}
        if self._chosen not in offered:
            self._chosen = None
        for span in Span:
            self.chips.chip(span.value).setVisible(span.value in offered)
        for field in (self.first, self.last):
            field.show_latest(today)
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen."""
        self.chips.chip(self.key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.chips.choose(self.key)
        self._dates.setVisible(self.key == CUSTOM)
        period = self.period
        set_kind(self.words, "small" if period else "caution")
        self.words.setText(self._in_words(period) if period else tr("The first day lies after the last day."))

    def _in_words(self, period: Period) -> str:
        days = tr_count("1 day", "{count} days", period.length)
        return tr("{span} ({days})", span=span_words(period), days=days)

    def _on_chosen(self, key: str) -> None:
        if key == CUSTOM and (period := self.period):
            self.first.show_day(period.first)
            self.last.show_day(period.last)
        self._chosen = key
        self._say()
        self.changed.emit()

    def _on_picked(self) -> None:
        self._say()
        self.typed.emit()

    def _say(self) -> None:
        self._show()
        announce(self, self.words.text())
