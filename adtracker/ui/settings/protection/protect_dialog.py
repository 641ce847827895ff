"""Gives a diary a new key in three steps: the password, the sheet of words, and three of them typed back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.language import tr
from adtracker.protection.labels import new_key
from adtracker.resources import Texts, recovery_words
from adtracker.secrecy import forbid_core_dumps
from adtracker.storage.encryption.protecting import Protection
from adtracker.ui.settings.protection.known_password import KnownPassword
from adtracker.ui.settings.protection.new_password import NewPassword
from adtracker.ui.settings.protection.steps_dialog import Shown, StepsDialog
from adtracker.ui.settings.protection.typed_back import TypedBack
from adtracker.ui.settings.protection.words_step import WordsStep


class NewKeyDialog(StepsDialog):
    """Nothing is changed by it: at the end `wanted` carries the new key, and the password that shall open it."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget, diary: Path, name: str, today: date, texts: Texts) -> None:
        super().__init__(parent)
        forbid_core_dumps()
        self._key = new_key()
        self.words = WordsStep(diary, name, today, texts)
        self.typed_back = TypedBack()
        self.finished.connect(self._on_finished)

    def take_first(self, title: str, first: Shown, last: str) -> None:
        """Ask for the password as `first` does, then go on to the words."""
        steps: list[Shown] = [
            first,
            (tr("Keep these 24 words"), self.words, self._has_seen),
            (tr("Three of the words"), self.typed_back, self.typed_back.are_right),
        ]
        self.take_steps(title, steps, last)

    def show_step(self, step: int) -> None:
        """The words stand on the screen in their step alone."""
        self.words.show_key(self._key if step == 1 else b"")
        super().show_step(step)

    def take_password(self) -> str:
        """The password that was typed, which is then forgotten."""
        raise NotImplementedError

    def _has_seen(self) -> bool:
        self.typed_back.expect(recovery_words().words(self._key))
        return True

    def _on_finished(self, result: int) -> None:
        key, self._key = self._key, b""
        password = self.take_password()
        if result == self.DialogCode.Accepted:
            self.wanted.emit(key, password)


class ProtectDialog(NewKeyDialog):
    """For a diary that has no password."""

    def __init__(self, parent: QWidget, diary: Path, name: str, today: date, texts: Texts) -> None:
        super().__init__(parent, diary, name, today, texts)
        self.password = NewPassword(texts)
        first = (tr("Choose a password"), self.password, self._has_password)
        self.take_first(tr("Set a password"), first, tr("Encrypt the diary"))

    def take_password(self) -> str:
        """The new one."""
        password = self.password.first.text
        self.password.forget()
        return password

    def _has_password(self) -> bool:
        return self.password.read() is not None


class NewWordsDialog(NewKeyDialog):
    """For a diary whose words somebody has seen: the password stays, the words and the key become others."""

    def __init__(
        self, parent: QWidget, protection: Protection, key: bytes, name: str, today: date, texts: Texts
    ) -> None:
        super().__init__(parent, protection.path, name, today, texts)
        words = tr(
            "The diary and its copies get new words, and the old ones open them no more. Your password stays. Whoever "
            "has the old words and a copy that is not at hand now can still read that copy."
        )
        self.known = KnownPassword(words, protection, key, texts)
        first = (tr("Your password"), self.known, self._is_known)
        self.take_first(tr("New words"), first, tr("Use the new words"))

    def take_password(self) -> str:
        """The one that the diary has."""
        password = self.known.field.text
        self.known.forget()
        return password

    def _is_known(self) -> bool:
        return self.known.ask(self.go_on)
