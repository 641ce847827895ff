"""The words of lines that people write to themselves, as the file of words has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from adtracker.domain.intake.clinic_start import WEEKDAYS
from adtracker.domain.intake.lines.vocabulary import Kind, Meaning, Vocabulary, vocabulary
from adtracker.domain.records.sign import Sign
from adtracker.exchange.intake.words import months
from adtracker.language import ENGLISH
from adtracker.resources import read_toml

_N = "{n}"
_AHEAD = -1
# What is in the file under the name of a kind, with nothing beside it.
_PLAIN = frozenset(kind.value for kind in Kind) - {"number", "question", "month", "weekday", "sign"}


@cache
def line_words() -> Vocabulary:
    """The words of all languages."""
    files: Mapping[str, Any] = read_toml("intake", "lines.toml")
    phrases = [found for language, words in files.items() for found in _phrases(language, words)]
    phrases += [(name, Meaning(Kind.MONTH, number)) for name, number in months().items()]
    shaky = [(word, language) for language, words in files.items() for word in words["other_words"]]
    return vocabulary(phrases, shaky=shaky)


@cache
def words_of_language(language: str) -> Mapping[str, Sequence[str]]:
    """The words of one language by what they are, the usual one first; those of English for a language without any."""
    files: Mapping[str, Mapping[str, Sequence[str]]] = read_toml("intake", "lines.toml")
    return files.get(language, files[ENGLISH])


def _phrases(language: str, words: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Meaning]]:
    here = frozenset((language,))
    for name, listed in words.items():
        if name in _PLAIN:
            yield from ((text, Meaning(Kind(name), 0, here)) for text in listed)
    for sign in Sign:
        yield from ((text, Meaning(Kind.SIGN, sign.value, here)) for text in words[f"sign_{sign.value}"])
    yield from ((text, Meaning(Kind.NUMBER, number, here)) for number, text in enumerate(words["numbers"]))
    for number, weekday in enumerate(WEEKDAYS, 1):
        yield from ((text, Meaning(Kind.WEEKDAY, number, here)) for text in words[weekday])
    for name, back in (("day_0", 0), ("day_1", 1), ("day_2", 2), ("day_ahead", _AHEAD)):
        yield from ((text, Meaning(Kind.DAYS_BACK, back, here)) for text in words[name])
    for name, days in (("ago", 1), ("weeks_ago", 7)):
        for text in words[name]:
            yield from _ago(text, days, here)


def _ago(text: str, days: int, here: frozenset[str]) -> Iterator[tuple[str, Meaning]]:
    """What stands before and behind the number; without a number it is one."""
    before, number, behind = text.partition(_N)
    if not number:
        yield text, Meaning(Kind.DAYS_BACK, days, here)
        return
    if before.strip():
        yield before, Meaning(Kind.BEFORE_AGO, days, here)
    yield behind, Meaning(Kind.BEHIND_AGO, days, here)
