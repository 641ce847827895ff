"""How large a window can be on its screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)  # what desktops put around a window, at most; it is not known before the window is shown


def screen_room(widget: QWidget) -> QSize:
    """What is left for the window of a widget inside its frame."""
    return widget.screen().availableSize() - _FRAME
