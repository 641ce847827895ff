"""How hard a text is to read: the Flesch-Kincaid school grade, by a small syllable counter of our own.

The counter goes by spelling. On the words of the lessons its total is within 1 % of the CMU pronouncing dictionary;
single words can be one syllable out ("safety", "idea"). A library was looked at (textstat): it fetches its dictionary
from the network when it is first used, which a test must not do.
"""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”]?\s+|\n")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*|[0-9]+")  # noqa: RUF001 -- an apostrophe as typesetters write it
_POSSESSIVE = re.compile(r"['’]s?$")  # noqa: RUF001 -- the same
_VOWELS = re.compile(r"[aeiouy]+")
_SPOKEN_ING = re.compile(r"[aeiouy]ing$")
# The e is silent in "stone", "whole", "helped" and "tales", but not in "table", "treated" and "boxes".
_SILENT_E = re.compile(r"([^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|([^aeiouylszxcgh]|[aeiouy]l)es$")


def words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; the end of a line ends a sentence too."""
    return [sentence for sentence in _SENTENCE_END.split(text) if _WORD.search(sentence)]


def syllables(word: str) -> int:
    """About how many syllables a word has; a number has one a digit."""
    if word.isdigit():
        return len(word)
    letters = _POSSESSIVE.sub("", word.casefold())
    count = len(_VOWELS.findall(letters)) + bool(_SPOKEN_ING.search(letters)) - bool(_SILENT_E.search(letters))
    return max(1, count)


def grade(text: str) -> float:
    """The school grade (US) that a text needs, names of drugs and all."""
    found = words(text)
    spoken = sum(map(syllables, found))
    return 0.39 * sentence_length(text) + 11.8 * spoken / len(found) - 15.59


def sentence_length(text: str) -> float:
    """The mean number of words in a sentence."""
    return len(words(text)) / len(sentences(text))
