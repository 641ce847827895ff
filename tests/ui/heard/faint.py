"""Words that do not stand out from what is behind them, in a window as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_RIM = 4  # of a button: its border and its ring are no words
_INK = np.array([0.2126, 0.7152, 0.0722])


def faint(root: QWidget, least: float) -> Iterator[str]:
    """Labels and buttons, seen as a whole, whose darkest and lightest pixels have less contrast than `least`."""
    light = _light(root)
    for made in root.findChildren(QWidget):
        is_here = made.window() is root and made.isVisible() and made.isEnabled()
        if is_here and isinstance(made, (QLabel, QAbstractButton)):
            place = _place(made, root)
            is_whole = place.isValid() and made.visibleRegion().boundingRect() == made.rect()
            if made.text().strip() and is_whole and _is_on_top(made, root, place):
                part = light[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
                found = (part.max() + 0.05) / (part.min() + 0.05)
                if found < least:
                    yield f"{found:.1f} to 1: {type(made).__name__} “{made.text()}”"


def _place(made: QWidget, root: QWidget) -> QRect:
    rim = _RIM if isinstance(made, QAbstractButton) else 0
    return made.rect().adjusted(rim, rim, -rim, -rim).translated(made.mapTo(root, QPoint()))


def _is_on_top(made: QWidget, root: QWidget, place: QRect) -> bool:
    """A message may lie over what is below it until it is closed."""
    found = root.childAt(place.center())
    return found is made or (found is not None and made.isAncestorOf(found))


def _light(root: QWidget) -> NDArray[np.float64]:
    """The luminance of each pixel, as WCAG counts it."""
    image = root.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    colours = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)
    return np.asarray(_BRIGHT[colours] @ _INK)


_STEPS = np.arange(256) / 255.0
_BRIGHT = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4)
