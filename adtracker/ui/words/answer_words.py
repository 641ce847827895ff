"""What a write did to the answers of one day, in words: what was saved and for which day, what undo brought back."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QLocale, QTime

from adtracker.domain.common.measure import EXTENT
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.day import Extent, ExtentMethod
from adtracker.language import tr, tr_count
from adtracker.ui.words.answer_changes import UNKNOWN, AnswerChange, Called, answers_of_one_day
from adtracker.ui.words.day_words import brief_day, short_day_words
from adtracker.ui.words.number_words import value_words

_SHORT = 22  # letters that fit on the button for undo


def saved_answers(edit: Edit, when: datetime, today: date, called: Called = UNKNOWN) -> tuple[str, str]:
    """What was saved, such as "Itch 7 saved for Sat 28 Nov, 08:42", and what it replaced, if that says more.

    Both are empty where the edit is not about the answers or doses of one day.
    """
    day, changes = answers_of_one_day(edit, called)
    if day is None or not changes:
        return "", ""
    time = QLocale().toString(QTime(when.hour, when.minute), "HH:mm")
    return _saved(changes, short_day_words(day, today), time), _replaced(edit)


def undone_answers(edit: Edit, called: Called = UNKNOWN) -> str:
    """What is back after undo: "Itch 7 is 4 again on 28 Nov."; empty where it was not one answer of a day."""
    day, changes = answers_of_one_day(edit, called)
    if day is None or len(changes) != 1:
        return ""
    (one,) = changes
    what = f"{one.name} {one.after or ''}".strip()
    return _undone(one, what, brief_day(day))


def _undone(one: AnswerChange, what: str, day: str) -> str:
    if one.before:
        return tr("{what} is {before} again on {day}.", what=what, before=one.before, day=day)
    if one.before is None and one.is_many:
        return tr("{what} are taken back on {day}.", what=what, day=day)
    if one.before is None:
        return tr("{what} is taken back on {day}.", what=what, day=day)
    if one.is_many:
        return tr("{what} are as they were before on {day}.", what=what, day=day)
    return tr("{what} is as it was before on {day}.", what=what, day=day)


def redone_answers(edit: Edit, called: Called = UNKNOWN) -> str:
    """What is there again after redo: "Itch 4 is 7 again on 28 Nov."; empty where it was not one answer of a day."""
    return undone_answers(edit.inverse(), called)


def short_words(edit: Edit, called: Called = UNKNOWN) -> str:
    """What undo would take back, such as "itch 7", where that fits on a button; else empty."""
    _, changes = answers_of_one_day(edit, called)
    if len(changes) != 1:
        return ""
    words = " ".join(filter(None, (changes[0].inside, changes[0].after)))
    return words if len(words) <= _SHORT else ""


def _saved(changes: tuple[AnswerChange, ...], day: str, time: str) -> str:
    if len(changes) > 1:
        return tr("Answers saved for {day}, {time}", day=day, time=time)
    (one,) = changes
    if one.after is None:
        return tr("{name} taken back for {day}, {time}", name=one.name, day=day, time=time)
    what = f"{one.name} {one.after}".strip()
    return tr("{what} saved for {day}, {time}", what=what, day=day, time=time)


def _replaced(edit: Edit) -> str:
    """Where one way of answering about the skin took the place of another, what it was."""
    before, after = (getattr(side, "extent", None) for side in (edit.changes[0].before, edit.changes[0].after))
    if not isinstance(before, Extent) or not isinstance(after, Extent) or _way(before) == _way(after):
        return ""
    return tr(
        "{before} was replaced by {after}. Undo brings it back.",
        before=_answer(before, begins=True),
        after=_answer(after, begins=False),
    )


def _way(extent: Extent) -> object:
    """How it was answered; that no skin is affected is a way of its own."""
    return "none" if extent.method is ExtentMethod.REGIONS and not extent.grades else extent.method


def _answer(extent: Extent, *, begins: bool) -> str:
    percent = value_words(extent.percent, EXTENT)
    if _way(extent) == "none":
        return tr("“No skin affected”")
    if extent.method is ExtentMethod.REGIONS:
        return tr("The map of {percent}", percent=percent) if begins else tr("the map of {percent}", percent=percent)
    if extent.palms is not None:
        palms = QLocale().toString(extent.palms, "g", 4)
        return tr_count("{palms} palm", "{palms} palms", extent.palms, palms=palms)
    return percent
