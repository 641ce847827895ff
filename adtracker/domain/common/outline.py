"""Outlines as values: an SVG path string read once, so that the screen and the report draw the same curve."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

Point = tuple[float, float]

_NUMBERS_AFTER = {"M": 2, "L": 2, "C": 6, "Z": 0}
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")


class Command(NamedTuple):
    """One stroke of a path: "M" and "L" with one point, "C" with two control points and its end, "Z" with none."""

    letter: str
    points: tuple[Point, ...]


Outline = tuple[Command, ...]


def outline_commands(path: str) -> Outline:
    """The commands of an SVG path in absolute M, L, C and Z, every one with its letter, beginning with one M.

    Raises ValueError for anything else, naming what it met.
    """
    outline = tuple(Command(letter, _points(letter, rest)) for letter, rest in _COMMAND.findall(path))
    if not path.lstrip().startswith("M") or sum(command.letter == "M" for command in outline) > 1:
        raise ValueError("a path has one M, at its beginning")
    return outline


def is_closed(outline: Outline) -> bool:
    """Whether an outline encloses an area: it ends where it began, and says so."""
    ends = [command.points[-1] for command in outline if command.points]
    return outline[-1].letter == "Z" and len(ends) > 1 and ends[0] == ends[-1]


def _points(letter: str, rest: str) -> tuple[Point, ...]:
    numbers = [float(word) for word in rest.replace(",", " ").split()]
    if len(numbers) != _NUMBERS_AFTER.get(letter) or not all(map(math.isfinite, numbers)):
        raise ValueError(f"a path cannot contain {letter + rest!r}")
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
