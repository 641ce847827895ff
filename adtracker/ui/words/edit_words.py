"""What a write touched, in words: what undo took back, what was deleted. Every page says it through here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QLocale, QTime

from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record, Removed, kind_of
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.records.profile import Profile
from adtracker.domain.treatments.treatment import Treatment
from adtracker.language import tr
from adtracker.resources import texts
from adtracker.ui.words.answer_changes import UNKNOWN, Called
from adtracker.ui.words.answer_words import redone_answers, undone_answers
from adtracker.ui.words.day_words import date_words

_LINE = 36  # letters


def undone_words(edit: Edit, called: Called = UNKNOWN) -> str:
    """What undo took back, such as "Itch 7 is 4 again." or "Undone: visit of 3 November 2026."."""
    return undone_answers(edit, called) or tr("Undone: {edit}.", edit=_edit(edit))


def redone_words(edit: Edit, called: Called = UNKNOWN) -> str:
    """What was done again."""
    return redone_answers(edit, called) or tr("Done again: {edit}.", edit=_edit(edit))


def deleted_words(record: Removed) -> str:
    """That something was deleted, and what brings it back."""
    words = tr("Deleted: {record}. Ctrl+Z brings it back.", record=record_words(record))
    if isinstance(record, Treatment):
        words = tr("Deleted with its doses: {record}. Ctrl+Z brings it back.", record=record_words(record))
    return words


def saved_words(record: Record) -> str:
    """That something was stored, where the page does not show it."""
    return tr("Saved: {record}.", record=record_words(record))


def restored_words(record: Removed) -> str:
    """That something deleted is there again."""
    return tr("Brought back: {record}.", record=record_words(record))


def saved_edit_words(edit: Edit, when: datetime) -> str:
    """What was stored on any page, such as "Doses of 3 November 2026 saved, 08:42"."""
    time = QLocale().toString(QTime(when.hour, when.minute), "HH:mm")
    return tr("Saved at {time}: {what}", time=time, what=_shortened(_edit(edit)))


def record_words(record: Record) -> str:
    """What a record is called inside a sentence, such as "visit of 3 November 2026" or "treatment Mometasone"."""
    kind = kind_of(record)
    day = "" if kind.day is None else date_words(kind.day(record))
    return texts().record(kind.name, kind.called(record), day)


def _shortened(words: str) -> str:
    """As much as one line has room for, however long a name is."""
    return words if len(words) <= _LINE else f"{words[:_LINE]}…"


def _edit(edit: Edit) -> str:
    """The first thing it touched, and how many others."""
    words, others = _change(edit.changes[0]), len(edit.changes) - 1
    if not others:
        return words
    return tr("{what}, and {count} more", what=words, count=others)


def _change(change: Change) -> str:
    """The record, or the part of it that alone is other than before."""
    before, after = change.before, change.after
    if isinstance(before, Profile) and isinstance(after, Profile) and _asks_only(before, after):
        return tr("questions for your visit")
    if isinstance(change.record, DayEntry) and _without_note(before) == _without_note(after):
        return tr("note of {date}", date=date_words(change.record.day))
    return record_words(change.record)


def _asks_only(before: Profile, after: Profile) -> bool:
    return before == replace(after, questions=before.questions)


def _without_note(side: Record | None) -> DayEntry | None:
    """A day's answers but for the note and for when they were written down; None if there are no others."""
    if not isinstance(side, DayEntry):
        return None
    answers = replace(side, note="", recorded_at=None, recorded_on=None, origin=Origin.TYPED)
    return None if answers.is_empty else answers
