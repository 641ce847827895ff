"""Places in a language that is read from right to left.

Qt has the same in `QStyle.visualRect`; but to load that class with all its names takes a hundredth of a start.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt


def mirrored(direction: Qt.LayoutDirection, whole: QRect, place: QRect) -> QRect:
    """A place in a whole, given where it is from left to right: as far from the other side where words begin there."""
    if direction is not Qt.LayoutDirection.RightToLeft:
        return place
    found = QRect(place)
    found.moveRight(whole.left() + whole.right() - place.left())
    return found
