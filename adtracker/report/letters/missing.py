"""Says in words what no font can print: a picture by its name, letters by their writing and their number."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from itertools import groupby

from adtracker.resources import Texts

# Letters, the marks on them, and numbers: a name for each of them would be longer than the text.
_OF_A_WRITING = ("L", "M", "N")


class Words:
    """The words instead of characters, from `report.missing`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def instead(self, line: str, missing: Collection[str]) -> str:
        """A line with its missing characters in words, each in square brackets."""
        parts = []
        for is_missing, letters in groupby(line, lambda letter: letter in missing):
            parts += [f"[{words}]" for words in self.of(letters)] if is_missing else ["".join(letters)]
        return "".join(parts)

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
        if name and not unicodedata.category(letter).startswith(_OF_A_WRITING):
            return name.lower()
        writing = name.partition(" ")[0]
        return str(self._texts.table("report")["missing"]["writings"].get(writing, writing.title()))

    def _counted(self, writing: str, count: int) -> str:
        key = "letters" if writing else "unknown"
        return self._texts.say(f"report.missing.{key}_{'one' if count == 1 else 'many'}", count=count, writing=writing)
