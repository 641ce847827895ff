"""The small window: two rows of numbers, what became of them, and two ways out. It can be painted before any diary is
open, and knows none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.common.measure import ITCH, SLEEP
from adtracker.language import begun, tr
from adtracker.resources import Texts
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, digit_of, label, set_kind
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.room.page_area import PageArea
from adtracker.ui.kit.room.screen_room import screen_room
from adtracker.ui.kit.score_scale import ScaleWords, ScoreScale
from adtracker.ui.kit.window_title import window_title
from adtracker.ui.words.day_words import day_words

_MARGIN = 18
_WIDTH = 560 + 2 * _MARGIN  # what a row of eleven numbers needs, at every text size


class QuickWindow(FittedDialog):
    """`answered` carries the name of an answer and its value; `open_wanted` asks for the whole diary instead.

    `leaving` comes when the person closes it by any way, and can be refused by `stay`.
    """

    answered = Signal(str, object)
    open_wanted = Signal()
    leaving = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stays = False
        self.setProperty("kind", "ground")
        self.setWindowTitle(window_title(tr("Today in two numbers")))
        measures = texts.table("measures")
        self.day = label("", "title")
        self.itch = ScoreScale(ITCH, ScaleWords.of(measures[ITCH.key]))
        self.sleep = ScoreScale(SLEEP, ScaleWords.of(measures[SLEEP.key]))
        self.state = label("", "small", wrap=True)
        self.whole = button(tr("Open the diary"))
        self.not_now = button(tr("Later"))
        for made in (self.whole, self.not_now):
            made.setAutoDefault(False)
        self._lay_out()
        self._theme = theme
        self._restyle()
        self._connect()

    def _restyle(self) -> None:
        self.setStyleSheet(self._theme.stylesheet)

    def show_day(self, day: date) -> None:
        """Say which day is asked about, with no answers yet."""
        self.day.setText(begun(day_words(day, day)))
        for scale in (self.itch, self.sleep):
            scale.show_value(None, fresh=True)
        self.say(tr("It closes by itself after the second answer."))

    def say(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Say what became of the answers."""
        set_kind(self.state, "caution" if is_wrong else "small")
        self.state.setText(sentence)
        announce(self, sentence)

    def stay(self) -> None:
        """Do not close for now: something is not stored."""
        self._stays = True

    def show_alone(self, page: QWidget) -> None:
        """Show something else in place of the questions, such as what asks for the password."""
        self._content.hide()
        self._column.insertWidget(0, page)
        inside = [area.widget() for area in page.findChildren(PageArea)]
        heights = [widget.sizeHint().height() for widget in inside if widget is not None]
        room = screen_room(self).height()
        self.resize(_WIDTH, min(sum(heights) + 2 * _MARGIN, room))

    def show_questions(self) -> None:
        """Show the questions again."""
        while self._column.count() > 1:
            item = self._column.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        self._content.show()
        self.resize(_WIDTH, self._content.sizeHint().height() + 2 * _MARGIN)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the first question without an answer."""
        (self.itch if self.itch.value is None else self.sleep).take_focus()

    def reject(self) -> None:
        """Close, by Esc, "Later" or the frame; stay where something is not stored."""
        self._stays = False
        self.leaving.emit()
        if not self._stays:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Be narrower than it likes to be where there is no room for that."""
        self.setMinimumWidth(min(_WIDTH, self.room().width()))
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit that nothing had a use for answers the first question without an answer."""
        digit = digit_of(event)
        if self._content.isVisible() and digit is not None:
            scale = self.itch if self.itch.value is None else self.sleep
            scale.take_focus()
            scale.type_digit(digit)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        ways = QHBoxLayout()
        ways.addWidget(self.whole)
        ways.addStretch(1)
        ways.addWidget(self.not_now)
        for part in (self.day, self.itch, self.sleep, self.state):
            inner.addWidget(part)
        inner.addLayout(ways)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._column.addWidget(self._content)
        self.setMinimumWidth(_WIDTH)

    def _connect(self) -> None:
        self._theme.changed.connect(self._restyle)
        self.itch.chosen.connect(lambda value: self.answered.emit("itch", value))
        self.sleep.chosen.connect(lambda value: self.answered.emit("sleep_quality", value))
        self.itch.completed.connect(self._on_itch_completed)
        self.whole.clicked.connect(self.open_wanted)
        self.not_now.clicked.connect(self.close)

    def _on_itch_completed(self, digit: int | None) -> None:
        self.sleep.take_focus()
        if digit is not None:
            self.sleep.type_digit(digit)
