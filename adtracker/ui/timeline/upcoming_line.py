"""The lines of the card beside the answer: when something is or was, what it is, and a button that opens it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from adtracker.domain.common.measure import ITCH
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.statistics.flare import POINTS, Flare
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Event
from adtracker.domain.views.upcoming import Upcoming
from adtracker.ui.kit.basics import button, label
from adtracker.ui.words.day_words import short_day_words, span_words
from adtracker.ui.words.event_words import Names, detail_words
from adtracker.ui.words.number_words import value_words

translate = QCoreApplication.translate


class UpcomingLine(QWidget):
    """One line: a day, what it is, and a button if there is something to open. `pressed` carries the value given.

    What is to come has its day first; what was (`name_first`) its name, which is what a person looks for.
    """

    pressed = Signal(object)

    def __init__(
        self, when: str, what: str, value: object = None, action: QPushButton | None = None, *, name_first: bool = False
    ) -> None:
        super().__init__()
        parts = [(when, "soft"), (what, "body")]
        if name_first:
            parts.reverse()
        self.words = ": ".join(text for text, _ in parts)
        self.action = action
        self._value = value
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for text, kind in parts:
            lines.addWidget(label(text, kind, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(lines, 1)
        if action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
            action.setAccessibleName(f"{action.text()}: {self.words}")
            action.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.pressed.emit(self._value)


def visit_line(visit: Visit, today: date) -> UpcomingLine:
    """A visit that is planned; the button is for the report to take along."""
    who = " ".join(visit.who.split())
    what = translate("coming_line", "Visit: {}").format(who) if who else translate("coming_line", "Visit")
    return UpcomingLine(short_day_words(visit.day, today), what, None, button(translate("coming_line", "Report")))


def dose_line(coming: Upcoming, treatment: Treatment, today: date) -> UpcomingLine:
    """A planned dose; one that waits has a button that carries today."""
    name, when = " ".join(treatment.name.split()), short_day_words(coming.day, today)
    what = f"{name}, {coming.dose}" if coming.dose else name
    if coming.day > today:
        return UpcomingLine(when, what)
    planned = translate("coming_line", "Planned for {}").format(when)
    return UpcomingLine(planned, what, today, button(translate("coming_line", "Log")))


def form_line(coming: Upcoming, form: Definition, today: date) -> UpcomingLine:
    """A questionnaire with its rhythm; the button of one that is due carries it."""
    what = " ".join(form.title.split())
    if coming.last is not None:
        last = short_day_words(coming.last, today)
        what = translate("coming_line", "{form}, last filled in on {day}").format(form=what, day=last)
    when = short_day_words(coming.day, today)
    if coming.day > today:
        return UpcomingLine(when, what)
    due = translate("coming_line", "Due since {}").format(when)
    if coming.day == today:
        due = translate("coming_line", "Due today")
    return UpcomingLine(due, what, form, button(translate("coming_line", "Fill in")))


def past_line(one: Event | Flare, names: Names) -> UpcomingLine:
    """A side effect or a run of flare days; the button carries its first day."""
    if isinstance(one, Event):
        when, what = detail_words(one, names), " ".join(one.title.split())
    else:
        what = translate("coming_line", "Flare days")
        when = translate("coming_line", "{days}, itch at least {points} above the 14 days before, up to {highest}")
        points, highest = value_words(POINTS, ITCH), value_words(one.highest, ITCH)
        when = when.format(days=span_words(one.period), points=points, highest=highest)
    return UpcomingLine(when, what, one.period.first, button(translate("coming_line", "Open")), name_first=True)
