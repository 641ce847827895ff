"""The card for somebody who comes back: three ways, none of them owed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from adtracker.domain.records.day import DayEntry
from adtracker.domain.views.coming_back import ComingBack
from adtracker.language import tr, tr_count
from adtracker.resources import Texts
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import Card, button, label
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.tab_order import follow, tab_stops
from adtracker.ui.today.coming_back.break_choice import BreakChoice
from adtracker.ui.today.coming_back.remembered_grid import RememberedGrid
from adtracker.ui.words.day_words import day_words
from adtracker.ui.words.number_words import days

BUTTON_WIDTH = 200


class ComingBackCard(Card):
    """`today_wanted`, `save_wanted` and `break_wanted` say which way was taken."""

    today_wanted = Signal()
    save_wanted = Signal()
    break_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme = theme
        self._found: ComingBack | None = None
        self.setAccessibleName(tr("Coming back"))
        self.begin = button(tr("Start today"), "primary")
        self.save = button("")
        self.grid = RememberedGrid(theme, texts.table("measures"))
        self.choice = BreakChoice(texts.events())
        self.since = label("", "soft", wrap=True)
        self._build()
        self.begin.clicked.connect(self.today_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.choice.wanted.connect(self.break_wanted)
        self.grid.changed.connect(self._follow)
        self.restyle()

    def _build(self) -> None:
        self.body.setContentsMargins(24, 16, 24, 20)
        self.body.setSpacing(12)
        self.body.addWidget(label(tr("Good to see you again"), "title"))
        self.body.addWidget(self.since)
        start = tr("Two answers: itch and sleep. The empty days stay empty.")
        self.body.addWidget(_way(tr("Start with today"), start, self.begin))
        fill = tr("Only the days you are sure of. They are marked as filled in later.")
        keys = label(tr("Keys: type the number and go on with Tab. Empty is always allowed."), "small", wrap=True)
        remember = tr("Fill in what you remember")
        self.body.addWidget(_way(remember, fill, self.save, self.grid, self.grid.problem, keys))
        why = tr("Why days are missing helps when the diary is read. It stands on the report, without any rating.")
        self.body.addWidget(_way(tr("Or mark the days left as a break"), why, self.choice.mark, self.choice))
        self.body.addStretch(1)

    def show_gap(self, found: ComingBack, today: date, stored: Mapping[date, DayEntry]) -> None:
        """Show which days are empty; `stored` are the entries of the gap, which were just filled in."""
        if self._found is None or self._found.gap != found.gap:
            self.choice.forget()
        self._found = found
        words = tr_count(
            "The last entry is from {day}. 1 day is empty. That is fine, too.",
            "The last entry is from {day}. {count} days are empty. That is fine: all you wrote is here, and you owe "
            "the diary nothing.",
            len(found.open),
            day=day_words(found.last, today),
        )
        self.since.setText(words)
        self.grid.show_days(found.remembered, today, stored)
        follow((self.begin, *self.grid.fields.values(), self.save, *tab_stops(self.choice), self.choice.mark))
        self._follow()

    def take_focus(self) -> None:
        """Work begins with the first way."""
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take over the text size."""
        for made in (self.begin, self.save, self.choice.mark):
            made.setMinimumWidth(self._theme.px(BUTTON_WIDTH))
        self.grid.restyle()

    def _follow(self) -> None:
        """The buttons name the days that they are about."""
        new = [entry.day for entry in self.grid.entries]
        self.save.setEnabled(bool(new))
        self.save.setText(tr("Save {days}", days=days(len(new))) if new else tr("Save these days"))
        if self._found is not None:
            self.choice.show_left(self._found.left(new))


def _way(heading: str, words: str, action: QPushButton, *below: QWidget) -> Card:
    """One of the ways: what it is, the button that takes it, and what it asks."""
    made = Card()
    made.heading.hide()
    made.setProperty("kind", "way")
    made.setAccessibleName(heading)
    text = QWidget()
    lines = QVBoxLayout(text)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(2)
    lines.addWidget(label(heading, "heading", wrap=True))
    lines.addWidget(label(words, "soft", wrap=True))
    columns = Columns(spacing=16)
    columns.add(text, 1)
    columns.add(action)
    made.body.setContentsMargins(18, 12, 18, 12)
    made.body.setSpacing(8)
    made.body.addLayout(columns)
    for widget in below:
        made.body.addWidget(widget)
    return made
