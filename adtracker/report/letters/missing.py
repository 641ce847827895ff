"""Says in words what no font can print: a picture by its name, letters by their writing and their number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from adtracker.resources import Texts

# Letters, the marks on them, and numbers: a name for each of them would be longer than the text.
_OF_A_WRITING = ("L", "M", "N")
_OF_NONE = "COMBINING "


class Words:
    """The words instead of characters, from `report.missing`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def instead(self, parts: Iterable[tuple[str, bool]]) -> str:
        """A line of parts that can be printed or not; those that cannot in words, in square brackets."""
        found: list[str] = []
        for can, same in groupby(parts, lambda part: part[1]):
            letters = [letter for letter, _ in same]
            found += letters if can else [f"[{words}]" for words in self.of(letters)]
        return "".join(found)

    def of(self, letters: Iterable[str]) -> list[str]:
        """The words for characters, those of one writing after each other counted together."""
        found = []
        for name, same in groupby(letters, self._name):
            count = len(list(same))
            found += [name] * count if name.islower() else [self._counted(name, count)]
        return found

    def list_of(self, letters: Iterable[str]) -> tuple[str, ...]:
        """The same, each name and each writing once."""
        named: dict[str, list[str]] = {}
        for letter in letters:
            named.setdefault(self._name(letter), []).append(letter)
        return tuple(words for same in named.values() for words in self.of(same))

    def _name(self, letter: str) -> str:
        """The name of one sign, in small letters; else that of its writing, or nothing."""
        name = unicodedata.name(letter, "")
        if name and (name.startswith(_OF_NONE) or not unicodedata.category(letter).startswith(_OF_A_WRITING)):
            return name.lower()
        writing = name.partition(" ")[0]
        return str(self._texts.table("report")["missing"]["writings"].get(writing, writing.title()))

    def _counted(self, writing: str, count: int) -> str:
        key = "letters" if writing else "unknown"
        return self._texts.say(f"report.missing.{key}", count=count, writing=writing)
