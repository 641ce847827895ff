"""Which characters can be printed and with which fonts, and what is printed instead of the others: never nothing.

What no font has is said in words, such as [grinning face] or [2 Tamil characters without a font], so that the reader
knows what stood there and the person can be told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from adtracker import resources
from adtracker.language import CLOSED, FROM_THE_RIGHT, OPENED
from adtracker.report.letters.fonts import Characters, characters, computer_fonts, families, files_in, font_folder
from adtracker.report.letters.missing import Words
from adtracker.resources import Texts

Covers = Callable[[str], bool]

# Latin letters and the marks that keyboards make: the bundled fonts have them (tested), so most diaries open no font.
SURE = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x149)))) | frozenset("–—‘’“”„…•−▼▲≥≤●○◆◇")  # noqa: RUF001
FIRST_FAMILY = "Inter"
# They have no look: the first mark the beginning of a file, the others choose looks or colours of what is before them.
_WITHOUT_LOOK = re.compile("[\ufeff\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
# What means nothing outside of one computer: an archive must not hold it, even where a font draws something for it.
_MEANS_NOTHING = {"Cc", "Cn", "Co", "Cs"}
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# They turn round what follows, also what the report itself says there; no keyboard makes them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JAPANESE, _KOREAN = re.compile("[\u3040-\u30ff]"), re.compile("[\u1100-\u11ff\uac00-\ud7af]")


class Chosen(NamedTuple):
    """The fonts for some letters: the folders they lie in, and the names of their families, the first one first."""

    folders: tuple[str, ...]
    families: tuple[str, ...]


class Glyphs:
    """The characters of the bundled fonts, and behind them of the computer's; read when first needed."""

    def __init__(self, folder: Path | None = None, computer: Callable[[], Sequence[Path]] = computer_fonts) -> None:
        self._folder = folder or font_folder()
        self._computer = computer
        self._known: dict[str, bool] = {}

    def covers(self, letter: str) -> bool:
        """Whether some font has this character, or a letter with all its marks, and they may stand in an archive."""
        if SURE.issuperset(letter):
            return True
        if letter not in self._known:
            self._known[letter] = self._look_for(letter)
        return self._known[letter]

    def _look_for(self, letter: str) -> bool:
        if any(unicodedata.category(one) in _MEANS_NOTHING for one in letter):
            return False
        fonts = map(characters, (*files_in(self._folder), *self._computer()))
        return any(all(ord(one) in font for one in letter) for font in fonts)

    @cached_property
    def _bundled(self) -> Sequence[Characters]:
        return [*map(characters, files_in(self._folder))]

    def chosen(self, letters: Iterable[str]) -> Chosen:
        """The fonts for these letters: of the computer's no more than are needed."""
        wanted = set(letters) - SURE - {FROM_THE_RIGHT, OPENED, CLOSED}
        folders, names = [self._folder], dict.fromkeys([FIRST_FAMILY])
        if wanted:
            names |= dict.fromkeys(name for file in files_in(self._folder) for name in families(file))
            wanted = {letter for letter in wanted if not any(ord(letter) in font for font in self._bundled)}
        for file in self._computer() if wanted else ():
            found = {letter for letter in wanted if ord(letter) in characters(file)}
            if found:
                folders.append(file.parent)
                names[_face(families(file), "".join(found))] = None
                wanted -= found
        return Chosen(tuple(dict.fromkeys(map(str, folders))), tuple(names))


def _face(names: Sequence[str], letters: str) -> str:
    """The face of a font for these letters: the same signs are drawn a little differently in China, Japan and Korea."""
    script = "japanese" if _JAPANESE.search(letters) else "korean" if _KOREAN.search(letters) else "chinese"
    ending = resources.read_toml("fonts", "computer.toml")["faces"][script]
    return next((name for name in names if name.endswith(ending)), names[0])


class Printable:
    """Makes a person's text printable, word for word; `missing` gathers what had to be said in words instead."""

    def __init__(self, covers: Covers, texts: Texts) -> None:
        self._covers = covers
        self._words = Words(texts)
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The words for all characters that no font has, in the order they were met, each writing once."""
        return self._words.list_of(self._missing)

    def __call__(self, text: str) -> str:
        """The text with line ends made one kind, tabs as spaces, and what has no glyph said in words.

        A line with letters that are read from the right stands by itself: its direction is that of its first letter.
        """
        plain = _WITHOUT_LOOK.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", "    ")
        return "\n".join(line if SURE.issuperset(line) else _apart(self._line(line)) for line in plain.split("\n"))

    def _line(self, line: str) -> str:
        parts: list[tuple[str, bool]] = []
        for letter in _with_marks(line):
            if self._can(letter):
                parts.append((letter, True))
            else:  # as much of it as can be printed
                parts += ((one, self._can(one) and not _is_mark(one)) for one in letter)
        missing = [one for one, can in parts if not can]
        self._missing |= dict.fromkeys(missing)
        return self._words.instead(parts) if missing else line

    def _can(self, letter: str) -> bool:
        return letter not in _TURNING and self._covers(letter)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _with_marks(line: str) -> Iterator[str]:
    """The letters of a line, each with the marks above, below and in it: they must come from one font."""
    begun = ""
    for letter in line:
        if begun and not (letter not in SURE and _is_mark(letter)):
            yield begun
            begun = ""
        begun += letter
    if begun:
        yield begun


def _apart(line: str) -> str:
    return f"{OPENED}{line}{CLOSED}" if _FROM_THE_RIGHT.search(line) else line
