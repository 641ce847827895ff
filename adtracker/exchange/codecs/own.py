"""What a person named themselves: triggers and questions, each by its key, which is what it was first called.

{"key": "cat hair", "name": "Cats", "hidden": false}
{"key": "Stress", "text": "Stress at work", "kind": "scale", "better": "lower", "unit": "", "position": 0,
 "hidden": false, "source": ""}
"""

from __future__ import annotations

from collections.abc import Iterable

from adtracker.domain.common.problem import Problem
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import QUESTION, Question, check_question
from adtracker.domain.records.trigger import TRIGGER, Trigger
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.screen_words import Words


def question_key(parsed: ImportResult, name: str) -> str:
    """The key of the question that is called so, by its key or as it is worded now; the name itself if none is."""
    if parsed.question(name) is not None:
        return name
    return _called(parsed, QUESTION.name, ((one.text, one.key) for one in parsed.of(Question)), name)


def trigger_key(parsed: ImportResult, name: str) -> str:
    """The key of the trigger that is called so, by its key or by its name now; if none is, the name as it was first
    written in the file: it will be one."""
    if is_trigger(parsed, name):
        return name
    key = _called(parsed, TRIGGER.name, ((one.name, one.key) for one in parsed.of(Trigger)), name)
    return key if is_trigger(parsed, key) else parsed.as_first_written(key)


def is_trigger(parsed: ImportResult, key: str) -> bool:
    """Whether a trigger of the diary or of the file has this key, letter for letter."""
    return key in parsed.known.triggers or parsed.called(Trigger, key) is not None


def _called(parsed: ImportResult, kind: str, in_file: Iterable[tuple[str, str]], name: str) -> str:
    """What a word means in the diary or, if nothing, in the file."""
    key = parsed.known.words.key(kind, name)
    return Words({kind: in_file}).key(kind, name) if key == name else key


def add_new_triggers(parsed: ImportResult) -> None:
    """Make a trigger of the person's own of everything that a day names and nobody knows."""
    ticked = (key for entry in parsed.of(DayEntry) for key in entry.context or ())
    for key in dict.fromkeys(ticked):
        if not is_trigger(parsed, key):
            parsed.add(Trigger(key, key))


def check_question_of_file(question: Question, parsed: ImportResult) -> list[Problem]:
    """One of the same key that is answered otherwise is another question, and its answers would be misread."""
    known = parsed.known.questions.get(question.key)
    differs = known is not None and known.kind is not question.kind
    return [*check_question(question), *([Problem("kind", "question_differs")] if differs else [])]
