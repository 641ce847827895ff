"""What a write did to the answers of one day, in words: what was saved and for which day, what undo brought back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP, Measure
from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.ui.words.day_words import brief_day, short_day_words
from adtracker.ui.words.number_words import value_words

translate = QCoreApplication.translate
_SHORT = 22  # letters that fit on the button for undo


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer that is another one now. `name` begins a sentence, `inside` stands within one.

    `before` and `after` are the answer in words, None where there is none, empty where its words are too many.
    """

    name: str
    inside: str
    before: str | None
    after: str | None


def changed_answers(before: DayEntry | None, after: DayEntry | None) -> tuple[AnswerChange, ...]:
    """The answers in which two sides of a change differ."""
    old, new = _answers(before), _answers(after)
    return tuple(
        AnswerChange(one.name, one.inside, _words(old.get(name)), _words(new.get(name)))
        for name, one in {**new, **old}.items()
        if getattr(old.get(name), "value", None) != getattr(new.get(name), "value", None)
    )


def _words(answer: _Answer | None) -> str | None:
    return None if answer is None else answer.words


def saved_answers(edit: Edit, when: datetime, today: date) -> tuple[str, str]:
    """What was saved, such as "Itch 7 saved for Sat 28 Nov, 08:42", and what it replaced, if that says more.

    Both are empty where the edit is not about the answers of one day.
    """
    day, changes = _of_one_day(edit)
    if day is None or not changes:
        return "", ""
    time = QLocale().toString(QTime(when.hour, when.minute), "HH:mm")
    place = {"day": short_day_words(day, today), "time": time}
    return _saved(changes).format(**place), _replaced(edit)


def undone_answers(edit: Edit) -> str:
    """What is back after undo: "Itch 7 is 4 again on 28 Nov."; empty where it was not one answer of a day."""
    day, changes = _of_one_day(edit)
    if day is None or len(changes) != 1:
        return ""
    (one,) = changes
    what = f"{one.name} {one.after or ''}".strip()
    if one.before:
        words = translate("answer_words", "{what} is {before} again on {day}.")
    elif one.before is None:
        words = translate("answer_words", "{what} is taken back on {day}.")
    else:
        words = translate("answer_words", "{what} is as it was before on {day}.")
    return words.format(what=what, before=one.before, day=brief_day(day))


def redone_answers(edit: Edit) -> str:
    """What is there again after redo: "Itch 4 is 7 again on 28 Nov."; empty where it was not one answer of a day."""
    return undone_answers(edit.inverse())


def short_words(edit: Edit) -> str:
    """What undo would take back, such as "itch 7", where that fits on a button; else empty."""
    _, changes = _of_one_day(edit)
    if len(changes) != 1:
        return ""
    words = " ".join(filter(None, (changes[0].inside, changes[0].after)))
    return words if len(words) <= _SHORT else ""


def _saved(changes: tuple[AnswerChange, ...]) -> str:
    """A sentence with places for the day and the time."""
    if len(changes) > 1:
        return translate("answer_words", "Answers saved for {day}, {time}")
    (one,) = changes
    if one.after is None:
        return _named(translate("answer_words", "{name} taken back for {day}, {time}"), name=one.name)
    return _named(translate("answer_words", "{what} saved for {day}, {time}"), what=f"{one.name} {one.after}".strip())


def _named(sentence: str, **values: str) -> str:
    """Fill in what a person may have written, so that braces in it stay braces."""
    for place, value in values.items():
        sentence = sentence.replace(f"{{{place}}}", value.replace("{", "{{").replace("}", "}}"))
    return sentence


def _of_one_day(edit: Edit) -> tuple[date | None, tuple[AnswerChange, ...]]:
    if len(edit.changes) != 1 or not isinstance(edit.changes[0].record, DayEntry):
        return None, ()
    before, after = edit.changes[0].before, edit.changes[0].after
    assert before is None or isinstance(before, DayEntry), "a change is about one record"
    assert after is None or isinstance(after, DayEntry), "on both sides"
    return edit.changes[0].record.day, changed_answers(before, after)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an answer is called, the answer, and what it is in words: empty where these are too many."""

    name: str
    inside: str
    value: object
    words: str = ""


def _answers(entry: DayEntry | None) -> Mapping[str, _Answer]:
    return {} if entry is None else {one.name: one for one in _all(entry) if one.value not in (None, "")}


def _all(entry: DayEntry) -> Iterator[_Answer]:
    yield _numbered(translate("answer_words", "Itch"), translate("answer_words", "itch"), entry.itch, ITCH)
    yield _numbered(translate("answer_words", "Sleep"), translate("answer_words", "sleep"), entry.sleep_quality, SLEEP)
    woken = translate("answer_words", "yes") if entry.woken else translate("answer_words", "no")
    yield _Answer(translate("answer_words", "Woken"), translate("answer_words", "woken"), entry.woken, woken)
    percent = "" if entry.extent is None else value_words(entry.extent.percent, EXTENT)
    yield _Answer(translate("answer_words", "Skin"), translate("answer_words", "skin"), entry.extent, percent)
    yield _Answer(translate("answer_words", "Skin signs"), translate("answer_words", "skin signs"), entry.signs)
    yield _Answer(translate("answer_words", "Triggers"), translate("answer_words", "triggers"), entry.context)
    yield _Answer(translate("answer_words", "Note"), translate("answer_words", "note"), entry.note)
    for key, value in entry.answers:
        yield _Answer(f"“{key}”", f"“{key}”", value, QLocale().toString(value, "g", 12))


def _numbered(name: str, inside: str, value: float | None, measure: Measure) -> _Answer:
    return _Answer(name, inside, value, "" if value is None else value_words(value, measure))


def _replaced(edit: Edit) -> str:
    """Where one way of answering about the skin took the place of another, what it was."""
    before, after = (getattr(side, "extent", None) for side in (edit.changes[0].before, edit.changes[0].after))
    if not isinstance(before, Extent) or not isinstance(after, Extent) or _way(before) == _way(after):
        return ""
    words = translate("answer_words", "{before} was replaced by {after}. Undo brings it back.")
    return words.format(before=_answer(before, begins=True), after=_answer(after, begins=False))


def _way(extent: Extent) -> object:
    """How it was answered; that no skin is affected is a way of its own."""
    return "none" if extent.method is ExtentMethod.REGIONS and not extent.grades else extent.method


def _answer(extent: Extent, *, begins: bool) -> str:
    percent = value_words(extent.percent, EXTENT)
    if _way(extent) == "none":
        return translate("answer_words", "“No skin affected”")
    if extent.method is ExtentMethod.REGIONS:
        words = translate("answer_words", "The map of {}") if begins else translate("answer_words", "the map of {}")
        return words.format(percent)
    if extent.palms is not None:
        palms = QLocale().toString(extent.palms, "g", 4)
        one = extent.palms == 1
        words = translate("answer_words", "{} palm") if one else translate("answer_words", "{} palms")
        return words.format(palms)
    return percent
