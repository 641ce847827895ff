"""The words of lines and what they mean, in every language at once; what a word means is told by a phrase of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from adtracker.domain.common.plain_search import folded

# A word is letters with the marks upon them; hyphens and apostrophes part words, as they do in a search.
WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f])+")
# What may stand between the words of one phrase.
JOINT = re.compile(r"(?:[ \t]+|[-\u2010\u2011'\u2019])")


class Kind(Enum):
    """What a word is in a line; the values are the names in the file of words."""

    ITCH = "itch"
    SLEEP = "sleep"
    SKIN = "skin"
    NOTE = "note"
    WOKEN = "woken"
    BAD_DAY = "bad_day"
    SIGN = "sign"
    QUESTION = "question"
    OTHER_MEASURE = "other_measure"
    HOURS = "hours"
    PALMS = "palms"
    PER_CENT = "per_cent"
    YES = "yes"
    NO = "no"
    NONE = "none"
    NOT = "not"
    TEN = "ten"
    TO = "to"
    POINT = "point"
    HALF = "half"
    NUMBER = "number"
    DAYS_BACK = "days_back"
    NIGHT = "night"
    BEFORE_AGO = "before_ago"
    BEHIND_AGO = "behind_ago"
    LAST = "last"
    NEXT = "next"
    WEEKDAY = "weekday"
    MONTH = "month"
    FILLER = "filler"


class Meaning(NamedTuple):
    """What a phrase is: its kind, a number or key that goes with it, and in which languages it is that."""

    kind: Kind
    value: float | str = 0
    languages: frozenset[str] = frozenset()


class Found(NamedTuple):
    """A phrase in a line: where it ends, and all that it can mean."""

    end: int
    meanings: tuple[Meaning, ...]

    def of(self, *kinds: Kind) -> Meaning | None:
        """What it means of one of some kinds; of two that it could be, the one that comes first among them."""
        return next((one for kind in kinds for one in self.meanings if one.kind is kind), None)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases by their folded words; `shaky` are those that are other words in some languages.

    `longest` is how many words the longest has that begins with a word, `months` are names with their numbers.
    """

    phrases: Mapping[tuple[str, ...], tuple[Meaning, ...]]
    longest: Mapping[str, int]
    shaky: Mapping[tuple[str, ...], frozenset[str]]
    months: tuple[tuple[str, int], ...] = ()

    def at(self, line: str, begin: int) -> Found | None:
        """The longest phrase that stands at a place; None if the word there is in none."""
        ends: list[int] = []
        words: list[str] = []
        place, most = begin, 1
        while len(words) < most and (word := WORD.match(line, place)):
            words.append(folded(word[0]))
            ends.append(word.end())
            most = self.longest.get(words[0], 0)
            joint = JOINT.match(line, word.end())
            if joint is None:
                break
            place = joint.end()
        for count in range(len(words), 0, -1):
            if (meanings := self.phrases.get(tuple(words[:count]))) is not None:
                return Found(ends[count - 1], meanings)
        return None

    def elsewhere(self, text: str) -> frozenset[str]:
        """The languages in which a phrase is another word."""
        return self.shaky.get(words_of_phrase(text), frozenset())

    def with_phrases(self, more: Iterable[tuple[str, Meaning]]) -> Vocabulary:
        """The same with more phrases."""
        return vocabulary([*more], self)


def words_of_phrase(text: str) -> tuple[str, ...]:
    """A phrase as it is looked up."""
    return tuple(folded(word) for word in WORD.findall(text))


def vocabulary(
    phrases: Sequence[tuple[str, Meaning]], known: Vocabulary | None = None, shaky: Iterable[tuple[str, str]] = ()
) -> Vocabulary:
    """The vocabulary of some phrases, added to a known one; languages in which a phrase means the same go together."""
    found: dict[tuple[str, ...], list[Meaning]] = {}
    longest: dict[str, int] = {}
    if known is not None:
        found = {words: list(meanings) for words, meanings in known.phrases.items()}
        longest = dict(known.longest)
    for text, meaning in phrases:
        words = words_of_phrase(text)
        if not words:
            continue
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
        held = found.setdefault(words, [])
        same = [one for one in held if one[:2] == meaning[:2]]
        for one in same:
            held.remove(one)
        held.append(meaning._replace(languages=meaning.languages.union(*(one.languages for one in same))))
    others = dict(known.shaky) if known is not None else {}
    for text, language in shaky:
        others[words_of_phrase(text)] = others.get(words_of_phrase(text), frozenset()) | {language}
    months = [(words[0], int(one.value)) for words, held in found.items() for one in held if one.kind is Kind.MONTH]
    return Vocabulary({words: tuple(held) for words, held in found.items()}, longest, others, tuple(months))
