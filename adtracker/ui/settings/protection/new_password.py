"""Asks for a new password, twice."""

from __future__ import annotations

import unicodedata

from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.errors import ProtectionError
from adtracker.language import tr
from adtracker.protection.passwords import SHORTEST, check_password
from adtracker.resources import Texts
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.secret_field import SecretField
from adtracker.ui.kit.messages import announce


class NewPassword(QWidget):
    """Two lines that one button shows; pasting is allowed. `read` says below the lines what is wrong."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.first = SecretField(
            tr("New password"),
            tr("At least {count} characters. Four words that you can remember are a good password.", count=SHORTEST),
        )
        self.second = SecretField(tr("The same again"), has_button=False)
        self.first.join(self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.first)
        column.addWidget(self.second)
        words = tr("There are no rules about digits and signs, no hints and no questions.")
        column.addWidget(label(words, "small", wrap=True))
        column.addStretch(1)

    def read(self) -> str | None:
        """The password, None if it is too short or the two differ."""
        for field in (self.first, self.second):
            field.show_problem("")
        try:
            check_password(self.first.text)
        except ProtectionError as error:
            self._refuse(self.first, error)
            return None
        if _composed(self.first.text) != _composed(self.second.text):
            self._refuse(self.second, ProtectionError("protection.password_differs"))
            return None
        return self.first.text

    def forget(self) -> None:
        """Take away what was typed."""
        self.first.forget()
        self.second.forget()

    def take_focus(self) -> None:
        """Put the keyboard into the first line."""
        self.first.take_focus()

    def _refuse(self, field: SecretField, error: ProtectionError) -> None:
        sentence = self._texts.error(error)
        field.show_problem(sentence)
        field.take_focus()
        announce(field, sentence)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
