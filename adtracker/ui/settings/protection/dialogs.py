"""What is done with a diary that has a password: another password, another key, no password, and its sheet once more.

Each asks for the password first. Nothing is changed by a window: `wanted` says at its end what shall be.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.storage.encryption.protecting import Protection
from adtracker.ui.settings.protection.known_password import KnownPassword
from adtracker.ui.settings.protection.new_password import NewPassword
from adtracker.ui.settings.protection.steps_dialog import Shown, StepsDialog
from adtracker.ui.settings.protection.words_step import WordsStep


class PasswordDialog(StepsDialog):
    """Another password; whoever opened the diary with the words (`protection` None) is asked for no other one first.

    `wanted` carries the new one.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget, texts: Texts, protection: Protection | None, key: bytes) -> None:
        super().__init__(parent)
        self.password = NewPassword(texts)
        self.known: KnownPassword | None = None
        self._chosen = ""
        steps: list[Shown] = [(tr("Choose a new password"), self.password, self._has_password)]
        if protection is not None:
            words = tr("The password that opens the diary now. The words of your sheet stay as they are.")
            self.known = KnownPassword(words, protection, key, texts)
            steps.insert(0, (tr("Your password"), self.known, self._is_known))
        self.take_steps(tr("New password"), steps, tr("Use this password"))
        self.finished.connect(self._on_finished)

    def _is_known(self) -> bool:
        assert self.known is not None, "it is the step that asks"
        return self.known.ask(self.go_on)

    def _has_password(self) -> bool:
        self._chosen = self.password.read() or ""
        return bool(self._chosen)

    def _on_finished(self, result: int) -> None:
        chosen, self._chosen = self._chosen, ""
        for step in (self.password, self.known):
            if step is not None:
                step.forget()
        if result == self.DialogCode.Accepted:
            self.wanted.emit(chosen)


class UnprotectDialog(StepsDialog):
    """No password any more. `wanted` says that the person wants it and knows the password."""

    wanted = Signal()

    def __init__(self, parent: QWidget, texts: Texts, protection: Protection, key: bytes) -> None:
        super().__init__(parent)
        words = tr(
            "Without a password, whoever can use this computer can read the diary. Copies from before keep theirs."
        )
        self.known = KnownPassword(words, protection, key, texts)
        steps: list[Shown] = [(tr("Take the password off"), self.known, lambda: self.known.ask(self.go_on))]
        self.take_steps(tr("Take the password off"), steps, tr("Take the password off"))
        self.accepted.connect(self.wanted)
        self.finished.connect(self.known.forget)


class SheetDialog(StepsDialog):
    """The words once more, to be looked at, saved or printed."""

    def __init__(
        self, parent: QWidget, texts: Texts, protection: Protection, key: bytes, name: str, today: date
    ) -> None:
        super().__init__(parent)
        self._key = key
        said = tr("The words of your sheet are shown next. Look around: nobody else should see them.")
        self.known = KnownPassword(said, protection, key, texts)
        self.words = WordsStep(protection.path, name, today, texts)
        steps: list[Shown] = [
            (tr("Your password"), self.known, lambda: self.known.ask(self.go_on)),
            (tr("The 24 words of this diary"), self.words, lambda: True),
        ]
        self.take_steps(tr("The sheet of words"), steps, tr("Done"))
        self.finished.connect(self._on_finished)

    def show_step(self, step: int) -> None:
        """The words stand on the screen in their step alone."""
        self.words.show_key(self._key if step == 1 else b"")
        super().show_step(step)

    def _on_finished(self, _result: int) -> None:
        self._key = b""
        self.known.forget()
