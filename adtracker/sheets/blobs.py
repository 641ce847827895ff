"""Whether a picture of which no code can be read shows a sheet all the same: four dark squares, as they stand on paper.

A sheet out of focus is then named as one that cannot be read, and is not taken for a photo of skin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import acos, degrees, dist, hypot
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.sheet.layout import CODE, EDGE, PAPER_SIZES
from adtracker.sheets.plane import shrunk

# The picture is looked at so small that what is in a code runs together.
_LONGEST = 520
_CELL, _PAPER_SHARE = 40, 85
_DARK = 0.8
_SMALLEST, _LARGEST = 8, 70
_SQUARE, _FULL = 0.7, 0.6
# What a square is off from where it belongs, in sides of one; and by how much lengths differ in a photo from aside.
_OFF, _STRETCH, _ALIKE = 1.2, 1.25, 1.4
_ANGLE = 15
# Skin with spots has many of a size. A sheet has none that are larger than its codes.
_MOST_ALIKE = 8
_LOOKED_AT = 24


class _Blob(NamedTuple):
    """A dark square by its middle and its side."""

    x: float
    y: float
    side: float


def looks_like_sheet(light: NDArray[np.uint8]) -> bool:
    """Whether four dark squares stand as the codes of a sheet do, alone of their size."""
    small = shrunk(light, min(max(1, round(max(light.shape) / _LONGEST)), *light.shape))
    blobs = list(_squares(_dark(small)))
    largest = sorted(blobs, key=lambda one: -one.side)[:_LOOKED_AT]
    return any(sum(_alike(corners[0], one) for one in blobs) <= _MOST_ALIKE for corners in _corners(largest))


def _dark(small: NDArray[Any]) -> NDArray[np.bool_]:
    """Which points are darker than the paper around them."""
    rows, columns = (max(1, side // _CELL) for side in small.shape)
    down = np.array_split(np.arange(small.shape[0]), rows)
    across = np.array_split(np.arange(small.shape[1]), columns)
    dark = np.zeros(small.shape, bool)
    for row in down:
        for column in across:
            top, left = max(0, row[0] - _CELL // 2), max(0, column[0] - _CELL // 2)
            around = small[top : row[-1] + _CELL // 2, left : column[-1] + _CELL // 2]
            paper = np.percentile(around, _PAPER_SHARE)
            part = np.s_[row[0] : row[-1] + 1, column[0] : column[-1] + 1]
            dark[part] = small[part] < _DARK * paper
    return dark


def _squares(dark: NDArray[np.bool_]) -> Iterator[_Blob]:
    """The dark parts that hang together and are about square."""
    left = {(int(y), int(x)) for y, x in np.argwhere(dark)}
    while left:
        waiting = [left.pop()]
        part = list(waiting)
        while waiting:
            y, x = waiting.pop()
            for beside in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if beside in left:
                    left.remove(beside)
                    waiting.append(beside)
                    part.append(beside)
        ys, xs = np.array(part).T
        high, wide = int(np.ptp(ys)) + 1, int(np.ptp(xs)) + 1
        is_sized = min(high, wide) >= _SMALLEST and max(high, wide) <= _LARGEST
        if is_sized and min(high, wide) >= _SQUARE * max(high, wide) and len(part) >= _FULL * high * wide:
            yield _Blob(float(xs.mean()), float(ys.mean()), (high + wide) / 2)


def _corners(blobs: Sequence[_Blob]) -> Iterator[tuple[_Blob, ...]]:
    """Four of them that are the corners of a sheet: one, one along the short edge, one along the long one, and the
    one across."""
    for first, short, long in permutations(blobs, 3):
        if not _alike(first, short, long) or not _is_right(first, short, long):
            continue
        across = (short.x + long.x - first.x, short.y + long.y - first.y)
        lasts = (one for one in blobs if one not in (first, short, long) and _alike(first, one))
        yield from ((first, short, long, last) for last in lasts if dist(last[:2], across) <= _OFF * last.side)


def _alike(*blobs: _Blob) -> bool:
    sides = [one.side for one in blobs]
    return max(sides) <= _ALIKE * min(sides)


def _is_right(first: _Blob, short: _Blob, long: _Blob) -> bool:
    """Whether two edges have the angle and the lengths of those between the codes of a sheet."""
    one, other = (short.x - first.x, short.y - first.y), (long.x - first.x, long.y - first.y)
    lengths = hypot(*one), hypot(*other)
    if not all(lengths):
        return False
    angle = degrees(acos(max(-1.0, min(1.0, (one[0] * other[0] + one[1] * other[1]) / (lengths[0] * lengths[1])))))
    if abs(angle - 90) > _ANGLE:
        return False
    side = (first.side + short.side + long.side) / 3
    for width, height in PAPER_SIZES.values():
        wanted = [(edge - 2 * EDGE - CODE) / CODE for edge in (width, height)]
        if all(
            want / _STRETCH <= length / side <= want * _STRETCH for want, length in zip(wanted, lengths, strict=True)
        ):
            return True
    return False
