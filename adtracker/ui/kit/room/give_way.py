"""What gives way where a page or a window is wider than its room: words that stood in one line go on in the next."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QLabel, QWidget

from adtracker.ui.kit.room.turned_rows import TurnedRows, measure_anew

_MARK = "gave_way"


@runtime_checkable
class Narrowing(Protocol):
    """What can do with less than it likes to have, once it is told."""

    def give_way(self) -> None:
        """Be as narrow as it must, wherever it stands."""


class GivingWay:
    """Of one page or window: first its words, then its rows. Rows take their shape again where they have room."""

    def __init__(self) -> None:
        self._rows = TurnedRows()

    def fit(self, around: QWidget, room: int) -> bool:
        """Let what is inside be so narrow, as far as its longest word allows; whether it was wider."""
        self._rows.turn_back(around, room)
        if around.minimumSizeHint().width() <= room:
            return False
        _fold_words(around, room)
        self._rows.turn(around, room)
        return True


def _fold_words(around: QWidget, room: int) -> None:
    found = [part for part in around.findChildren(QWidget) if not part.property(_MARK) and _gives(part, room)]
    for part in found:
        part.setProperty(_MARK, True)
    if found:
        measure_anew(around)


def _gives(part: QWidget, room: int) -> bool:
    if isinstance(part, Narrowing):
        part.give_way()
        return True
    if isinstance(part, QLabel) and not part.wordWrap() and " " in part.text():
        part.setWordWrap(True)
        return True
    if part.minimumWidth() > room // 2 and part.maximumWidth() > part.minimumWidth():
        part.setMinimumWidth(0)
        if isinstance(part, QLabel):
            part.setIndent(part.indent())  # it keeps its least size, worked out with that width, until it is changed
        return True
    return False
