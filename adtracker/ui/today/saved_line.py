"""The line that says whether what is on the screen is in the diary, and takes changes back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label, set_kind
from adtracker.ui.kit.diaries.diary_card import actions
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.columns import Columns


class SavedLine(QWidget):
    """One sentence and three buttons. It says "saved" only when it was told so, after the commit."""

    undo = Signal()
    redo = Signal()
    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = label("", "good")
        self._more = label("", "soft", wrap=True)
        self.again_button = button(tr("Try again"), "primary")
        self.undo_button = button(tr("Undo"))
        self.redo_button = button(tr("Redo"))
        words = QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._state)
        row.addWidget(self._more, 1)
        line = Columns(self, 12)
        line.add(words, 1)
        line.add(actions(self.again_button, self.undo_button, self.redo_button))
        self.again_button.clicked.connect(self.again)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        self.show_history(can_undo=False, can_redo=False)

    @property
    def text(self) -> str:
        """All that it says."""
        return f"{self._state.text()} {self._more.text()}".strip()

    def show_idle(self, *, can_save: bool = True) -> None:
        """Nothing has been saved yet, and nothing is waiting; where nothing can be saved it says nothing."""
        self._say("good", "", tr("Changes save as you make them.") if can_save else "")

    def show_typing(self) -> None:
        """Something is being typed; it will be saved at the next pause."""
        self._say("soft", tr("Saves when you pause."), "")

    def show_saved(self, sentence: str, more: str = "") -> None:
        """What a commit that has returned stored, and what it replaced, if anything."""
        self._say("good", f"✓ {sentence}", more or tr("Changes save as you make them."))
        if more:
            announce(self, more)

    def show_new_day(self, sentence: str, *, is_refused: bool) -> None:
        """Today is another day than a moment ago; `is_refused` says that this kept something from being saved."""
        self._say("accent", sentence, tr("What you pressed last was not saved.") if is_refused else "")

    def show_replayed(self, words: str) -> None:
        """What an undo or redo changed, or why a day was not opened; what was saved before stands beside it."""
        self._more.setText(words)
        announce(self, words)

    def show_failure(self, sentence: str, *, can_retry: bool) -> None:
        """What is on the screen is not in the diary, and why."""
        self._say("caution", tr("Not saved"), sentence)
        self.again_button.setVisible(can_retry)
        announce(self, self.text)

    def show_history(self, *, can_undo: bool, can_redo: bool, what: str = "") -> None:
        """Whether there is something to take back, or to do again; `what` undo takes back, where that is short."""
        self.undo_button.setText(tr("Undo {what}", what=what) if what else tr("Undo"))
        self.undo_button.setEnabled(can_undo)
        self.redo_button.setEnabled(can_redo)

    def _say(self, kind: str, state: str, more: str) -> None:
        set_kind(self._state, kind)
        self._state.setVisible(bool(state))
        self._state.setText(state)
        self._more.setText(more)
        self.again_button.hide()
