"""Asks for the password of a diary, or for its 24 words; says what was wrong, and waits a little longer each time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.language import tr, tr_count
from adtracker.ui.kit.basics import Card, button, label, rule, scrolled
from adtracker.ui.kit.fields.long_words import LongWords
from adtracker.ui.kit.fields.secret_field import SecretField
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.shell.lock.lock_mark import LockMark

_WIDTH = 448
_SECOND = 1000
LONGEST_WAIT = 10


class LockedPage(QWidget):
    """`tried` carries what was typed; whoever listens answers with `refuse`, or takes the page away.

    `name` is what diary it is; a page that was `locked_at` a time says nothing of it to whoever comes by. `place` is
    its file.
    """

    tried = Signal(str)
    other = Signal()

    def __init__(self, name: str, locked_at: str = "", place: Path | None = None) -> None:
        super().__init__()
        self.place = place
        self._wrong = 0
        self._seconds = 0
        self.asks_for_words = False
        self._waiting = QTimer(self)
        self._waiting.setInterval(_SECOND)
        self._waiting.timeout.connect(self._on_second)
        self._secret = SecretField(tr("Password"))
        self.line, self.shows = self._secret.line, self._secret.shows
        self.open = button(tr("Open the diary"), "primary")
        self.words = button(tr("Use my 24 words"), "link")
        self.choose = button(tr("Open another diary"), "link")
        self._lay_out(self._head(name, locked_at), self._card())
        self.line.returnPressed.connect(self._on_enter)
        self.open.clicked.connect(self._on_enter)
        self.words.clicked.connect(self._on_words)
        self.choose.clicked.connect(self.other)

    def take_focus(self) -> None:
        """Put the keyboard where the password goes, and say what is asked for."""
        self._secret.take_focus()
        announce(self, self._asks)

    def refuse(self, sentence: str, *, is_wrong: bool) -> None:
        """Say what was wrong; after a wrong password, and only then, the next try has to wait."""
        self._secret.show_problem(sentence)
        announce(self, sentence)
        self._wrong += is_wrong
        self.line.setEnabled(True)
        self._secret.take_focus()
        self._seconds = wait_seconds(self._wrong) if is_wrong else 0
        if self._seconds:
            self._waiting.start()
        self._show_wait()

    def forget(self) -> None:
        """Take what was typed out of the field."""
        self._secret.forget()

    def _head(self, name: str, locked_at: str) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(LockMark(), 0, Qt.AlignmentFlag.AlignHCenter)
        title, words = tr("This diary has a password"), name
        if locked_at:
            title, words = tr("Locked"), tr("All you wrote is saved. Locked at {time}.", time=locked_at)
        self._asks = f"{title}. {words}"
        for made in (label(title, "title", wrap=True), label(words, "soft", wrap=True, of=LongWords)):
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            head.addWidget(made)
        return head

    def _card(self) -> Card:
        card = Card()
        card.body.setContentsMargins(24, 20, 24, 14)
        card.body.addWidget(self._secret)
        card.body.addWidget(self.open)
        card.body.addSpacing(6)
        card.body.addWidget(rule())
        ways = FlowLayout(spacing=24)
        ways.addWidget(self.words)
        ways.addWidget(self.choose)
        card.body.addLayout(ways)
        return card

    def _lay_out(self, head: QVBoxLayout, card: Card) -> None:
        said = tr("Enter opens. Wrong tries wait a little longer each time; nothing is ever wiped.")
        foot = label(said, "small", wrap=True)
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle, content = QWidget(), QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addStretch(1)
        column.addLayout(head)
        column.addWidget(card)
        column.addWidget(foot)
        column.addStretch(2)
        QHBoxLayout(content).addWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content))

    def _on_enter(self) -> None:
        if self.open.isEnabled() and self.line.text():
            self.open.setEnabled(False)
            self.line.setEnabled(False)
            self._secret.show_problem("")
            self.tried.emit(self.line.text())

    def _on_second(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._waiting.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        self.open.setEnabled(self._seconds <= 0)
        self.open.setText(
            tr_count("One second…", "{count} seconds…", self._seconds) if self._seconds > 0 else tr("Open the diary")
        )

    def _on_words(self) -> None:
        """Go from the password to the words, or back."""
        self.asks_for_words = not self.asks_for_words
        self._secret.rename(tr("The 24 words of your sheet") if self.asks_for_words else tr("Password"))
        self.words.setText(tr("Use my password") if self.asks_for_words else tr("Use my 24 words"))
        self._secret.show_problem("")
        self.forget()
        self.shows.setChecked(self.asks_for_words)
        self._secret.take_focus()


def wait_seconds(wrong: int) -> int:
    """How long the next try waits after so many wrong ones: 1 second, twice as long each time, never over 10."""
    return min(LONGEST_WAIT, 1 << min(wrong - 1, LONGEST_WAIT)) if wrong > 0 else 0
