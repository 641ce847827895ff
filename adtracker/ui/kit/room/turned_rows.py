"""Rows whose parts stand below each other as long as there is no room for them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget
from shiboken6 import isValid

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_NO_ROOM, _ANY_ROOM = QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding


@dataclass(frozen=True, slots=True)
class _Turned:
    """A row, the width that all around it needed while it was one, and the shares of its parts."""

    row: QHBoxLayout
    needed: int
    shares: tuple[int, ...]
    gaps: tuple[int, ...]


class TurnedRows:
    """Those that were turned in one page or window, the last one last: they turn back in that order."""

    def __init__(self) -> None:
        self._turned: list[_Turned] = []

    def turn(self, around: QWidget, room: int) -> None:
        """Turn rows inside, from the outermost that is too wide on, until all has room or no row is left."""
        while (needed := around.minimumSizeHint().width()) > room:
            layout = around.layout()
            row = None if layout is None else _too_wide(layout, room)
            if row is None:
                return
            self._turned.append(_stand(row, needed))
            measure_anew(around)

    def turn_back(self, around: QWidget, room: int) -> None:
        """Lay those down again that have room."""
        while self._turned and self._turned[-1].needed <= room:
            last = self._turned.pop()
            if isValid(last.row):
                _lie(last)
                measure_anew(around)


def _too_wide(layout: QLayout, room: int) -> QHBoxLayout | None:
    """The outermost row that is wider than the room there is for it."""
    needed = layout.minimumSize().width()
    if needed <= room:
        return None
    items = [item for item in _items(layout) if not item.isEmpty()]
    if isinstance(layout, QHBoxLayout) and layout.direction() is not _DOWN and len(items) > 1:
        return layout
    widest = max((item.minimumSize().width() for item in items), default=0)
    inside = room - (needed - widest)
    for item in items:
        widget, below = item.widget(), item.layout()
        if widget is not None:
            below = widget.layout()
        if below is not None:
            rim = item.minimumSize().width() - below.minimumSize().width()
            found = _too_wide(below, inside - rim)
            if found is not None:
                return found
    return None


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None:
            yield item


def _stand(row: QHBoxLayout, needed: int) -> _Turned:
    """What shares its width does not share a height: it stands close."""
    shares = tuple(map(row.stretch, range(row.count())))
    spacers = [item.spacerItem() for item in _items(row)]
    gaps = tuple(
        place
        for place, spacer in enumerate(spacers)
        if spacer is not None and spacer.expandingDirections() & Qt.Orientation.Horizontal
    )
    row.setDirection(_DOWN)
    for place in range(row.count()):
        row.setStretch(place, 0)
    _set_gaps(row, gaps, _NO_ROOM)
    return _Turned(row, needed, shares, gaps)


def _lie(turned: _Turned) -> None:
    row = turned.row
    row.setDirection(_ACROSS)
    for place, share in enumerate(turned.shares[: row.count()]):
        row.setStretch(place, share)
    _set_gaps(row, turned.gaps, _ANY_ROOM)


def _set_gaps(row: QHBoxLayout, gaps: tuple[int, ...], across: QSizePolicy.Policy) -> None:
    for place in gaps:
        item = row.itemAt(place)
        spacer = None if item is None else item.spacerItem()
        if spacer is not None:
            spacer.changeSize(0, 0, across, _NO_ROOM)


def measure_anew(around: QWidget) -> None:
    """Have all that is inside work out how large it is: Qt does so later, and does not tell what is hidden."""
    for part in around.findChildren(QWidget):
        part.updateGeometry()
    for layout in around.findChildren(QLayout):
        layout.invalidate()
