"""Puts what was given to one file into another that is open now, and says what became of it. Loads the exchange."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from adtracker.domain.edits.edit import Edit
from adtracker.errors import AdtrackerError
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.rejoin import rejoined
from adtracker.ui.core.context import Context
from adtracker.ui.words.left_words import replayed_words


def put_in(context: Context, given: Sequence[Edit], *, mine_wins: bool) -> str | None:
    """What to say of it; None if it failed, which was said already, and what was given is still kept."""
    context.writer.given.carry(given)
    try:
        edit = rejoined(read_snapshot(context.journal), given, mine_wins=mine_wins)
    except AdtrackerError as error:
        context.events.failed.emit(error)
        return None
    return replayed_words(_words, edit, edit) if context.writer.take_in(edit) else None


def _words(edit: Edit) -> str:
    if edit:
        return QCoreApplication.translate("rejoining", "Your answers are in the file now.")
    return QCoreApplication.translate("rejoining", "All your answers were in the file already.")
