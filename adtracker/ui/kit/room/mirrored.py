"""Places in a language that is read from right to left.

Qt has the same in `QStyle.visualRect`; but to load that class with all its names takes a hundredth of a start.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, Qt

Place = TypeVar("Place", QRect, QRectF)


def mirrored(direction: Qt.LayoutDirection, whole: Place, place: Place) -> Place:
    """A place in a whole, given where it is from left to right: as far from the other side where words begin there."""
    if direction is not Qt.LayoutDirection.RightToLeft:
        return place
    found = type(place)(place)
    found.moveRight(whole.left() + whole.right() - place.left())
    return found
