"""The recovery words: a key of 32 bytes as 24 words of the English list of BIP-39, with 8 bits to check by.

The rule is BIP-39's (github.com/bitcoin/bips, bip-0039.mediawiki, "Generating the mnemonic"): the bits of the key, then
the first 8 bits of its SHA-256, cut into 24 numbers of 11 bits. Nothing else of it is used: the words are the key
itself, not a seed for one, so that they and the file are enough, with any tool that knows SQLCipher 4.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from difflib import get_close_matches

from adtracker.errors import ProtectionError

KEY_BYTES = 32
COUNT = 24
_BITS = 11
_CHECK_BITS = 8
# In this list no two words begin with the same four letters.
_TELLING = 4
_WORD = re.compile(r"[^\W\d_]+")


class WordList:
    """The 2048 words, in their order."""

    def __init__(self, words: Sequence[str]) -> None:
        if len(set(words)) != 1 << _BITS:
            raise ValueError("the list has 2048 words, each once")
        self._words = tuple(words)
        self._numbers = {word: number for number, word in enumerate(words)}
        self._short = {word[:_TELLING]: word for word in words if len(word) >= _TELLING}

    def words(self, key: bytes) -> tuple[str, ...]:
        """The 24 words of a key. Raises ValueError for one that has not 32 bytes."""
        if len(key) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        bits = int.from_bytes(key + _check(key), "big")
        numbers = ((bits >> _BITS * back) & (1 << _BITS) - 1 for back in reversed(range(COUNT)))
        return tuple(self._words[number] for number in numbers)

    def key(self, text: str) -> bytes:
        """The key that words say, however they are written: large or small, in lines, numbered, by four letters.

        Raises ProtectionError that says which word is not in the list, how many there are, or that they do not fit.
        """
        typed = _WORD.findall(text.lower())
        found = [self._known(word, place) for place, word in enumerate(typed, 1)]
        if len(found) != COUNT:
            raise ProtectionError("protection.words_count", count=len(found), wanted=COUNT)
        bits = 0
        for word in found:
            bits = bits << _BITS | self._numbers[word]
        key = (bits >> _CHECK_BITS).to_bytes(KEY_BYTES, "big")
        if _check(key) != (bits & (1 << _CHECK_BITS) - 1).to_bytes(1, "big"):
            raise ProtectionError("protection.words_check")
        return key

    def is_word(self, typed: str, word: str) -> bool:
        """Whether a word that was typed back is the one meant, by the same rules."""
        return self._found(typed.strip().lower()) == word

    def _found(self, typed: str) -> str | None:
        if typed in self._numbers:
            return typed
        return self._short.get(typed) if len(typed) == _TELLING else None

    def _known(self, typed: str, place: int) -> str:
        found = self._found(typed)
        if found is not None:
            return found
        near = get_close_matches(typed[:20], self._words, n=1, cutoff=0.6)
        key = "protection.word_near" if near else "protection.word_unknown"
        raise ProtectionError(key, number=place, word=typed[:20], near="".join(near))


def _check(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[: _CHECK_BITS // 8]
