"""The answers and doses of a day that a write changed, each with its name and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from adtracker.domain.common.measure import EXTENT, ITCH, PLAIN, SLEEP, Measure
from adtracker.domain.edits.edit import Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import Question, measure_of
from adtracker.domain.treatments.dose import DayDoses
from adtracker.language import tr
from adtracker.ui.words.number_words import value_words, written_number

_LONGEST = 30  # letters of a name that a person gave


@dataclass(frozen=True, slots=True)
class Called:
    """What a person calls their own questions and their treatments now; records name them by key."""

    questions: Mapping[str, Question] = field(default_factory=dict)
    treatments: Mapping[int, str] = field(default_factory=dict)


UNKNOWN = Called()


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer that is another one now. `name` begins a sentence, `inside` stands within one.

    `before` and `after` are the answer in words, None where there is none, empty where its words are too many.
    `is_many` says that the name stands for several things.
    """

    name: str
    inside: str
    before: str | None
    after: str | None
    is_many: bool = False


@dataclass(frozen=True, slots=True)
class PlainWords:
    """What one of the `PLAIN` measures is called where a change of it is told, and the sentence that it was `left`."""

    name: str
    inside: str
    left: str


def plain_words() -> Mapping[str, PlainWords]:
    """The words of each, by its key."""
    return {
        ITCH.key: PlainWords(
            tr("Itch"),
            tr("itch"),
            tr("Worst itch was changed elsewhere; it stays as it is."),
        ),
        SLEEP.key: PlainWords(
            tr("Sleep"),
            tr("sleep"),
            tr("Sleep quality was changed elsewhere; it stays as it is."),
        ),
    }


def answers_of_one_day(edit: Edit, called: Called = UNKNOWN) -> tuple[date | None, tuple[AnswerChange, ...]]:
    """The day whose answers or doses an edit changed and what these are; None where it is about something else."""
    if len(edit.changes) != 1:
        return None, ()
    (change,) = edit.changes
    if not isinstance(change.record, DayEntry | DayDoses):
        return None, ()
    old, new = _answers(change.before, called), _answers(change.after, called)
    return change.record.day, tuple(
        AnswerChange(one.name, one.inside, _words(old.get(key)), _words(new.get(key)), one.is_many)
        for key, one in {**old, **new}.items()
        if getattr(old.get(key), "value", None) != getattr(new.get(key), "value", None)
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an answer is called, the answer, and what it is in words: empty where these are too many."""

    name: str
    inside: str
    value: object
    words: str = ""
    is_many: bool = False


def _words(answer: _Answer | None) -> str | None:
    return None if answer is None else answer.words


def _answers(side: Record | None, called: Called) -> Mapping[object, _Answer]:
    """The answers that there are, by what tells one from another."""
    found: Iterator[tuple[object, _Answer]] = iter(())
    if isinstance(side, DayEntry):
        found = _of_day(side, called)
    elif isinstance(side, DayDoses):
        found = _of_doses(side, called)
    return {key: one for key, one in found if one.value not in (None, "", ())}


def _of_day(entry: DayEntry, called: Called) -> Iterator[tuple[object, _Answer]]:
    plain = plain_words()
    for measure in PLAIN:
        words = plain[measure.key]
        yield measure.key, _numbered(words.name, words.inside, entry.value(measure), measure)
    woken = tr("yes") if entry.woken else tr("no")
    yield "woken", _Answer(tr("Woken"), tr("woken"), entry.woken, woken)
    percent = "" if entry.extent is None else value_words(entry.extent.percent, EXTENT)
    yield "skin", _Answer(tr("Skin"), tr("skin"), entry.extent, percent)
    signs = tr("Skin signs"), tr("skin signs")
    yield "signs", _Answer(*signs, _ticked(entry.signs), is_many=True)
    triggers = tr("Triggers"), tr("triggers")
    yield "triggers", _Answer(*triggers, _ticked(entry.context), is_many=True)
    bad_day = tr("The mark “bad day”"), tr("the mark “bad day”")
    yield "bad_day", _Answer(*bad_day, entry.bad_day)
    yield "note", _Answer(tr("Note"), tr("note"), entry.note)
    for key, value in entry.answers:
        yield ("own", key), _own(key, value, called.questions.get(key))


def _ticked(keys: tuple[object, ...] | None) -> object:
    """That none was ticked is an answer too."""
    return None if keys is None else ("ticked", *keys)


def _own(key: str, value: float, question: Question | None) -> _Answer:
    if question is None:
        return _Answer(_quoted(key), _quoted(key), value, written_number(value, 12, "g"))
    return _numbered(_quoted(question.text), _quoted(question.text), value, measure_of(question))


def _numbered(name: str, inside: str, value: float | None, measure: Measure) -> _Answer:
    return _Answer(name, inside, value, "" if value is None else value_words(value, measure))


def _of_doses(doses: DayDoses, called: Called) -> Iterator[tuple[object, _Answer]]:
    name = called.treatments.get(doses.treatment)
    names = (tr("Dose"), tr("dose"))
    if name is not None:
        names = (_quoted(name), _quoted(name))
    yield "doses", _Answer(*names, (doses.taken, doses.skipped) if not doses.is_empty else None, _counted(doses))
    more = tr("What you wrote about it"), tr("what you wrote")
    yield "more", _Answer(*more, "".join((doses.reason, doses.amount, *doses.sites)))


def _counted(doses: DayDoses) -> str:
    """Taken, skipped, 2 taken, 1 taken and 1 skipped."""
    if doses.taken and doses.skipped:
        return tr("{taken} taken and {skipped} skipped", taken=doses.taken, skipped=doses.skipped)
    if doses.skipped:
        return tr("skipped") if doses.skipped == 1 else tr("{skipped} skipped", skipped=doses.skipped)
    if doses.taken:
        return tr("taken") if doses.taken == 1 else tr("{taken} taken", taken=doses.taken)
    return ""


def _quoted(name: str) -> str:
    word = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
    return tr("“{word}”", word=word)
