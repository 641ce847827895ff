"""Beside the answer: what is planned next, and the side effects and flares of a course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.definition import Definition
from adtracker.domain.statistics.flare import Flare
from adtracker.domain.views.event import Event
from adtracker.domain.views.upcoming import Upcoming
from adtracker.ui.kit.basics import Card, button, clear_layout, label, rule
from adtracker.ui.timeline.upcoming_line import UpcomingLine, dose_line, form_line, past_line, visit_line
from adtracker.ui.words.event_words import Names

MOST_LISTED = 6


class UpcomingCard(Card):
    """`day_opened` carries a day to be shown and `form_wanted` a form to be filled in.

    `report_wanted` and `side_effect_wanted` say which button was pressed.
    """

    day_opened = Signal(object)
    form_wanted = Signal(object)
    report_wanted = Signal()
    side_effect_wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__(self.tr("Coming up"))
        self._names = names
        self._events: Sequence[Event | Flare] = ()
        self.coming: list[UpcomingLine] = []
        self.past: list[UpcomingLine] = []
        self.none = label(self.tr("No dose, visit or questionnaire is planned."), "soft", wrap=True)
        self.no_past = label(self.tr("None in this course."), "soft", wrap=True)
        self.all = button("", "link")
        self.all.setCheckable(True)
        self.add = button(self.tr("Record a side effect"))
        self._build()
        self.all.toggled.connect(self._fill_past)
        self.add.clicked.connect(self.side_effect_wanted)

    def _build(self) -> None:
        self._coming, self._past = QVBoxLayout(), QVBoxLayout()
        for part in (self._coming, self._past):
            part.setSpacing(6)
        self.body.addLayout(self._coming)
        self.body.addWidget(self.none)
        self.body.addSpacing(6)
        self.body.addWidget(label(self.tr("Side effects and flares"), "heading", wrap=True))
        self.body.addLayout(self._past)
        self.body.addWidget(self.no_past)
        for made in (self.all, self.add):
            self.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_coming(self, coming: Sequence[Upcoming], today: date) -> None:
        """Show what is planned."""
        self.coming = [self._coming_line(one, today) for one in coming]
        _fill(self._coming, self.coming)
        self.none.setVisible(not self.coming)

    def show_past(self, effects: Sequence[Event], flares: Sequence[Flare]) -> None:
        """Show the newest of both, or all while a person wants that."""
        self._events = sorted([*effects, *flares], key=_first, reverse=True)
        self._fill_past()

    def _fill_past(self) -> None:
        shown = self._events if self.all.isChecked() else self._events[:MOST_LISTED]
        self.past = [past_line(one, self._names) for one in shown]
        for line in self.past:
            line.pressed.connect(self.day_opened)
        _fill(self._past, self.past)
        self.no_past.setVisible(not self.past)
        self.all.setVisible(len(self._events) > MOST_LISTED)
        words, count = self.tr("Show all {}"), len(self._events)
        if self.all.isChecked():
            words, count = self.tr("Show the newest {}"), MOST_LISTED
        self.all.setText(words.format(count))
        self.all.setAccessibleName(self.tr("{}, side effects and flares").format(self.all.text()))

    def _coming_line(self, coming: Upcoming, today: date) -> UpcomingLine:
        match coming.record:
            case Visit() as visit:
                line = visit_line(visit, today)
                line.pressed.connect(self._on_report)
            case Definition() as form:
                line = form_line(coming, form, today)
                line.pressed.connect(self.form_wanted)
            case treatment:
                line = dose_line(coming, treatment, today)
                line.pressed.connect(self.day_opened)
        return line

    def _on_report(self) -> None:
        self.report_wanted.emit()


def _fill(layout: QVBoxLayout, lines: Sequence[UpcomingLine]) -> None:
    clear_layout(layout)
    for line in lines:
        layout.addWidget(line)
        layout.addWidget(rule())


def _first(one: Event | Flare) -> date:
    return one.period.first
