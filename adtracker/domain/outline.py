"""Outlines as values: an SVG path string read once, so that the screen and the report draw the same curve."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

Point = tuple[float, float]

_POINTS_OF = {"M": 1, "L": 1, "C": 3, "Z": 0}
_TOKEN = re.compile(r"[A-Za-z]|[^\sA-Za-z,]+")


class Command(NamedTuple):
    """One stroke of a path: "M" and "L" with one point, "C" with two control points and its end, "Z" with none."""

    letter: str
    points: tuple[Point, ...]


Outline = tuple[Command, ...]


def outline_commands(path: str) -> Outline:
    """The commands of an SVG path in absolute M, L, C and Z, every one with its letter, beginning with one M.

    Raises ValueError for anything else, naming what it met.
    """
    tokens = _TOKEN.findall(path)
    commands: list[Command] = []
    while tokens:
        letter = tokens.pop(0)
        if letter not in _POINTS_OF or (letter == "M") == bool(commands):
            raise ValueError(f"a path cannot go on with {letter!r}")
        count = 2 * _POINTS_OF[letter]
        commands.append(Command(letter, _points(tokens[:count], count)))
        del tokens[:count]
    if not commands:
        raise ValueError("a path needs at least one command")
    return tuple(commands)


def is_closed(outline: Outline) -> bool:
    """Whether an outline encloses an area: it ends where it began, and says so."""
    ends = [command.points[-1] for command in outline if command.points]
    return outline[-1].letter == "Z" and len(ends) > 1 and ends[0] == ends[-1]


def _points(tokens: list[str], count: int) -> tuple[Point, ...]:
    numbers = [float(token) for token in tokens]
    if len(numbers) < count or not all(map(math.isfinite, numbers)):
        raise ValueError(f"a path command needs {count} plain numbers, not {' '.join(tokens)!r}")
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))
