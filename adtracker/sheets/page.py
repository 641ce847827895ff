"""One page: from its light to its answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import dist

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.sheet.layout import Box, Layout, layout_of
from adtracker.domain.sheet.reading import ReadAnswer, ReadSheet
from adtracker.errors import SheetError
from adtracker.photos.pixels import png_of
from adtracker.sheets.answers import answer_of
from adtracker.sheets.corners import ALL, Corners, find_corners
from adtracker.sheets.light import darkness, paper_light
from adtracker.sheets.marks import ink_of
from adtracker.sheets.plane import SCALE, Places, Table, homography, laid_flat, projected, shrunk
from adtracker.sheets.rings import find_rings

# A line for a note is written on if so much of it is dark, of a thousand.
_WRITTEN = 1.5
_DARK_STROKE = 0.25
_RIM = 1.5


def read_page(light: NDArray[np.uint8]) -> ReadSheet:
    """The one sheet in a picture. Raises SheetError with what is to be done."""
    corners = find_corners(light)
    layout = layout_of(corners.spec)
    flat = _flat(light, corners, layout)
    dark = darkness(flat, paper_light(flat))
    rings = find_rings(dark, layout, has_all_corners=corners.count == ALL)
    ink = ink_of(dark, layout, rings.middles, corners.spec.language)
    answers = []
    for row, amounts, covered in zip(layout.rows, ink.amounts, ink.covered, strict=True):
        found = answer_of(row, amounts, covered)
        if found is not None:
            answers.append(_with_crop(found, flat, row.box))
    return ReadSheet(corners.spec, tuple(answers), _note(flat, dark, layout.note))


def _flat(light: NDArray[np.uint8], corners: Corners, layout: Layout) -> Table:
    """The page seen from straight above. Raises SheetError where a part of it is outside of the picture."""
    matrix = homography(corners.places, corners.points)
    if not _is_inside(matrix, layout, light.shape):
        raise SheetError("sheet.cut")
    ends = projected(matrix, np.array([(0.0, 0.0), (layout.width, layout.height)]))
    points_a_millimetre = dist(*map(tuple, ends)) / dist((0, 0), (layout.width, layout.height))
    factor = max(1, int(points_a_millimetre / (1.2 * SCALE)))
    points = (corners.points + 0.0) / factor
    return laid_flat(shrunk(light, factor), homography(corners.places, points), layout.width, layout.height)


def _is_inside(matrix: Places, layout: Layout, shape: tuple[int, ...]) -> bool:
    reach = layout.diameter / 2
    middles = [(one.x, one.y) for row in layout.rows for one in row.circles]
    around = [(x + reach * across, y + reach * down) for x, y in middles for across in (-1, 1) for down in (-1, 1)]
    points = projected(matrix, np.array(around))
    inside = (points >= 0) & (points < np.array([shape[1], shape[0]]))
    return bool(inside.all())


def _with_crop(answer: ReadAnswer, flat: Table, box: Box) -> ReadAnswer:
    return replace(answer, crop=png_of(_cut(flat, box))) if answer.is_asked else answer


def _cut(flat: Table, box: Box, rim: float = _RIM) -> NDArray[np.uint8]:
    """A part of the page as a picture, a little more than its box."""
    ends = (box.y - rim, box.y + box.height + rim, box.x - rim, box.x + box.width + rim)
    top, low, left, right = (max(0, round(end * SCALE)) for end in ends)
    return np.clip(flat[top:low, left:right], 0, 255).astype(np.uint8)


def _note(flat: Table, dark: Table, box: Box) -> bytes | None:
    """The line for a note as a picture, None where nothing is written on it."""
    inner = Box(box.x + _RIM, box.y + _RIM, box.width - 2 * _RIM, box.height - 2 * _RIM)
    top, low, left, right = _ends(inner)
    share = 1000 * float((dark[top:low, left:right] > _DARK_STROKE).mean())
    return png_of(_cut(flat, box)) if share > _WRITTEN else None


def _ends(box: Box) -> Iterator[int]:
    ends = (box.y, box.y + box.height, box.x, box.x + box.width)
    return (round(end * SCALE) for end in ends)
