"""Pictures that no day names, in words."""

from __future__ import annotations

from datetime import date

from adtracker.language import tr, tr_count
from adtracker.ui.words.day_words import date_words


def loose_words(count: int) -> str:
    """How many there are, as the button says it that leads to them."""
    return tr_count("1 picture without a day…", "{count} pictures without a day…", count)


def deleted_words(goes: date) -> str:
    """That one was deleted just now, and until when it can be kept after all."""
    return tr("Deleted. Deleted for ever on {date} or later.", date=date_words(goes))
