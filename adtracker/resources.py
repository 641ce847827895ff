"""Finds the files that are the app's knowledge, in a wheel or in a checkout, and reads its texts in any language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from adtracker import language, translating
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.errors import AdtrackerError

if TYPE_CHECKING:
    from adtracker.domain.records.body import Body
    from adtracker.domain.records.question import Question
    from adtracker.domain.scores.scale import Scale
    from adtracker.protection.words import WordList

_PACKED = Path(__file__).with_name("_resources")
_CHECKOUT = Path(__file__).parent.parent / "resources"


@cache
def root() -> Path:
    """The folder of resources. Raises FileNotFoundError if the installation is incomplete."""
    for folder in (_PACKED, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"resources are missing: neither {_PACKED} nor {_CHECKOUT} is there")


def path(*parts: str) -> Path:
    """The path of one resource, such as `path("theme", "light.toml")`."""
    return root().joinpath(*parts)


def read_text(*parts: str) -> str:
    """The text of one resource."""
    return path(*parts).read_text(encoding="utf-8")


def read_toml(*parts: str) -> dict[str, Any]:
    """One TOML resource, parsed."""
    return tomllib.loads(read_text(*parts))


@cache
def body() -> Body:
    """The body map: its regions, and how much of the skin each is."""
    from adtracker.domain.records.body import parse_body  # noqa: PLC0415 -- few starts of the program need it

    return parse_body(read_toml("body", "body.toml"))


def scales() -> Mapping[str, Scale]:
    """The scales that scores are given on, by key."""
    return _scales(language.spoken())


@cache
def _scales(_code: str) -> Mapping[str, Scale]:
    from adtracker.domain.scores.scale import read_scales  # noqa: PLC0415 -- few starts of the program need them

    return read_scales(translating.told(read_toml("instruments", "scores.toml"), translating.SCORES, "scores"))


@cache
def recovery_words() -> WordList:
    """The words that say the key of a diary."""
    from adtracker.protection.words import WordList  # noqa: PLC0415 -- as above

    return WordList(read_text("recovery", "words.txt").split())


def speak(code: str) -> None:
    """Say everything in a language from now on, in English where its catalogue is not there or damaged."""
    if code == language.spoken():
        return
    file = path("language", f"{code}.mo")
    if code == language.ENGLISH or not file.is_file():
        language.use(language.ENGLISH, None)
        return
    try:
        with file.open("rb") as stream:
            language.use(code, stream)
    except (OSError, language.DamagedCatalogueError):
        language.use(language.ENGLISH, None)


def texts() -> Texts:
    """The sentences of the language that is spoken, for words that are said where no others are at hand."""
    return _texts(language.spoken())


@cache
def _texts(_code: str) -> Texts:
    return Texts()


@cache
def english(name: str) -> Mapping[str, Any]:
    """The sentences of a file as they are written; parsed once, for that takes longer than all words of a page."""
    return read_toml("text", language.ENGLISH, f"{name}.toml")


class Texts:
    """The sentences of the language that is spoken, by dotted key: `say("problems.future_day", day="2026-11-23")`.

    The first part of a key is the file under `resources/text/en/`, read when first asked for.
    """

    def __init__(self) -> None:
        self._files: dict[str, Mapping[str, Any]] = {}
        self._english: dict[str, Mapping[str, Any]] = {}

    def say(self, key: str, **values: object) -> str:
        """The sentence of a key with its gaps filled. Raises KeyError for a key that does not exist.

        Where the words depend on a count, `count` chooses among their forms: `name_one`, and `name_many` or `name`.
        """
        file, *above, name = key.split(".")
        found: Any = self._file(file)
        english: Any = self._english[file]
        for one in above:
            found, english = found[one], english[one]
        count = values.get("count")
        if isinstance(count, int) and (keys := translating.counted(english, name)):
            one, many = keys
            words = language.form(".".join((file, *above, many)), english[one], english[many], count)
            return language.filled(words, values, english[one if count == 1 else many])
        return language.filled(str(found[name]), values, str(english[name])) if values else str(found[name])

    def error(self, error: AdtrackerError) -> str:
        """The sentence for an error: what happened, whether the data is safe, what to do next."""
        if isinstance(error, RefusedError):
            return self.say("errors.refused", problem=" ".join(self.problem(problem) for problem in error.problems))
        return self.say(f"errors.{error.key}", **error.values)

    def problem(self, problem: Problem) -> str:
        """The sentence for a broken rule; which field broke it is said by where it is shown."""
        return self.say(f"problems.{problem.rule}", **problem.values)

    def table(self, file: str) -> Mapping[str, Any]:
        """One whole file, for texts that are looked up in bulk (region names)."""
        return self._file(file)

    def measures(self, questions: Iterable[Question] = ()) -> Mapping[str, Mapping[str, str]]:
        """What measures are called, by key: those of every day, and own questions in the person's words."""
        from adtracker.domain.records.question import measure_of  # noqa: PLC0415 -- with it comes what a day is

        return {**self.table("measures"), **{measure_of(one).key: self._own(one) for one in questions}}

    def events(self) -> Mapping[str, Mapping[str, str]]:
        """What events are called, one (`kinds`) and many of them (`lanes`), and how bad a side effect was."""
        from adtracker.domain.edits.kinds import EVENT_KINDS  # noqa: PLC0415 -- as above

        table, records = self.table("happening"), self.table("records")
        words = {kind.event.kind.value: records[kind.name] for kind in EVENT_KINDS if kind.event is not None}
        return {
            **table,
            "kinds": {**table["kinds"], **{key: one["event"] for key, one in words.items()}},
            "lanes": {**table["lanes"], **{key: one["many"] for key, one in words.items()}},
        }

    def record(self, kind: str, name: str, day: str, use: str = "one") -> str:
        """What a record of a kind is called inside a sentence: by what the person calls it, or by its day.

        `use` is "taken" where it is one of a file.
        """
        words = self.table("records")[kind]
        usual = "one" if name or "unnamed" not in words else "unnamed"
        return self.say(f"records.{kind}.{use if use != 'one' and use in words else usual}", name=name, day=day)

    def _own(self, question: Question) -> Mapping[str, str]:
        """All that `measures.toml` says of a measure, for an own question."""
        words = self.table("question")[question.kind.value][question.better.value]
        text = question.text
        if question.source:  # what a device measured is told from what the person answered wherever it stands
            text = self.say("question.from_source", text=text, source=question.source)
        return {
            **words,
            "label": text,
            "question": text,
            "inside": text,
            "recent": self.say("question.recent", text=text),
            "change": "",
        }

    def _file(self, name: str) -> Mapping[str, Any]:
        if name not in self._files:
            table = english(name)
            self._english[name] = table
            self._files[name] = translating.told(table, translating.TEXTS, name)
        return self._files[name]
