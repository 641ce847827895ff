"""The ring around what has the keyboard, as it is drawn: found in the picture by what changes with the keyboard."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.ui.kit.heard.spoken_parts import SpokenParts

Picture = NDArray[np.float64]  # colours by row and column, red, green and blue, 0 to 1

_AROUND = 6  # pixels around a control that are looked at as well
_PLACES = (0.3, 0.4, 0.5, 0.6, 0.7)  # where across each side the ring is looked at
_ALIKE = 0.03  # colours that differ less are one
_SMOOTH = 0.25  # and so are those within a line that is drawn smoothly
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


def spots(widget: QWidget) -> list[Spot]:
    """The ring of a control at places of all four sides; none where nothing changes with the keyboard."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)  # what has the keyboard is scrolled into sight
    _settle()
    widget.clearFocus()
    without = picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    _settle()
    return between(without, picture(widget))


def between(without: Picture, shown: Picture) -> list[Spot]:
    """The ring that the second of two pictures has and the first has not, at places of all four sides."""
    turned = ((np.rot90(without, turn), np.rot90(shown, turn)) for turn in range(4))  # each side is once the upper one
    return [spot for one, other in turned for spot in _from_above(one, other)]


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
    """What a line into the control meets first."""
    rows = np.flatnonzero(changed)
    if not len(rows):
        return None
    first = int(rows[0])
    deep = next((row for row in range(first, min(first + _DEEP, len(changed))) if not changed[row]), first + _DEEP)
    by_change = [contrast(shown[row], without[row]) for row in range(first, min(deep, len(changed)))]
    place = first + int(np.argmax(by_change))
    is_ring = np.abs(shown - shown[place]).max(axis=1) <= _SMOOTH
    start = end = place
    while start > 0 and is_ring[start - 1]:
        start -= 1
    while end + 1 < len(shown) and is_ring[end + 1]:
        end += 1
    return Spot(
        end - start + 1, _beside(shown, place, start, -1), _beside(shown, place, end, 1), max(by_change)
    )


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
