"""Which characters the report's fonts can print, and what is printed instead of the others: never nothing.

A missing character shows as its number, such as [U+1F600], so that the reader sees that something stood there and the
person can be told which one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from adtracker import resources

Covers = Callable[[str], bool]

_FONT_SUFFIXES = (".otf", ".ttf")
# Latin letters and the marks that keyboards make: the bundled fonts have them (tested), so most diaries open no font.
SURE = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x149)))) | frozenset("–—‘’“”„…•")  # noqa: RUF001
# They only choose between two looks of the character before them.
_VARIATIONS = re.compile("[\ufe00-\ufe0f]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def font_folder() -> Path:
    """Where the fonts of the report and of the window lie."""
    return resources.path("fonts")


class Glyphs:
    """The characters of all fonts in a folder, read when first needed and kept."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def covers(self, character: str) -> bool:
        """Whether some font has this character."""
        return character in SURE or ord(character) in self._code_points

    @cached_property
    def _code_points(self) -> frozenset[int]:
        # fontTools takes 0.1 s to import, which most reports never need.
        from fontTools.ttLib import TTFont  # noqa: PLC0415

        found: set[int] = set()
        for file in sorted((self._folder or font_folder()).iterdir()):
            if file.suffix in _FONT_SUFFIXES:
                with TTFont(file, lazy=True) as font:
                    found.update(font.getBestCmap())
        return frozenset(found)


class Printable:
    """Makes a person's text printable, word for word; `missing` gathers what had to be named instead."""

    def __init__(self, covers: Covers) -> None:
        self._covers = covers
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """The characters that no font has, in the order they were met."""
        return tuple(self._missing)

    def __call__(self, text: str) -> str:
        """The text with line ends made one kind, tabs as spaces, and characters without a glyph named."""
        plain = _VARIATIONS.sub("", _LINE_ENDS.sub("\n", text)).replace("\t", "    ")
        return "".join(letter if letter == "\n" else self._shown(letter) for letter in plain)

    def _shown(self, letter: str) -> str:
        if self._covers(letter):
            return letter
        self._missing[letter] = None
        return f"[{code_point(letter)}]"


def code_point(letter: str) -> str:
    """The number of a character, such as U+1F600: a name for what cannot be shown."""
    return f"U+{ord(letter):04X}"
