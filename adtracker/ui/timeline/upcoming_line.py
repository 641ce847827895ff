"""The lines of the card beside the answer: when something is or was, what it is, and a button that opens it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from adtracker.domain.common.measure import ITCH
from adtracker.domain.records.course import DAYS_A_WEEK, Course
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.statistics.flare import POINTS, Flare
from adtracker.domain.treatments.stock import Stock
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Event
from adtracker.domain.views.upcoming import Upcoming
from adtracker.language import tr, tr_count
from adtracker.ui.kit.basics import button, clear_layout, column, label, rule
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.words.day_words import short_day_words, span_words
from adtracker.ui.words.event_words import Names, detail_words
from adtracker.ui.words.number_words import value_words
from adtracker.ui.words.stock_words import doses

# How wide the column of days is, in digits; from so many days on weeks are counted.
_WHEN, _WEEKS_FROM = 13, 14


class UpcomingLine(QWidget):
    """One line: a day, what it is, and a button that opens it, or how far ahead it is. `pressed` carries the value
    given.

    What is to come has its day first, in a column; what was (`name_first`) its name, which is what a person looks for.
    """

    pressed = Signal(object)

    def __init__(
        self,
        when: str,
        what: str,
        value: object = None,
        action: QPushButton | None = None,
        *,
        name_first: bool = False,
        far: str = "",
    ) -> None:
        super().__init__()
        parts = [(when, "soft"), (what, "body")]
        if name_first:
            parts.reverse()
        self.words = ": ".join(text for text, _ in parts)
        self.action = action
        self._value = value
        words = QWidget()
        if name_first:
            lines = column(words, 1)
            for text, kind in parts:
                lines.addWidget(label(text, kind, wrap=True))
        else:
            columns = Columns(words, spacing=10)
            first = label(when, "body", wrap=True)
            columns.add(first)
            columns.prefer(first, _WHEN * first.fontMetrics().horizontalAdvance("0"))
            columns.add(label(what, "body", wrap=True), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(words, 1)
        if far:
            row.addWidget(label(far, "soft"), 0, Qt.AlignmentFlag.AlignVCenter)
        if action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
            action.setAccessibleName(tr("{name}: {words}", name=action.text(), words=self.words))
            action.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.pressed.emit(self._value)


def fill(layout: QVBoxLayout, lines: Sequence[UpcomingLine], *, ruled: bool = False) -> None:
    """Put lines in place of those of a layout; `ruled` with a hairline below each."""
    clear_layout(layout)
    for line in lines:
        layout.addWidget(line)
        if ruled:
            layout.addWidget(rule())


def visit_line(visit: Visit, today: date) -> UpcomingLine:
    """A visit that is planned after the next one."""
    who = " ".join(visit.who.split())
    what = tr("Visit: {who}", who=who) if who else tr("Visit")
    return UpcomingLine(short_day_words(visit.day, today), what, far=_far(visit.day, today))


def daily_line(coming: Sequence[Upcoming], today: date) -> UpcomingLine:
    """The doses of today that wait, of what is used every day; one button for all, as they stand on one page."""
    what = " · ".join(map(_daily_words, coming))
    return UpcomingLine(tr("Today"), what, today, button(tr("Log")))


def dose_line(coming: Upcoming, treatment: Treatment, course: Course, today: date) -> UpcomingLine:
    """A planned dose, with its week of the course; one that waits has a button that carries today."""
    name, when = " ".join(treatment.name.split()), short_day_words(coming.day, today)
    what = f"{name}, {coming.dose}" if coming.dose else name
    if coming.day > today:
        if coming.day in course.period:
            week = course.week_of(coming.day)
            what = tr("{dose}, week {week}", dose=what, week=week)
        return UpcomingLine(when, what, far=_far(coming.day, today))
    planned = tr("Planned for {when}", when=when)
    if coming.day == today:
        planned = tr("Today")
    return UpcomingLine(planned, what, today, button(tr("Log")))


def stock_line(day: date, stock: Stock, today: date) -> UpcomingLine:
    """What is left of a treatment: on the person's own day to order, or the day of the last dose."""
    name, last = " ".join(stock.treatment.name.split()), stock.last_day
    if last is None:
        return UpcomingLine(tr("Today"), tr("{name}: no dose left", name=name))
    when = short_day_words(day, today)
    if stock.order_day is None:
        words = tr("{name}: the last of {doses} left", name=name, doses=doses(stock.left))
        return UpcomingLine(when, words, far=_far(day, today))
    what = tr(
        "{name}: your day to order, {doses} left, the last for {day}",
        name=name,
        doses=doses(stock.left),
        day=short_day_words(last, today),
    )
    if day < today:
        when = tr("Since {when}", when=when)
    return UpcomingLine(when, what, far=_far(day, today))


def _daily_words(coming: Upcoming) -> str:
    """A dose of every day: "Moisturiser", or "Moisturiser, dose 2 of 2" of what is used more than once."""
    name = " ".join(getattr(coming.record, "name", "").split())
    if coming.count == 1:
        return name
    return tr("{name}, dose {number} of {count}", name=name, number=coming.number, count=coming.count)


def _far(day: date, today: date) -> str:
    """How far ahead a day is: "tomorrow", "in 9 days", "in 3 weeks"."""
    ahead = (day - today).days
    if ahead <= 1:
        return tr("tomorrow") if ahead == 1 else ""
    if ahead < _WEEKS_FROM:
        return tr_count("in {count} day", "in {count} days", ahead)
    return tr_count("in {count} week", "in {count} weeks", ahead // DAYS_A_WEEK)


def form_line(coming: Upcoming, form: Definition, today: date) -> UpcomingLine:
    """A questionnaire with its rhythm; the button of one that is due carries it."""
    what = " ".join(form.title.split())
    if coming.last is not None:
        last = short_day_words(coming.last, today)
        what = tr("{form}, last filled in on {day}", form=what, day=last)
    when = short_day_words(coming.day, today)
    if coming.day > today:
        return UpcomingLine(when, what, far=_far(coming.day, today))
    due = tr("Due since {when}", when=when)
    if coming.day == today:
        due = tr("Due today")
    return UpcomingLine(due, what, form, button(tr("Fill in")))


def past_line(one: Event | Flare, names: Names) -> UpcomingLine:
    """A side effect or a run of flare days; the button carries its first day."""
    if isinstance(one, Event):
        when, what = detail_words(one, names), " ".join(one.title.split())
    else:
        what = tr("Flare days")
        when = tr(
            "{days}, itch at least {points} above the 14 days before, up to {highest}",
            days=span_words(one.period),
            points=value_words(POINTS, ITCH),
            highest=value_words(one.highest, ITCH),
        )
    return UpcomingLine(when, what, one.period.first, button(tr("Open")), name_first=True)
