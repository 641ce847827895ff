"""Tells a second click that nobody meant: sore hands click twice where they mean once."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent

from adtracker.ui.kit.basics import Button

SECOND_MILLISECONDS = 500


class Clicks:
    """Looks at the clicks on one thing. Two within half a second are one, whatever the desktop calls a double click,
    and also where the pointer moved a little between them."""

    def __init__(self) -> None:
        self._last: int | None = None

    def is_second(self, event: QMouseEvent) -> bool:
        """Whether a click came right after another one, on its heels or those of others that did."""
        before, self._last = self._last, event.timestamp()
        return before is not None and 0 <= self._last - before < SECOND_MILLISECONDS


class OnceButton(Button):
    """A button that a second click must not press again, since it would take back what the first one said."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._clicks = Clicks()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a first click through."""
        if self._clicks.is_second(event):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt has a second click come here where it is quick enough for the desktop: it is never another answer."""
        self._clicks.is_second(event)
        event.accept()
