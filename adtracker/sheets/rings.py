"""Finds the printed circles where they really are: paper bends, and printers and scanners stretch it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adtracker.domain.sheet.layout import Layout
from adtracker.errors import SheetError
from adtracker.sheets.light import patches
from adtracker.sheets.plane import SCALE, Places, Table, sampled, smooth_shift

# How far a circle is looked for, in millimetres, at first and once it is known about where it is.
_FAR, _NEAR = 2.4, 0.8
# The bend that is still read.
MOST_BEND = 1.0
# Of the contrast of the others, what each part of the page needs; and what all need at least.
_LEAST_SHARE, _LEAST_CONTRAST = 0.6, 0.05
# How wide the line of a circle may look, in millimetres.
_WIDEST_LINE = 0.85
_ROW = 0.5


@dataclass(frozen=True, slots=True)
class Rings:
    """Where the circles are, in millimetres of the page laid flat, and how dark their lines are."""

    middles: Places
    contrast: float
    bend: float
    line: float


def find_rings(dark: Table, layout: Layout, *, has_all_corners: bool) -> Rings:
    """The circles of a page. Raises SheetError where they are not found, or bend or blur too much."""
    planned = np.array([(one.x, one.y) for row in layout.rows for one in row.circles])
    rows = np.repeat(np.arange(len(layout.rows)), [len(row.circles) for row in layout.rows])
    middles, radius = planned, layout.diameter / 2
    for reach in (_FAR, _NEAR):
        shifts, strength = _shifts(dark, middles, rows, radius, reach)
        middles = planned + smooth_shift(planned, middles + shifts - planned, np.maximum(strength, 1e-3))(planned)
    profiles = _profiles(dark, middles, radius)
    contrast = _contrast(profiles, planned)
    bend = float(np.hypot(*(middles - planned).T).max())
    if bend > (MOST_BEND if has_all_corners else 2 * MOST_BEND):
        raise SheetError("sheet.bent")
    line = _line_width(profiles)
    if line > _WIDEST_LINE:
        raise SheetError("sheet.blurred")
    return Rings(middles, contrast, bend, line)


def _shifts(
    dark: Table, middles: Places, rows: NDArray[Any], radius: float, reach: float
) -> tuple[Places, NDArray[Any]]:
    """How far the circles of each row lie beside where they are thought to be, and how clearly that is seen."""
    size = radius + reach + _ROW
    squares = patches(dark, middles, size)
    ring = _ring(squares.shape[1], radius)
    scores = np.fft.irfft2(np.fft.rfft2(squares) * np.conj(np.fft.rfft2(ring)), s=ring.shape)
    scores = np.fft.fftshift(scores, axes=(1, 2))
    middle, wide = ring.shape[0] // 2, round(reach * SCALE)
    scores = scores[:, middle - wide : middle + wide + 1, middle - wide : middle + wide + 1]
    summed = np.zeros((rows[-1] + 1, *scores.shape[1:]))
    np.add.at(summed, rows, np.minimum(scores, np.percentile(scores.max(axis=(1, 2)), 75)))
    found = np.array([_peak(one) for one in summed])
    strength = summed.max(axis=(1, 2)) - np.median(summed, axis=(1, 2))
    return ((found - wide) / SCALE)[rows], strength[rows] / max(float(strength.max()), 1e-9)


def _ring(count: int, radius: float) -> Table:
    """A circle's line, with less than nothing beside it: an even grey scores nothing."""
    steps = (np.arange(count) - count // 2) / SCALE
    away = np.hypot(*np.meshgrid(steps, steps)) - radius
    line = np.exp(-((away / 0.18) ** 2)) - 0.5 * np.exp(-(((np.abs(away) - 0.5) / 0.18) ** 2))
    line -= line[np.abs(away) < 1].mean() * (np.abs(away) < 1)
    return np.asarray(line / np.abs(line).sum(), np.float32)


def _peak(score: NDArray[Any]) -> tuple[float, float]:
    """The highest point as x and y, between points."""
    y, x = np.unravel_index(int(score.argmax()), score.shape)
    return x + _top(score[y], int(x)), y + _top(score[:, x], int(y))


def _top(line: NDArray[Any], at: int) -> float:
    if not 0 < at < len(line) - 1:
        return 0.0
    before, here, after = line[at - 1 : at + 2]
    curve = before - 2 * here + after
    return 0.0 if curve >= 0 else float(np.clip(0.5 * (before - after) / curve, -0.5, 0.5))


def _profiles(dark: Table, middles: Places, radius: float) -> Table:
    """How dark each circle is at distances from its line, of 1.5 mm inside to 1 mm outside, in steps of 0.05 mm."""
    turns = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    away = radius + np.arange(-1.5, 1.0, 0.05)
    x = middles[:, 0, None, None] + away[:, None] * np.cos(turns)
    y = middles[:, 1, None, None] + away[:, None] * np.sin(turns)
    around = sampled(dark, x * SCALE - 0.5, y * SCALE - 0.5)
    result: Table = np.median(around, axis=2)  # a stroke across the line is no part of it
    return result


def _contrast(profiles: Table, planned: Places) -> float:
    """How much darker the lines are than what is beside them. Raises SheetError where they are not seen."""
    each = profiles[:, 27:34].max(axis=1) - np.minimum(profiles[:, 14:20].mean(axis=1), profiles[:, 42:48].mean(axis=1))
    usual = float(np.median(each))
    if usual < _LEAST_CONTRAST:
        raise SheetError("sheet.pale")
    for x in np.array_split(np.argsort(planned[:, 0]), 6):
        for part in np.array_split(x[np.argsort(planned[x, 1])], 10):
            if len(part) > 3 and float(np.median(each[part])) < _LEAST_SHARE * usual:
                raise SheetError("sheet.pale")
    return usual


def _line_width(profiles: Table) -> float:
    """How wide the lines look in millimetres: where they are darker than half of their darkest."""
    usual = np.median(profiles, axis=0)
    usual = usual - min(float(usual[8:16].mean()), float(usual[42:48].mean()))
    middle = 20 + int(usual[20:40].argmax())
    half = usual[middle] / 2
    inside, outside = middle, middle
    while inside > 0 and usual[inside - 1] > half:
        inside -= 1
    while outside < len(usual) - 1 and usual[outside + 1] > half:
        outside += 1
    return (outside - inside + 1) * 0.05
