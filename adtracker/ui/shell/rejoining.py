"""Puts what was given to one file into another that is open now, and says what became of it. Loads the exchange."""

from __future__ import annotations

from functools import partial

from adtracker.domain.edits.edit import Edit
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.rejoin import rejoined
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.core.handed import Handed
from adtracker.ui.words.left_words import replayed_words


def put_in(context: Context, given: Handed, *, mine_wins: bool) -> str | None:
    """What to say of it; None if it failed, which was said already, and what was given is still kept."""
    context.writer.given.carry(given.edits)
    for form, content in given.drafts.items():
        keep = partial(context.journal.keep_draft, form, content)
        context.attempt(keep if content else partial(context.journal.drop_draft, form))
    edit = context.read(lambda: rejoined(read_snapshot(context.journal), given.edits, mine_wins=mine_wins))
    if edit is None or not context.writer.take_in(edit):
        return None
    return replayed_words(_words, edit, edit)


def _words(edit: Edit) -> str:
    if edit:
        return tr("Your answers are in the file now.")
    return tr("All your answers were in the file already.")
