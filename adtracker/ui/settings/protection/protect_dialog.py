"""Gives a diary a password in three steps: the password, the sheet of words, and three of them typed back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.protection.labels import new_key
from adtracker.resources import Texts, recovery_words
from adtracker.secrecy import forbid_core_dumps
from adtracker.ui.settings.protection.new_password import NewPassword
from adtracker.ui.settings.protection.steps_dialog import StepsDialog
from adtracker.ui.settings.protection.typed_back import TypedBack
from adtracker.ui.settings.protection.words_step import WordsStep


class ProtectDialog(StepsDialog):
    """Nothing is changed by it: at the end `wanted` carries the new key, and the password that shall open it."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget, diary: Path, name: str, today: date, texts: Texts) -> None:
        super().__init__(parent)
        forbid_core_dumps()
        self._key = new_key()
        self._password = ""
        self.password = NewPassword(texts)
        self.words = WordsStep(diary, name, today, texts)
        self.typed_back = TypedBack()
        self.take_steps(
            self.tr("Set a password"),
            [
                (self.tr("Choose a password"), self.password, self._has_password),
                (self.tr("Keep these 24 words"), self.words, self._has_seen),
                (self.tr("Three of the words"), self.typed_back, self.typed_back.are_right),
            ],
            self.tr("Encrypt the diary"),
        )
        self.finished.connect(self._on_finished)

    def show_step(self, step: int) -> None:
        """The words stand on the screen in their step alone."""
        self.words.show_key(self._key if step == 1 else b"")
        super().show_step(step)

    def _has_password(self) -> bool:
        self._password = self.password.read() or ""
        return bool(self._password)

    def _has_seen(self) -> bool:
        self.typed_back.expect(recovery_words().words(self._key))
        return True

    def _on_finished(self, result: int) -> None:
        key, password = self._key, self._password
        self._key, self._password = b"", ""
        self.password.forget()
        if result == self.DialogCode.Accepted:
            self.wanted.emit(key, password)
