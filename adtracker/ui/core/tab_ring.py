"""Where Tab goes from a widget, asked without harm.

What PySide gives as the next in the focus chain it takes from then on for a part of the one that was asked: with that
one it is taken for deleted, and with it all that it holds, such as the lines of its menu. So each is told again what
it is a part of. A window is a part of nothing, and is therefore never asked for.
"""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_ITS_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def tab_ring(start: QWidget, *, back: bool = False) -> Iterator[QWidget]:
    """All widgets of a window behind `start` in the order of Tab, or before it, once round and without itself."""
    window = start.window()
    end = _beside(window, back=not back)
    widget = start
    while True:
        widget = window if widget is end else _beside(widget, back=back)
        if widget is start:
            return
        yield widget


def _beside(widget: QWidget, *, back: bool) -> QWidget:
    found = widget.previousInFocusChain() if back else widget.nextInFocusChain()
    assert found is not None, "it goes round"
    held = [found]  # what Qt made is known as long as somebody holds it, or what it is a part of
    while (around := held[-1].parentWidget()) is not None:
        around.findChildren(QWidget, options=_ITS_OWN)  # which makes them parts of it
        if shiboken6.createdByPython(around):
            break
        held.append(around)
    return found
