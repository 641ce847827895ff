"""The ring around what has the keyboard, as it is drawn: found in the picture by what changes with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.ui.kit.heard.spoken_parts import SpokenParts

Sides = Sequence[Sequence["Spot"]]
Picture = NDArray[np.float64]  # colours by row and column, red, green and blue, 0 to 1

_AROUND = 6  # pixels around a control that are looked at as well
_PLACES = (0.3, 0.4, 0.5, 0.6, 0.7)  # where across each side the ring is looked at
_ALIKE = 0.03  # colours that differ less are one
_SMOOTH = 0.4  # and so are those within a line that is drawn smoothly
_SIDES, _THICK, _CONTRAST = 2, 2, 3.0
_DEEP = 12  # no ring lies deeper in what changed than so many pixels


@dataclass(frozen=True)
class Spot:
    """The ring at one place: how many pixels thick, and its contrasts to what lies outside of it, to what lies inside,
    and to what was there before.
    """

    thick: int
    outside: float
    inside: float
    before: float


def sides(widget: QWidget) -> Sides:
    """The ring of a control at places of all four sides; none where nothing changes with the keyboard."""
    for _ in range(2):  # what has the keyboard is scrolled into sight, a long text once more for its cursor
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        _settle()
        widget.clearFocus()
    without = picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return between(without, picture(widget))


def between(without: Picture, shown: Picture) -> Sides:
    """The ring that the second of two pictures has and the first has not."""
    turned = ((np.rot90(without, turn), np.rot90(shown, turn)) for turn in range(4))  # each side is once the upper one
    return [_from_above(one, other) for one, other in turned]


def is_seen(found: Sides) -> bool:
    """Whether most of each side is a line of two pixels that stands out from both of its sides, and from before. Of
    what is larger than its room two sides can be seen.
    """
    shown = [side for side in found if side]
    return len(shown) >= _SIDES and all(sum(map(_holds, side)) * 2 > len(side) for side in shown)


def said(found: Sides) -> str:
    """For who has to mend it: the least and the middle of each measure, side by side."""
    return "; ".join(_side_said(side) for side in found)


def _holds(spot: Spot) -> bool:
    return spot.thick >= _THICK and min(spot.outside, spot.inside, spot.before) >= _CONTRAST


def _side_said(side: Sequence[Spot]) -> str:
    if not side:
        return "nothing"
    measures = zip(*((one.thick, one.outside, one.inside, one.before) for one in side), strict=True)
    return " ".join(f"{min(one):.1f}/{sorted(one)[len(one) // 2]:.1f}" for one in measures)


def _from_above(without: Picture, shown: Picture) -> list[Spot]:
    changed = np.abs(shown - without).max(axis=2) > _ALIKE
    if not changed.any():
        return []
    columns = np.flatnonzero(changed.any(axis=0))
    left, wide = columns[0], columns[-1] - columns[0]
    looked_at = {int(left + wide * place) for place in _PLACES}
    return [
        spot
        for column in sorted(looked_at)
        if (spot := _spot(without[:, column], shown[:, column], changed[:, column])) is not None
    ]


def _spot(without: Picture, shown: Picture, changed: NDArray[np.bool_]) -> Spot | None:
    """What a line into the control meets first: of what changed there, that which is seen best."""
    rows = np.flatnonzero(changed)
    near = [_line(without, shown, int(row)) for row in rows if row < rows[0] + _DEEP]
    return max(near, key=lambda spot: min(spot.outside, spot.inside, spot.before), default=None)


def _line(without: Picture, shown: Picture, place: int) -> Spot:
    is_ring = np.abs(shown - shown[place]).max(axis=1) <= _SMOOTH
    start = end = place
    while start > 0 and is_ring[start - 1]:
        start -= 1
    while end + 1 < len(shown) and is_ring[end + 1]:
        end += 1
    outside, inside = _beside(shown, place, start, -1), _beside(shown, place, end, 1)
    return Spot(end - start + 1, outside, inside, contrast(shown[place], without[place]))


def _beside(shown: Picture, place: int, edge: int, way: int) -> float:
    """The contrast to what lies beside; a line that is drawn smoothly has one pixel of both colours between."""
    near = [row for row in (edge + way, edge + 2 * way) if 0 <= row < len(shown)]
    return max((contrast(shown[place], shown[row]) for row in near), default=0.0)


def contrast(one: Picture, other: Picture) -> float:
    """1 for the same colour to 21 for black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Picture) -> float:
    parts = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
    return float(parts @ np.array([0.2126, 0.7152, 0.0722]))


def picture(widget: QWidget) -> Picture:
    """A control, or that of its parts which has the keyboard, with what lies close around it."""
    _settle()
    root, part = widget.window(), widget.rect()
    spoken = getattr(widget, "spoken", None)
    has_own_ring = widget.property("kind") is not None  # by the stylesheet, around the whole
    if isinstance(spoken, SpokenParts) and spoken.current is not None and not has_own_ring:
        part = spoken.part(spoken.current).place
    place = part.translated(widget.mapTo(root, QPoint())).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    image = root.grab(place.intersected(root.rect())).toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3) / 255.0


def _settle() -> None:
    for _ in range(3):
        QApplication.processEvents()
