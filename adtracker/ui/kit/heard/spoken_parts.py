"""What a screen reader finds inside a widget that paints its parts itself: regions of a body, weeks, days.

Each part is an object of its own, with a name, a place on the screen, and whether the keyboard is on it. Nothing is
made of them before something asks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from weakref import ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class Part:
    """A part as it stands: what it says, where it is within the widget, and whether it is chosen (None: cannot be)."""

    name: str
    place: QRect
    chosen: bool | None = None
    role: QAccessible.Role = QAccessible.Role.ListItem


class SpokenParts(QObject):
    """The parts of a widget, which it asks for one by one; kept as long as the widget.

    They are found in its attribute `spoken`. Its class says what it is in `spoken_role`: a screen reader may ask before
    the widget is whole, and keeps the first answer.
    """

    def __init__(self, widget: QWidget, count: Callable[[], int], part: Callable[[int], Part]) -> None:
        super().__init__(widget)
        self.widget, self.count, self.part = widget, count, part
        self.current: int | None = None
        self.made: dict[int, QAccessibleInterface] = {}
        self.destroyed.connect(partial(_give_up, self.made))

    def go_to(self, index: int | None) -> None:
        """Say which part the keyboard is on: with the keyboard in the widget, it is read out."""
        is_new, self.current = index != self.current, index
        if is_new and self.widget.hasFocus():
            self.tell()

    def tell(self) -> None:
        """Have the part that the keyboard is on read out, as when the keyboard comes into the widget."""
        if self.current is not None and QAccessible.isActive():
            self._send(QAccessible.Event.Focus, self.current)

    def changed(self, index: int) -> None:
        """Have it noticed that a part says something else now, or is chosen or not."""
        if QAccessible.isActive():
            self._send(QAccessible.Event.NameChanged, index)
            state = QAccessible.State()
            state.checked = True
            event = QAccessibleStateChangeEvent(self.widget, state)
            event.setChild(index)
            QAccessible.updateAccessibility(event)

    def _send(self, kind: QAccessible.Event, index: int) -> None:
        event = QAccessibleEvent(self.widget, kind)
        event.setChild(index)
        QAccessible.updateAccessibility(event)


def set_parts(widget: QWidget, parts: SpokenParts) -> None:
    """Give parts to a widget of a class that is not our own."""
    widget.spoken = parts  # type: ignore[attr-defined]


class SpokenWhole(QAccessibleWidget):
    """The widget with its parts as children."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = ref(widget)  # Qt never gives this up; the page around the widget is not to stay for it

    @property
    def _parts(self) -> SpokenParts | None:
        widget = self._widget()
        found = getattr(widget, "spoken", None) if widget is not None and isValid(widget) else None
        return found if isinstance(found, SpokenParts) and isValid(found) else None

    def childCount(self) -> int:
        """How many parts there are."""
        parts = self._parts
        return 0 if parts is None else parts.count()

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """One part."""
        parts = self._parts
        if parts is None or not 0 <= index < parts.count():
            return None
        made = parts.made.get(index)
        if made is None:
            made = parts.made[index] = _Child(parts, index)
        return made

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which part it is; -1 for none."""
        return child.index if isinstance(child, _Child) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """The first part at a point of the screen."""
        children = (self.child(index) for index in range(self.childCount()))
        return next((child for child in children if child is not None and child.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The part that the keyboard is on."""
        parts = self._parts
        return self.child(parts.current) if parts and parts.widget.hasFocus() and parts.current is not None else None


class _Child(QAccessibleInterface):
    """One part; what it says is asked for anew each time."""

    def __init__(self, parts: SpokenParts, index: int) -> None:
        super().__init__()
        self._parts, self.index = parts, index

    def isValid(self) -> bool:
        """Whether the widget is there still, and has so many parts."""
        return isValid(self._parts) and self.index < self._parts.count()

    def object(self) -> QObject | None:  # type: ignore[override]
        """A part is no object of Qt."""
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """The widget."""
        return QAccessible.queryAccessibleInterface(self._parts.widget) if isValid(self._parts) else None

    def window(self) -> QWindow | None:  # type: ignore[override]
        """The window that the widget is in."""
        return self._parts.widget.window().windowHandle() if isValid(self._parts) else None

    def childCount(self) -> int:
        """A part has none."""
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A part has none."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A part has none."""
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """A part has none."""
        return -1

    def role(self) -> QAccessible.Role:
        """An item of a list, unless it is something else."""
        return self._parts.part(self.index).role if self.isValid() else QAccessible.Role.ListItem

    def rect(self) -> QRect:
        """Where it is on the screen."""
        if not self.isValid():
            return QRect()
        place = self._parts.part(self.index).place
        return QRect(self._parts.widget.mapToGlobal(place.topLeft()), place.size())

    def text(self, kind: QAccessible.Text) -> str:
        """What it says."""
        return self._parts.part(self.index).name if kind is QAccessible.Text.Name and self.isValid() else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """A part is not renamed."""

    def state(self) -> QAccessible.State:
        """Whether the keyboard is on it, and whether it is chosen."""
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        widget, chosen = self._parts.widget, self._parts.part(self.index).chosen
        is_current = self.index == self._parts.current
        for name, value in {
            "focusable": True,
            "selectable": True,
            "focused": is_current and widget.hasFocus(),
            "selected": is_current,
            "checkable": chosen is not None,
            "checked": bool(chosen),
            "invisible": not widget.isVisible(),
            "disabled": not widget.isEnabled(),
        }.items():
            setattr(state, name, value)
        return state


def _give_up(made: dict[int, QAccessibleInterface]) -> None:
    """Have Qt forget the parts of a widget that is gone: it keeps the address of each for as long as it is not told."""
    for part in made.values():
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
    made.clear()
