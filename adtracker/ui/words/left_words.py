"""What undo and redo left as they found it, in words: whatever was changed elsewhere since."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from adtracker.domain.edits.edit import Edit, Left, Part
from adtracker.domain.edits.parts import ANSWERS
from adtracker.domain.records.day import DayEntry
from adtracker.language import tr
from adtracker.ui.words.answer_changes import plain_words
from adtracker.ui.words.edit_words import record_words


def replayed_words(words: Callable[[Edit], str], wanted: Edit, done: Edit) -> str:
    """What was undone or done again, which `words` says, and what was left.

    `wanted` is the edit that was to be taken back or done again, `done` what was written.
    """
    if not done.left:
        return words(wanted)
    return " ".join(([words(wanted)] if done else []) + [left_words(left) for left in done.left[:1]] + _others(done))


def left_words(left: Left) -> str:
    """That something was changed elsewhere, and stays."""
    if isinstance(left.record, DayEntry) and len(left.parts) == 1:
        return _day_part(left.parts[0])
    return tr("Changed elsewhere, so it stays as it is: {record}.", record=record_words(left.record))


def _others(done: Edit) -> list[str]:
    """How many more were left."""
    others = len(done.left) - 1
    return [tr("{count} more stay as they are.", count=others)] if others else []


def _day_part(part: Part) -> str:
    name, key = part
    if name == ANSWERS:
        return tr("The answer to “{key}” was changed elsewhere; it stays as it is.", key=key)
    return _sentences()[name]


def _sentences() -> Mapping[str, str]:
    return {
        **{key: words.left for key, words in plain_words().items()},
        "extent": tr("The skin affected was changed elsewhere; it stays as it is."),
        "note": tr("The note was changed elsewhere; it stays as it is."),
        "woken": tr("Whether itch woke you was changed elsewhere; it stays as it is."),
        "signs": tr("What your skin looked like was changed elsewhere; it stays as it is."),
        "bad_day": tr("That it was a bad day was changed elsewhere; it stays as it is."),
        "origin": tr("How the day came in was changed elsewhere; it stays as it is."),
        "context": tr("What may have set it off was changed elsewhere; it stays as it is."),
    }
