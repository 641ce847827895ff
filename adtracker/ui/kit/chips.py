"""A row of round buttons of which one is chosen (ranges, grades, filters)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from adtracker.ui.kit.clicks import OnceButton
from adtracker.ui.kit.room.flow_layout import FlowLayout


class Chip(OnceButton):
    """Wide enough for its words in the heavier letters of the chosen one, so that nothing moves when it is chosen."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """As Qt has it for plain letters, and what heavier ones need more."""
        more = self._width(QFont.Weight.DemiBold) - self._width(QFont.Weight.Normal)
        return super().sizeHint() + QSize(more, 0)

    def _width(self, weight: QFont.Weight) -> int:
        font = QFont(self.font())
        font.setWeight(weight)
        return QFontMetrics(font).horizontalAdvance(self.text())


class GroupChip(Chip):
    """A chip whose arrow keys belong to the group around it; Qt's own would go on to any control."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the group."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """One choice of several (key, text); `chosen` carries the key when a person chose it, not when it was set."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], *, fill: bool = False, spacing: int = 8) -> None:
        """With `fill` the chips of a row take all of its width."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in choices]
        row = FlowLayout(self, spacing, fill=fill)
        for index, (_, text) in enumerate(choices):
            chip = Chip(text)
            chip.setAutoExclusive(True)  # makes the role a radio button; the group keeps the choice single
            chip.setAccessibleDescription(name)
            self._group.addButton(chip, index)
            row.addWidget(chip)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def key(self) -> str | None:
        """The key that is chosen, None if none is."""
        index = self._group.checkedId()
        return self._keys[index] if index >= 0 else None

    @property
    def keys(self) -> Sequence[str]:
        """All keys there are to choose from."""
        return self._keys

    def choose(self, key: str | None) -> None:
        """Show a choice; None shows that nothing is chosen."""
        self._group.setExclusive(False)
        for index, own in enumerate(self._keys):
            chip = self._group.button(index)
            chip.setChecked(own == key)
            # Tab stops at the chosen one, as Qt has it after a click; the arrow keys reach the others.
            is_stop = key is None or own == key
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)

    def chip(self, key: str) -> QAbstractButton:
        """The button of a key."""
        return self._group.button(self._keys.index(key))

    def _on_clicked(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
