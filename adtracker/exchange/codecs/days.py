"""Days.

    {"date": "2026-08-02", "itch": 7.0, "sleep_quality": null, "extent": {"percent": 0.6, "method": "regions",
     "grades": {"face": "little"}, "age_column": "adult", "palms": null}, "note": "…", "woken": true,
     "signs": ["dry"], "context": ["stress"], "answers": {"Stress at work": 6.0},
     "bad_day": null, "origin": "paper",
     "recorded_at": "2026-08-02T20:15:00+00:00", "recorded_on": "2026-08-02"}

`signs` and `context` are null where nothing is recorded, and empty where there was none of them. Words on the screen
may stand for the keys of signs, triggers and own questions. `origin` is not there for a day that was typed: programs
from before it was noted read such days as they always did.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.measure import PLAIN
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod, Origin, check_entry
from adtracker.domain.records.extent import check_extent
from adtracker.domain.records.question import DAY, Question, check_answer
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger, check_trigger
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.codecs.extent import extent_data, read_extent
from adtracker.exchange.codecs.own import is_trigger, question_key, trigger_key
from adtracker.exchange.import_result import DATE, ImportResult
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.values import iso
from adtracker.resources import body

Answers = tuple[tuple[str, float], ...]
# What the words for an empty list stand for.
NONE = "none of these"
ORIGIN = "origin"


def read_entry(fields: FieldReader, parsed: ImportResult, extent: Extent | None, answers: Answers) -> DayEntry:
    """An entry from an object or a row, but for what these say in different ways."""
    day = fields.day(DATE)
    fields.require(DATE, day)
    return DayEntry(
        day=day or parsed.today,
        **{measure.key: fields.number(measure.key) for measure in PLAIN},
        extent=extent,
        note=fields.text("note"),
        recorded_at=fields.moment("recorded_at"),
        recorded_on=fields.day("recorded_on"),
        woken=fields.flag("woken"),
        signs=_read_signs(fields, parsed),
        context=_read_context(fields, parsed),
        answers=answers,
        bad_day=fields.flag("bad_day") or None,
        origin=fields.choice(ORIGIN, Origin) or Origin.TYPED,
    )


def _read_context(fields: FieldReader, parsed: ImportResult) -> tuple[str, ...] | None:
    """The triggers by key; one that a person called “none” is no word for an empty list."""
    found = fields.texts("context")
    if found is None:
        return None
    kept = found if any(is_trigger(parsed, text) for text in found) else _without_none(found, parsed)
    return tuple(trigger_key(parsed, text) for text in kept)


def _without_none(found: list[str], parsed: ImportResult) -> list[str]:
    """No items where the screen's "None of these" is the only one."""
    return [] if [parsed.known.words.key(NONE, text) for text in found] == [NONE] else found


def _read_signs(fields: FieldReader, parsed: ImportResult) -> tuple[Sign, ...] | None:
    """The signs in their usual order, each once."""
    texts = fields.texts("signs")
    if texts is None:
        return None
    known = [sign.value for sign in Sign]
    found = [parsed.known.words.key("signs", text) for text in _without_none(texts, parsed)]
    for text in found:
        if text not in known:
            fields.note("signs", "not_a_choice", text=shown(text), known=", ".join(known))
    return tuple(sign for sign in Sign if sign.value in found)


def _data(entry: DayEntry, _contents: Snapshot) -> Data:
    return {
        DATE: entry.day.isoformat(),
        **{measure.key: entry.value(measure) for measure in PLAIN},
        "extent": None if entry.extent is None else extent_data(entry.extent),
        "note": entry.note,
        "woken": entry.woken,
        "signs": None if entry.signs is None else [sign.value for sign in entry.signs],
        "context": None if entry.context is None else list(entry.context),
        "answers": dict(entry.answers),
        "bad_day": entry.bad_day,
        **({} if entry.origin is Origin.TYPED else {ORIGIN: entry.origin.value}),
        "recorded_at": iso(entry.recorded_at),
        "recorded_on": iso(entry.recorded_on),
    }


def _entry(fields: FieldReader, parsed: ImportResult) -> DayEntry:
    extent = read_extent(fields.inner("extent"), parsed)
    return read_entry(fields, parsed, extent, _read_answers(fields.inner("answers"), parsed))


def _read_answers(fields: FieldReader | None, parsed: ImportResult) -> Answers:
    """The answers by the key of their question; null is not answered."""
    if fields is None:
        return ()
    answers: dict[str, float] = {}
    for name in fields.names():
        key, value = question_key(parsed, name), fields.number(name)
        if key in answers:
            fields.note(name, "name_taken", text=shown(name))
        elif value is not None:
            answers[key] = value
    return tuple(sorted(answers.items()))


def _answered(fields: FieldReader, parsed: ImportResult) -> Iterable[str]:
    return (question_key(parsed, name) for name in fields.inside("answers"))


def _check(entry: DayEntry, parsed: ImportResult) -> list[Problem]:
    """An answer has to fit its question, in the file or in the diary: without one nobody could say what it means, and a
    diary that had it would not pass its own check. A trigger nobody knows has to be fit to be one. Which of two numbers
    that contradict each other is true, nobody could say later.

    Each part is looked at for itself: long tables count on it (`intake.gathering`).
    """
    problems = check_entry(replace(entry, answers=()) if entry.answers else entry)
    if entry.extent is not None and entry.extent.method is not ExtentMethod.PERCENT:
        problems += _placed("extent.percent", check_extent(body(), entry.extent))
    if entry.context and not any(problem.field == "context" for problem in problems):
        unfit = (problem for key in entry.context for problem in check_trigger(Trigger(key, key))[:1])
        problems += _placed("context", unfit)
    for key, value in entry.answers:
        if unfit_value := _check_value(parsed.question(key), key, value):
            problems += _placed(f"answers.{shown(key)}", unfit_value)
    return problems


def _check_value(question: Question | None, key: str, value: float) -> list[Problem]:
    if question is None:
        return [Problem("", "question_unknown", {"text": shown(key)})]
    return check_answer(question, value)


def _placed(field: str, problems: Iterable[Problem]) -> list[Problem]:
    return [replace(problem, field=field) for problem in problems]


def _day_twice(entry: DayEntry) -> Problem:
    return Problem(DATE, "day_twice", {"day": entry.day})


def _is_empty(entry: DayEntry) -> bool:
    return entry.is_empty


def _same(here: object, file: object) -> bool:
    """Whether the file tells no more: a percentage alone is the diary's, told without where the skin was affected."""
    if isinstance(here, Extent) and isinstance(file, Extent) and file.method is ExtentMethod.PERCENT:
        return here.percent == file.percent
    return here == file


DAYS = RecordCodec(
    of=DAY,
    write=_data,
    read=_entry,
    check=_check,
    twice=_day_twice,
    is_empty=_is_empty,
    called={"extent_percent": ("extent",)},
    answered=_answered,
    same=_same,
)
