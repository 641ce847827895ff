"""What gives way where a page or a window is wider than its room: words that stood in one line go on in the next."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLayout, QWidget

from adtracker.ui.kit.room.folding import Folding

_MARK = "gave_way"


def give_way(around: QWidget, room: int) -> bool:
    """Let everything inside be narrower than it was made, as far as its longest word allows; whether anything was."""
    found = [part for part in around.findChildren(QWidget) if not part.property(_MARK) and _gives(part, room)]
    for part in found:
        part.setProperty(_MARK, True)
    if found:
        for layout in around.findChildren(QLayout):  # Qt does not tell those of hidden parts
            layout.invalidate()
    return bool(found)


def _gives(part: QWidget, room: int) -> bool:
    if isinstance(part, Folding):
        part.fold()
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
