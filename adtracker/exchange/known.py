"""What a file to be brought in may name: the program's own keys, the diary's, and what the screen calls them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from adtracker.domain.common.measure import MEASURES
from adtracker.domain.records.question import Question
from adtracker.domain.records.trigger import Trigger, all_triggers
from adtracker.domain.scores.definition import Definition
from adtracker.exchange.codecs.days import NONE
from adtracker.exchange.references import Load, References
from adtracker.exchange.screen_words import Pairs, Words
from adtracker.resources import Texts, read_toml, scales


class Named(Protocol):
    """What a diary has of its own that a file may name; a journal is one."""

    def triggers(self) -> tuple[Trigger, ...]:
        """The person's own triggers."""

    def questions(self) -> tuple[Question, ...]:
        """The person's own questions."""

    def forms(self) -> tuple[Definition, ...]:
        """The questionnaires."""


def known_to(texts: Texts, diary: Named | None, load: Load) -> References:
    """What a file may name; there may be no diary yet. `load` gives the picture of a name. Raises DiaryError."""
    triggers = () if diary is None else diary.triggers()
    questions = () if diary is None else diary.questions()
    forms = () if diary is None else diary.forms()
    return References(
        regions=read_toml("body", "body.toml")["regions"],
        sites=read_toml("treatment", "choices.toml")["sites"],
        triggers={*texts.table("triggers")["usual"], *(trigger.key for trigger in triggers)},
        questions={question.key: question for question in questions},
        forms={form.key: form for form in forms},
        load=load,
        words=_words(texts, triggers, questions),
    )


def _words(texts: Texts, triggers: Iterable[Trigger], questions: Iterable[Question]) -> Words:
    """What the screen says for the keys. Where the person calls two things alike, the one that is shown is meant."""
    usual: Mapping[str, str] = texts.table("triggers")["usual"]
    shown = sorted(all_triggers(usual, triggers), key=_is_hidden)
    asked = sorted(questions, key=_is_hidden)
    body, treatment, signs, own = (texts.table(name) for name in ("body", "treatment", "signs", "question"))
    return Words(
        {
            "columns": _columns(texts),
            "triggers": [*((one.name, one.key) for one in shown), *_pairs(usual)],
            "questions": [(one.text, one.key) for one in asked],
            "signs": [pair for use in ("chips", "long", "lines") for pair in _pairs(signs[use])],
            "regions": _pairs(body["regions"]),
            "grades": _pairs(body["grades"]),
            "sites": _pairs(treatment["sites"]),
            "kinds": _pairs(treatment["kinds"]),
            "strengths": _pairs(treatment["strengths"]),
            "severity": _pairs(texts.table("happening")["severity"]),
            "reason": _pairs(texts.table("happening")["reason"]),
            "answer_kinds": _pairs(own["kinds"]),
            "better": _pairs(own["better"]),
            "scales": [(scale.name, key) for key, scale in scales().items()],
            NONE: [(texts.say(f"{table}.none"), NONE) for table in ("signs", "triggers")],
        }
    )


def _is_hidden(one: Trigger | Question) -> bool:
    return one.hidden


def _pairs(words: Mapping[str, str]) -> Pairs:
    """The words of a table of texts, by key."""
    return [(word, key) for key, word in words.items()]


def _columns(texts: Texts) -> Pairs:
    """What the screen calls the columns of a table of days."""
    measures: Mapping[str, Any] = texts.table("measures")
    names = ("label", "question", "inside")
    of_measures = [(measures[one.key][name], one.key) for one in MEASURES for name in names]
    heads: Mapping[str, Any] = texts.table("cli")["import"]["columns"]
    return [*of_measures, *((word, key) for key, words in heads.items() for word in words.split(";"))]
