"""What a file to be imported may name: the program's own keys, the diary's, and what the screen calls them all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from adtracker.commands.context import CommandContext
from adtracker.domain.common.measure import MEASURES
from adtracker.domain.records.photo import CleanPhoto
from adtracker.domain.records.question import Question
from adtracker.domain.records.trigger import Trigger, all_triggers
from adtracker.domain.scores.definition import Definition
from adtracker.exchange.codecs.days import NONE
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.references import References
from adtracker.exchange.screen_words import Pairs, Words
from adtracker.files import is_there
from adtracker.photos.picture_file import take_back_file
from adtracker.resources import Texts, read_toml, scales


def read_known(desk: CommandContext, file: Path) -> References:
    """What the file may name; a file that is refused makes no diary, so there may be none to ask. Raises DiaryError."""
    triggers: tuple[Trigger, ...] = ()
    questions: tuple[Question, ...] = ()
    forms: tuple[Definition, ...] = ()
    if is_there(desk.diary):
        with desk.journal() as journal:
            triggers, questions, forms = journal.triggers(), journal.questions(), journal.forms()
    return References(
        regions=read_toml("body", "body.toml")["regions"],
        sites=read_toml("treatment", "choices.toml")["sites"],
        triggers={*desk.texts.table("triggers")["usual"], *(trigger.key for trigger in triggers)},
        questions={question.key: question for question in questions},
        forms={form.key: form for form in forms},
        load=partial(_picture, picture_folder(file)),
        words=_words(desk.texts, triggers, questions),
    )


def _picture(folder: Path, name: str) -> CleanPhoto:
    return take_back_file(folder / name)


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
