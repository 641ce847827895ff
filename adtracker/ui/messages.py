"""The strip below the page where the window speaks: it interrupts nobody, and a screen reader reads it out."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from adtracker.ui.widgets.basics import button, label, set_kind

HINT_MILLISECONDS = 10_000


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something without moving the focus."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 -- seldom, and slow to load

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class MessageStrip(QFrame):
    """One message at a time, the newest. Errors stay until they are closed, hints go by themselves."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hide()
        self._text = label(wrap=True)
        self._told = ""
        self._close = button(self.tr("Close"), name=self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._close.clicked.connect(self.clear)

    @property
    def text(self) -> str:
        """What it says now, empty if nothing."""
        return "" if self.isHidden() else self._text.text()

    def error(self, sentence: str) -> None:
        """Say what went wrong; stays until closed."""
        self._timer.stop()
        self._say(sentence, "caution")

    def hint(self, sentence: str) -> None:
        """Say something good to know; goes by itself. An error that nobody closed stays."""
        if not self.isHidden() and not self._timer.isActive():
            return
        self._timer.start(HINT_MILLISECONDS)
        self._say(sentence, "hint")

    def told(self, sentence: str) -> None:
        """Say what was stored, undone or done again; goes as hints do, and with the next save, which makes it old."""
        self.hint(sentence)
        self._told = sentence

    def forget_told(self) -> None:
        """Something was saved since: say no longer what was told before."""
        if self._told and self.text == self._told:
            self.clear()

    def fault(self) -> None:
        """Say that the program made a mistake."""
        self.error(
            self.tr(
                "Something in adtracker went wrong. What you saved is safe, and you can go on. "
                "If it happens again, close adtracker and start it again."
            )
        )

    def clear(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def _say(self, sentence: str, kind: str) -> None:
        set_kind(self, kind)
        self._text.setText(sentence)
        self.show()
        announce(self, sentence)
