"""Font files: which characters they have and what they are called, read when first asked for and kept.

Most scripts come along. Chinese, Japanese and Korean do not, for their fonts are twenty times as large as all others
together: the computer's own are found by their names (`resources/fonts/computer.toml`).
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from adtracker import resources

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_COLLECTIONS = (".ttc", ".otc")
SUFFIXES = (".otf", ".ttf", *_COLLECTIONS)
# A font's own word that it may not be put into a document (OpenType, OS/2, fsType).
_NOT_TO_BE_EMBEDDED = 0x2


def font_folder() -> Path:
    """Where the fonts of the report and of the window lie."""
    return resources.path("fonts")


def files_in(folder: Path) -> list[Path]:
    """The font files of a folder, by name. Raises FileNotFoundError."""
    return sorted(file for file in folder.iterdir() if file.suffix.lower() in SUFFIXES)


@cache
def computer_fonts() -> tuple[Path, ...]:
    """The computer's own fonts for scripts that no bundled font has, best first; empty if there are none."""
    listed = resources.read_toml("fonts", "computer.toml")
    names: Sequence[str] = listed["files"]
    found = [
        (rank, file)
        for folder in listed["folders"]
        for file in _below(os.path.expanduser(folder))  # noqa: PTH111 -- Path raises where there is no own folder
        if (rank := next((rank for rank, name in enumerate(names) if fnmatch(file.name, name)), None)) is not None
    ]
    return tuple(file for _, file in sorted(found))


def _below(folder: str) -> Iterator[Path]:
    """All font files in a folder and those in it; none where it is not there or may not be read."""
    for here, _, files in os.walk(folder):
        yield from (Path(here, file) for file in files if file.lower().endswith(SUFFIXES))


class Characters:
    """The characters of a font, kept as the ends of their runs: a font of Chinese has 43,000 in 2,000 runs."""

    def __init__(self, codes: Iterable[int] = ()) -> None:
        has = set(codes)
        ends = ({code for code in has if code - 1 not in has}, {code + 1 for code in has if code + 1 not in has})
        self._ends = array("L", sorted([*ends[0], *ends[1]]))

    def __contains__(self, code: object) -> bool:
        return isinstance(code, int) and bisect_right(self._ends, code) % 2 == 1


@cache
def characters(file: Path) -> Characters:
    """The characters that a font has; none if it cannot be read or may not be put into a document."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415 -- it takes 0.1 s, which most reports never need

    try:
        with file.open("rb") as raw, TTFont(raw, lazy=True, fontNumber=0) as font:
            is_free = not font["OS/2"].fsType & _NOT_TO_BE_EMBEDDED
            return Characters(font.getBestCmap() or () if is_free else ())
    except (TTLibError, OSError, KeyError):
        return Characters()


@cache
def families(file: Path) -> tuple[str, ...]:
    """What the faces of a font file are called: one, or those of a collection."""
    from fontTools.ttLib import TTCollection, TTFont  # noqa: PLC0415 -- as above

    if file.suffix.lower() in _COLLECTIONS:
        with TTCollection(str(file), lazy=True) as faces:
            return tuple(_family(font) for font in faces)
    with TTFont(file, lazy=True) as font:
        return (_family(font),)


def _family(font: TTFont) -> str:
    names = font["name"]
    return str(names.getDebugName(16) or names.getDebugName(1))
