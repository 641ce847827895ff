"""The next visit: when it is, how well the days since the last one are kept, and a way to the report."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from adtracker.domain.views.visit_ahead import VisitAhead
from adtracker.language import tr, tr_count
from adtracker.ui.kit.basics import Card, button, column, label
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.words.day_words import date_words, day_words


class VisitCard(Card):
    """Shows a `VisitAhead`; `report` is the button that leads to the report."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.setSpacing(4)
        self.heading.hide()
        self.title = label("", "heading", wrap=True)
        self.report = button(tr("Make the report"))
        self.written = label("", "body", wrap=True)
        self.questions = label("", "body", wrap=True)
        self.enough = label("", "small", wrap=True)
        top, words = QWidget(), QWidget()
        columns = Columns(top)
        columns.add(self.title, 1)
        columns.add(self.report)
        lines = column(words, 2)
        for part in (self.written, self.questions, self.enough):
            lines.addWidget(part)
        self.body.addWidget(top)
        self.body.addWidget(words)
        self.body.addStretch(1)

    def show_visit(self, ahead: VisitAhead, today: date) -> None:
        """Show what is planned and what is kept."""
        self.title.setText(_title(ahead, today))
        self.setAccessibleName(self.title.text())
        for part, words in (
            (self.written, _written(ahead)),
            (self.questions, _questions(ahead)),
            (self.enough, _enough(ahead)),
        ):
            _say(part, words)


def _say(part: QLabel, words: str) -> None:
    part.setText(words)
    part.setVisible(bool(words))


def _title(ahead: VisitAhead, today: date) -> str:
    if ahead.visit is None:
        return tr("No visit is planned")
    if ahead.visit.day == today:
        return tr("Visit today")
    return tr("Next visit: {day}", day=day_words(ahead.visit.day, today))


def _written(ahead: VisitAhead) -> str:
    if ahead.days is None:
        return ""
    if ahead.since is None:
        return tr_count(
            "Written in the course so far: {written} of {count} day.",
            "Written in the course so far: {written} of {count} days.",
            ahead.days.length,
            written=ahead.written,
        )
    since = date_words(ahead.since)
    return tr_count(
        "1 of the {all} days since {since} is written.",
        "{count} of the {all} days since {since} are written.",
        ahead.written,
        all=ahead.days.length,
        since=since,
    )


def _questions(ahead: VisitAhead) -> str:
    if ahead.questions == 0:
        return tr("No question is noted.")
    return tr_count("1 question is noted.", "{count} questions are noted.", ahead.questions)


def _enough(ahead: VisitAhead) -> str:
    """Whether all weeks that are over have their average; empty where none is over."""
    if not ahead.full_weeks:
        return ""
    have = ahead.full_weeks - ahead.thin_weeks
    if ahead.since is None:
        return tr("Full weeks with an average of itch: {have} of {weeks}.", have=have, weeks=ahead.full_weeks)
    if not ahead.thin_weeks:
        return tr("Every full week since then has its average. Nothing needs to be caught up.")
    return tr("Full weeks since then with an average of itch: {have} of {weeks}.", have=have, weeks=ahead.full_weeks)
