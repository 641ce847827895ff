"""Reads a code square off a picture of a page, field by field."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

_BLACK = QColor("black").rgb()


def says(picture: QImage, wanted: segno.QRCode) -> bool:
    """Whether the square on a picture is the one that is wanted, each field as dark as it should be."""
    fields, place = wanted.matrix, _place(picture)
    middles = [round((field + 0.5) * place.width() / len(fields)) for field in range(len(fields))]
    found = [[_is_dark(picture, place.x() + x, place.y() + y) for x in middles] for y in middles]
    return found == [[bool(dark) for dark in row] for row in fields]


def has_rim(picture: QImage, square: segno.QRCode) -> bool:
    """Whether nothing dark comes nearer to the square than four of its fields."""
    place = _place(picture)
    rim = 4 * place.width() // len(square.matrix)
    around, inside = place.adjusted(-rim, -rim, rim, rim), place.adjusted(-1, -1, 1, 1)
    across, down = range(around.left(), around.right() + 1), range(around.top(), around.bottom() + 1)
    spots = [(x, y) for x in across for y in down if not inside.contains(x, y)]
    return not any(_is_dark(picture, *spot) for spot in spots)


def _place(picture: QImage) -> QRect:
    """Where the square stands; only it is quite black."""
    dark = [(x, y) for y in range(picture.height()) for x in range(picture.width()) if picture.pixel(x, y) == _BLACK]
    left, top = min(x for x, _ in dark), min(y for _, y in dark)
    return QRect(left, top, max(x for x, _ in dark) - left + 1, max(y for _, y in dark) - top + 1)


def _is_dark(picture: QImage, x: int, y: int) -> bool:
    return QColor(picture.pixel(x, y)).lightness() < 128
