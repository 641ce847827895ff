"""Beside the answer: what is planned next, and the side effects and flares of a course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from adtracker.domain.coming_up import Coming
from adtracker.domain.flare import POINTS, Flare
from adtracker.domain.happening import Happening
from adtracker.domain.measure import ITCH
from adtracker.domain.visit import Visit
from adtracker.ui.widgets.basics import Card, button, label, rule
from adtracker.ui.widgets.day_words import short_day_words, span_words
from adtracker.ui.widgets.emptying import empty
from adtracker.ui.widgets.happening_words import Names, detail_words
from adtracker.ui.widgets.number_words import value_words

MOST_LISTED = 6


class ComingLine(QWidget):
    """One line: a day, what it is, and a button if there is something to open. `pressed` carries the day."""

    pressed = Signal(object)

    def __init__(self, when: str, what: str, day: date, action: QPushButton | None = None) -> None:
        super().__init__()
        self.words = f"{when}: {what}"
        self.action = action
        self._day = day
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(label(when, "soft", wrap=True))
        lines.addWidget(label(what, "body", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addLayout(lines, 1)
        if action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
            action.setAccessibleName(f"{action.text()}: {self.words}")
            action.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.pressed.emit(self._day)


class ComingCard(Card):
    """`day_opened` carries a day to be shown; `report_wanted` and `side_effect_wanted` say which button was pressed."""

    day_opened = Signal(object)
    report_wanted = Signal()
    side_effect_wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__(self.tr("Coming up"))
        self._names = names
        self.coming: list[ComingLine] = []
        self.past: list[ComingLine] = []
        self.add = button(self.tr("Record a side effect"))
        self.none = label(self.tr("No dose or visit is planned."), "soft", wrap=True)
        self.no_past = label(self.tr("None in this course."), "soft", wrap=True)
        self._coming, self._past = QVBoxLayout(), QVBoxLayout()
        for part in (self._coming, self._past):
            part.setSpacing(6)
        self.body.addLayout(self._coming)
        self.body.addWidget(self.none)
        self.body.addSpacing(6)
        self.body.addWidget(label(self.tr("Side effects and flares"), "heading", wrap=True))
        self.body.addLayout(self._past)
        self.body.addWidget(self.no_past)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.add.clicked.connect(self.side_effect_wanted)

    def show_coming(self, coming: Sequence[Coming], today: date) -> None:
        """Show what is planned."""
        self.coming = [self._coming_line(one, today) for one in coming]
        self._fill(self._coming, self.coming)
        self.none.setVisible(not self.coming)

    def show_past(self, effects: Sequence[Happening], flares: Sequence[Flare]) -> None:
        """Show the newest of both."""
        lines = [(one.day, self._effect_line(one)) for one in effects[:MOST_LISTED]]
        lines += [(one.period.first, self._flare_line(one)) for one in flares[:MOST_LISTED]]
        self.past = [line for _, line in sorted(lines, key=_first, reverse=True)]
        self._fill(self._past, self.past)
        self.no_past.setVisible(not self.past)

    def _fill(self, layout: QVBoxLayout, lines: Sequence[ComingLine]) -> None:
        empty(layout)
        for line in lines:
            layout.addWidget(line)
            layout.addWidget(rule())

    def _coming_line(self, coming: Coming, today: date) -> ComingLine:
        record, when = coming.record, short_day_words(coming.day, today)
        if isinstance(record, Visit):
            who = " ".join(record.who.split())
            what = self.tr("Visit: {}").format(who) if who else self.tr("Visit")
            line = ComingLine(when, what, coming.day, button(self.tr("Report")))
            line.pressed.connect(self.report_wanted)
            return line
        name = " ".join(record.name.split())
        what = f"{name}, {coming.dose}" if coming.dose else name
        if coming.day > today:
            return ComingLine(when, what, coming.day)
        line = ComingLine(self.tr("Planned for {}").format(when), what, today, button(self.tr("Log")))
        line.pressed.connect(self.day_opened)
        return line

    def _effect_line(self, effect: Happening) -> ComingLine:
        title = " ".join(effect.title.split())
        details = detail_words(effect, self._names)
        return self._past_line(details, title, effect.day)

    def _flare_line(self, flare: Flare) -> ComingLine:
        what = self.tr("Flare days: itch at least {points} above the 14 days before, up to {highest}").format(
            points=value_words(POINTS, ITCH), highest=value_words(flare.highest, ITCH)
        )
        return self._past_line(span_words(flare.period), what, flare.period.first)

    def _past_line(self, when: str, what: str, day: date) -> ComingLine:
        line = ComingLine(when, what, day, button(self.tr("Open")))
        line.pressed.connect(self.day_opened)
        return line


def _first(line: tuple[date, ComingLine]) -> date:
    return line[0]
