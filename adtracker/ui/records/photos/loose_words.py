"""Pictures that no day names, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from adtracker.ui.words.day_words import date_words

translate = QCoreApplication.translate


def loose_words(count: int) -> str:
    """How many there are, as the button says it that leads to them."""
    if count == 1:
        return translate("loose_words", "1 picture without a day…")
    return translate("loose_words", "{} pictures without a day…").format(count)


def deleted_words(goes: date) -> str:
    """That one was deleted just now, and until when it can be kept after all."""
    words = translate("loose_words", "Deleted. Deleted for ever on {} or later.")
    return words.format(date_words(goes))
