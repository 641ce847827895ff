"""Asks for the password that a diary has, before something is done that only its owner may do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.storage.encryption.protecting import Protection
from adtracker.ui.core.tasks import Task, Tasks
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.secret_field import SecretField
from adtracker.ui.kit.messages import announce


class KnownPassword(QWidget):
    """One line; looked at off the window's thread, for a try takes about a second. `words` say what it is for."""

    def __init__(self, words: str, protection: Protection, key: bytes, texts: Texts) -> None:
        super().__init__()
        self._protection = protection
        self._key = key
        self._texts = texts
        self._tasks = Tasks()
        self._task: Task | None = None
        self.field = SecretField(tr("Your password"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(words, wrap=True))
        column.addWidget(self.field)
        column.addStretch(1)

    def ask(self, then: Callable[[], None]) -> bool:
        """False, since nobody knows yet; `then` is called if it is the password, else that is said."""
        if self.field.line.isEnabled():
            self.field.line.setEnabled(False)
            self.field.show_problem("")
            task = self._task = self._tasks.run(partial(self._protection.confirm, self.field.text, self._key))
            task.done.connect(partial(self._on_right, then))
            task.failed.connect(self._on_wrong)
        return False

    def forget(self) -> None:
        """Take away what was typed; nobody waits for an answer any more."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.field.forget()

    def take_focus(self) -> None:
        """Put the keyboard into the line."""
        self.field.take_focus()

    def _on_right(self, then: Callable[[], None], _given: object) -> None:
        self._task = None
        self.field.line.setEnabled(True)
        then()

    def _on_wrong(self, error: AdtrackerError) -> None:
        sentence, self._task = self._texts.error(error), None
        self.field.line.setEnabled(True)
        self.field.show_problem(sentence)
        self.take_focus()
        announce(self.field, sentence)
