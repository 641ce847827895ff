"""The words on the screen, in any case, for the keys that files have: who types "Dry air" means `dry_air`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

Pairs = Iterable[tuple[str, str]]


def folded(word: str) -> str:
    """A word without what nobody means by it: case, and blanks around it or more than one of them."""
    return " ".join(word.split()).casefold()


class Words:
    """Words by what they name ("signs", "regions"): (word, key) pairs, of two that are alike the first counts."""

    def __init__(self, pairs: Mapping[str, Pairs] = MappingProxyType({})) -> None:
        self._keys: dict[str, set[str]] = {}
        self._meant: dict[str, dict[str, str]] = {}
        for kind, some in pairs.items():
            self.add(kind, some)

    def add(self, kind: str, pairs: Pairs) -> None:
        """Know more words, after those that are known."""
        meant, keys = self._meant.setdefault(kind, {}), self._keys.setdefault(kind, set())
        listed = list(pairs)
        keys.update(key for _, key in listed)
        for word, key in (*listed, *((key, key) for _, key in listed)):
            meant.setdefault(folded(word), key)

    def key(self, kind: str, word: str) -> str:
        """The key that a word stands for: itself if it is one, letter for letter; the word as it is if it is none."""
        if word in self._keys.get(kind, ()):
            return word
        return self._meant.get(kind, {}).get(folded(word), word)

    def of(self, kind: str) -> Callable[[str], str]:
        """The same for one kind."""
        return lambda word: self.key(kind, word)
