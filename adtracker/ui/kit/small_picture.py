"""A small picture in a row of a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

SIDE_PX = 64


def small_picture(jpeg: bytes | None, name: str = "") -> QLabel:
    """The picture in a square, or an empty square; the name is for who cannot see it."""
    made, found = QLabel(), QPixmap()
    made.setFixedSize(SIDE_PX, SIDE_PX)
    made.setAccessibleName(name)
    if jpeg is not None and found.loadFromData(jpeg):
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        made.setPixmap(found.scaled(SIDE_PX, SIDE_PX, keep, smooth))
    return made
