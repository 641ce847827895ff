"""What is coming up: doses that wait or are planned, questionnaires by their rhythm, and visits after the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from adtracker.domain.records.course import Course
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.views.upcoming import Upcoming
from adtracker.language import tr
from adtracker.ui.kit.basics import Card, label
from adtracker.ui.timeline.upcoming_line import (
    UpcomingLine,
    daily_line,
    dose_line,
    fill,
    form_line,
    stock_line,
    visit_line,
)


class UpcomingCard(Card):
    """`day_opened` carries a day to be shown and `form_wanted` a form to be filled in."""

    day_opened = Signal(object)
    form_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Coming up"))
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.setSpacing(4)
        self.coming: list[UpcomingLine] = []
        self.none = label(tr("No dose, visit or questionnaire is planned."), "soft", wrap=True)
        self._coming = QVBoxLayout()
        self._coming.setSpacing(4)
        self.body.addLayout(self._coming)
        self.body.addWidget(self.none)
        self.body.addStretch(1)

    def show_coming(self, coming: Sequence[Upcoming], course: Course, today: date) -> None:
        """Show what is planned. The next visit has a card of its own; doses of every day share one line."""
        daily = [one for one in coming if one.count]
        visits = [one for one in coming if isinstance(one.record, Visit)]
        rest = [one for one in coming if not one.count and one not in visits[:1]]
        self.coming = [self._daily_line(daily, today)] if daily else []
        self.coming += [self._line(one, course, today) for one in rest]
        fill(self._coming, self.coming)
        self.none.setVisible(not self.coming)

    def _daily_line(self, daily: Sequence[Upcoming], today: date) -> UpcomingLine:
        line = daily_line(daily, today)
        line.pressed.connect(self.day_opened)
        return line

    def _line(self, coming: Upcoming, course: Course, today: date) -> UpcomingLine:
        if coming.stock is not None:
            return stock_line(coming.day, coming.stock, today)
        match coming.record:
            case Visit() as visit:
                line = visit_line(visit, today)
            case Definition() as form:
                line = form_line(coming, form, today)
                line.pressed.connect(self.form_wanted)
            case treatment:
                line = dose_line(coming, treatment, course, today)
                line.pressed.connect(self.day_opened)
        return line
