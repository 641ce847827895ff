"""Which values of the tables under `resources/` are words that people read, and these words in another language.

A table stays as it is but for its words. What gathers the words for translators (`packaging/catalogues.py`) walks by
the same rules, so that what is gathered is what is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from adtracker import language

# Forms of a term are as many as a language needs: they stand in one line for translators, with this between them.
_FORMS = "also"
BETWEEN_FORMS = "; "
# A sentence that says a count has two keys in one table: that of one, and beside it that of many.
_ONE, _MANY = "_one", "_many"
# Not \s: a no-break space in "24 weeks" is meant to stay.
_LINES = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Which keys hold words: these (all where it is None), but nothing that stands below one of `without`.

    `is_keyed` says that a sentence is known by the whole key that it stands under, not by the file alone.
    """

    keys: frozenset[str] | None
    without: frozenset[str]
    is_keyed: bool


TEXTS = Words(None, frozenset({"question.ready.kind", "question.ready.better"}), is_keyed=True)
SCORES = Words(
    frozenset({"title", "owner", "label", "source"}),
    frozenset({"scales.source"}),  # an address
    is_keyed=False,
)
LESSONS = Words(
    frozenset(
        {
            *("title", "paragraph", "heading", "list", "note", "table", "columns", "rows", "figure", "alternative"),
            *("label", "detail", "blocked", "help", "signs", "steps", "name", _FORMS, "meaning"),
        },
    ),
    frozenset({"sources"}),
    is_keyed=False,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One sentence of a table: where it stands, as translators are told, and what it is in English.

    One that says a count has its form of `many`, too; the table wants the one that `count` takes.
    """

    place: str
    english: str
    many: str = ""
    count: int = 1


def told(table: Mapping[str, Any], words: Words, place: str) -> Mapping[str, Any]:
    """A table with its words in the language that is spoken; `place` is its name among all."""
    if language.spoken() == language.ENGLISH:
        return table
    return _table(table, words, place, "", _looked_up)


def gathered(table: Mapping[str, Any], words: Words, place: str) -> Iterator[Word]:
    """All words of a table, in its order."""
    found: list[Word] = []

    def note(word: Word) -> str:
        if not word.many or word.count == 1:
            found.append(word)
        return word.english

    _table(table, words, place, "", note)
    return iter(found)


def counted(table: Mapping[str, Any], name: str) -> tuple[str, str] | None:
    """The keys of the sentences for one and for many that a key stands for; None where no count changes its words."""
    one = f"{name}{_ONE}"
    many = next((key for key in (f"{name}{_MANY}", name) if isinstance(table.get(key), str)), None)
    return (one, many) if many is not None and isinstance(table.get(one), str) else None


def is_whole(table: Mapping[str, Any], words: Words, place: str) -> bool:
    """Whether the language that is spoken has every word of a table."""
    return all(language.is_known(word.place, word.english) for word in gathered(table, words, place))


def _looked_up(word: Word) -> str:
    if word.many:
        return language.form(word.place, word.english, word.many, word.count)
    return language.tr_as(word.place, word.english)


def _table(
    table: Mapping[str, Any], words: Words, place: str, path: str, find: Callable[[Word], str]
) -> Mapping[str, Any]:
    """All of a table by `_replaced`; two keys that a count chooses between are one sentence, known by that of many."""
    forms = _forms_of_counts(table, f"{place}.{path}") if words.is_keyed else {}
    return {
        key: find(forms[key]) if key in forms else _replaced(value, words, place, f"{path}{key}", key, find)
        for key, value in table.items()
    }


def _forms_of_counts(table: Mapping[str, Any], begin: str) -> dict[str, Word]:
    found = {}
    for name in [key.removesuffix(_ONE) for key in table if key.endswith(_ONE)]:
        if keys := counted(table, name):
            one, many = keys
            for count, key in enumerate(keys, start=1):
                found[key] = Word(f"{begin}{many}", table[one], table[many], count)
    return found


def _replaced(value: Any, words: Words, place: str, path: str, key: str, find: Callable[[Word], str]) -> Any:
    """A value with its words replaced by what `find` gives for them; `path` is its key with those above it."""
    full = f"{place}.{path}"
    if full in words.without or path in words.without:
        return value
    if isinstance(value, Mapping):
        return _table(value, words, place, f"{path}.", find)
    if isinstance(value, list):
        if key == _FORMS and words.keys is not None:
            return find(Word(f"{place} {_FORMS}", BETWEEN_FORMS.join(value))).split(BETWEEN_FORMS)
        return [_replaced(one, words, place, path, key, find) for one in value]
    if not isinstance(value, str) or not value.strip() or (words.keys is not None and key not in words.keys):
        return value
    return find(Word(full, value) if words.is_keyed else Word(place, _LINES.sub(" ", value).strip()))
