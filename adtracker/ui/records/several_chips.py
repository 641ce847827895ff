"""Chips of which any number can be chosen, or "none of these", or nothing at all: three different answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.ui.kit.basics import arrow_of
from adtracker.ui.kit.chips import GroupChip
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.tab_order import read_in_order

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class SeveralChips(QWidget):
    """`changed` carries the chosen keys in the order of the chips; () is "none of these", None that nobody said.

    Tab stops here once, the arrow keys go from chip to chip, Space and Enter press one.
    """

    changed = Signal(object)

    def __init__(self, name: str, none: tuple[str, str], long: Mapping[str, str] | None = None) -> None:
        """`name` is what a screen reader says of the group, `none` what the chip that excludes all others says, and
        what a screen reader says of it; `long` are such words of other chips that have room for less, by key.
        """
        super().__init__()
        self._long = long or {}
        self._name = name
        self._chips: dict[str, GroupChip] = {}
        self._texts: dict[str, str] = {}
        self._after: list[QWidget] = []
        self._row = FlowLayout(self, 6)
        self.setAccessibleName(name)
        self.none = self._made(*none)
        self.none.clicked.connect(self._on_none)
        self._row.addWidget(self.none)

    def show_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, text), in their order; chips that are there already stay what they are."""
        wanted = dict(choices)
        if list(self._texts.items()) == list(choices):
            return
        self._texts = wanted
        for key in self._chips.keys() - wanted.keys():
            gone = self._chips[key]
            gone.hide()
            gone.deleteLater()
        self._chips = {key: self._renamed(key, text) for key, text in wanted.items()}
        self._lay_out()
        read_in_order(self)
        self._set_stop(self._stop())

    def show_keys(self, keys: Collection[str] | None) -> None:
        """Show what is chosen, telling nobody."""
        for key, made in self._chips.items():
            made.setChecked(keys is not None and key in keys)
        self.none.setChecked(keys is not None and not keys)
        self._set_stop(self._stop())

    def add_after(self, widget: QWidget) -> None:
        """Put something behind the chips."""
        self._after.append(widget)
        self._row.addWidget(widget)

    @property
    def keys(self) -> tuple[str, ...] | None:
        """What is chosen."""
        chosen = tuple(key for key, made in self._chips.items() if made.isChecked())
        return chosen or (() if self.none.isChecked() else None)

    def chip(self, key: str) -> GroupChip:
        """The chip of a key. Raises KeyError if it is not offered."""
        return self._chips[key]

    @property
    def offered(self) -> Sequence[str]:
        """The keys that are offered, in order."""
        return tuple(self._chips)

    def texts(self) -> list[str]:
        """What the chips say, without "none of these"."""
        return list(self._texts.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the chip before or after."""
        step = _STEPS.get(arrow_of(event, self))
        all_chips = [made for made in self._all() if not made.isHidden()]
        focused = QApplication.focusWidget()
        if step is None or focused not in all_chips:
            super().keyPressEvent(event)
            return
        place = min(max(all_chips.index(focused) + step, 0), len(all_chips) - 1)
        self._set_stop(all_chips[place])
        all_chips[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, text: str, spoken: str) -> GroupChip:
        made = GroupChip("")
        made.setAccessibleDescription(self._name)
        _name(made, text, spoken)
        return made

    def _renamed(self, key: str, text: str) -> GroupChip:
        """The chip of a key, new if there is none yet."""
        made = self._chips.get(key)
        if made is None:
            made = self._made(text, self._long.get(key, text))
            made.clicked.connect(self._on_chip)
        else:
            _name(made, text, self._long.get(key, text))
        return made

    def _lay_out(self) -> None:
        while self._row.takeAt(0) is not None:
            pass
        for widget in (*self._chips.values(), self.none, *self._after):
            self._row.addWidget(widget)
        for made in self._chips.values():
            made.show()  # at once, not when Qt comes to it: the keyboard may go there now

    def _all(self) -> list[GroupChip]:
        return [*self._chips.values(), self.none]

    def _stop(self) -> GroupChip:
        """Where Tab stops: at the chip that has the keyboard, else at the first that is chosen, else at the first."""
        chips = self._all()
        return next((made for made in chips if made.hasFocus()), next(filter(GroupChip.isChecked, chips), chips[0]))

    def _set_stop(self, stop: GroupChip) -> None:
        for made in self._all():
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if made is stop else Qt.FocusPolicy.ClickFocus)

    def _on_chip(self) -> None:
        self.none.setChecked(False)
        self._tell()

    def _on_none(self) -> None:
        for made in self._chips.values():
            made.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self._set_stop(self._stop())
        self.changed.emit(self.keys)


def _name(made: GroupChip, text: str, spoken: str) -> None:
    """Write a text on a chip, letter by letter: for Qt's buttons a single & marks a key."""
    made.setText(text.replace("&", "&&"))
    made.setAccessibleName(spoken)
