"""What a person named themselves: triggers and questions, each by its key, which is what it was first called.

{"key": "cat hair", "name": "Cats", "hidden": false}
{"key": "Stress", "text": "Stress at work", "kind": "scale", "better": "lower", "unit": "", "position": 0,
 "hidden": false}
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from adtracker.domain.common.field_reader import FieldReader, shown
from adtracker.domain.common.problem import Problem
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Better, Question, check_question
from adtracker.domain.records.question import check_together as check_questions_together
from adtracker.domain.records.trigger import Trigger, check_trigger
from adtracker.domain.records.trigger import check_together as check_triggers_together
from adtracker.exchange.codec import Data, RecordCodec
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.screen_words import Words
from adtracker.exchange.snapshot import Diary, Snapshot


def question_of(parsed: ImportResult, key: str) -> Question | None:
    """The question of a key, in the file or the diary: both are answered alike."""
    return parsed.called(Question, key) or parsed.known.questions.get(key)


def question_key(parsed: ImportResult, name: str) -> str:
    """The key of the question that is called so, by its key or as it is worded now; the name itself if none is."""
    if question_of(parsed, name) is not None:
        return name
    return _called(parsed, QUESTIONS.name, ((one.text, one.key) for one in parsed.of(Question)), name)


def trigger_key(parsed: ImportResult, name: str) -> str:
    """The key of the trigger that is called so, by its key or by its name now; the name itself if none is."""
    if name in parsed.known.triggers or parsed.called(Trigger, name) is not None:
        return name
    return _called(parsed, TRIGGERS.name, ((one.name, one.key) for one in parsed.of(Trigger)), name)


def _called(parsed: ImportResult, kind: str, in_file: Iterable[tuple[str, str]], name: str) -> str:
    """What a word means in the diary or, if nothing, in the file."""
    key = parsed.known.words.key(kind, name)
    return Words({kind: in_file}).key(kind, name) if key == name else key


def add_new_triggers(parsed: ImportResult) -> None:
    """Make a trigger of the person's own of everything that a day names and nobody knows."""
    ticked = (key for entry in parsed.of(DayEntry) for key in entry.context or ())
    for key in dict.fromkeys(ticked):
        if key not in parsed.known.triggers and parsed.called(Trigger, key) is None:
            parsed.add(Trigger(key, key))


def check_crowd(parsed: ImportResult) -> None:
    """Refuse a file that has more of a kind than fits on a day."""
    found = {
        TRIGGERS.name: check_triggers_together(parsed.of(Trigger)),
        QUESTIONS.name: check_questions_together(parsed.of(Question)),
    }
    for name, problems in found.items():
        if problems:
            parsed.refuse(Place(path=name), problems)


def _fetch_triggers(diary: Diary, _period: object) -> Sequence[Trigger]:
    return diary.triggers()


def _trigger_data(trigger: Trigger, _contents: Snapshot) -> Data:
    return {"key": trigger.key, "name": trigger.name, "hidden": trigger.hidden}


def _trigger(fields: FieldReader, _parsed: ImportResult) -> Trigger:
    key, name = fields.needed("key"), fields.text("name")
    return Trigger(key, name or key, fields.flag("hidden") or False)


def _check_trigger(trigger: Trigger, _parsed: ImportResult) -> list[Problem]:
    return check_trigger(trigger)


def _fetch_questions(diary: Diary, _period: object) -> Sequence[Question]:
    return diary.questions()


def _question_data(question: Question, _contents: Snapshot) -> Data:
    return {
        "key": question.key,
        "text": question.text,
        "kind": question.kind.value,
        "better": question.better.value,
        "unit": question.unit,
        "position": question.position,
        "hidden": question.hidden,
    }


def _question(fields: FieldReader, parsed: ImportResult) -> Question:
    words = parsed.known.words
    key, text = fields.needed("key"), fields.text("text")
    kind = fields.choice("kind", AnswerKind, words.of("answer_kinds"))
    fields.require("kind", kind)
    return Question(
        key=key,
        text=text or key,
        kind=kind or AnswerKind.SCALE,
        better=fields.choice("better", Better, words.of("better")) or Better.NEITHER,
        unit=fields.text("unit"),
        position=fields.whole("position") or 0,
        hidden=fields.flag("hidden") or False,
    )


def _check_question(question: Question, parsed: ImportResult) -> list[Problem]:
    """One of the same key that is answered otherwise is another question, and its answers would be misread."""
    known = parsed.known.questions.get(question.key)
    differs = known is not None and known.kind is not question.kind
    return [*check_question(question), *([Problem("kind", "question_differs")] if differs else [])]


def _key(record: Trigger | Question) -> str:
    return record.key


def _key_twice(record: Trigger | Question) -> Problem:
    return Problem("key", "name_taken", {"text": shown(record.key)})


TRIGGERS = RecordCodec(
    name="triggers",
    kind=Trigger,
    fetch=_fetch_triggers,
    write=_trigger_data,
    read=_trigger,
    check=_check_trigger,
    identity=_key,
    named=_key,
    columns=("key", "name", "hidden"),
    checks_all=False,
    twice=_key_twice,
)
QUESTIONS = RecordCodec(
    name="questions",
    kind=Question,
    fetch=_fetch_questions,
    write=_question_data,
    read=_question,
    check=_check_question,
    identity=_key,
    named=_key,
    columns=("key", "text", "kind", "better", "unit", "position", "hidden"),
    checks_all=False,
    twice=_key_twice,
)
