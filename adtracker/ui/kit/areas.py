"""The large parts of a window, which one key goes through: the pages at the left, columns, cards, what is beside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.ui.core.tab_ring import tab_ring
from adtracker.ui.kit.basics import Card

_AREA = "area"
_BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def mark_area(widget: QWidget) -> None:
    """Have a widget be one area with all that is in it; cards are areas of their own unless they are in one."""
    widget.setProperty(_AREA, True)


def go_to_area(window: QWidget, *, back: bool = False) -> None:
    """Put the keyboard on the first stop of the next area of a window, or of the one before."""
    start = QApplication.focusWidget() or window
    here = _area(start)
    found = next((stop for stop in _stops(start, back=back) if _area(stop) is not here), None)
    if found is None:
        return
    if back:  # it was entered at its end
        other = _area(found)
        found = [found, *takewhile(lambda stop: _area(stop) is other, _stops(found, back=True))][-1]
    found.setFocus(Qt.FocusReason.TabFocusReason)


def _stops(start: QWidget, *, back: bool) -> Iterator[QWidget]:
    """Where Tab goes from a widget, once round."""
    return filter(_is_stop, tab_ring(start, back=back))


def _is_stop(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() in _BY_TAB


def _area(widget: QWidget) -> QWidget:
    """The outermost area around a widget; the window where it is in none."""
    found, around = widget.window(), widget
    while not around.isWindow():
        if around.property(_AREA) or isinstance(around, Card):
            found = around
        parent = around.parentWidget()
        if parent is None:
            break
        around = parent
    return found
