"""The strip where the window speaks: it moves nothing and interrupts nobody, and a screen reader reads it out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label, leave_room, set_kind
from adtracker.ui.kit.room.mirrored import mirrored

HINT_MILLISECONDS = 10_000


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something without moving the focus."""
    from adtracker.ui.kit.heard.telling import tell  # noqa: PLC0415 -- seldom, and slow to load

    tell(widget, text)


class MessageStrip(QFrame):
    """One message at a time, the newest. Errors stay until they are closed, hints go by themselves.

    It lies over the lower end of the pages, above their own last line.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hide()
        self._text = label(wrap=True)
        self._told = ""
        self._pages: QStackedWidget | None = None
        self._close = button(tr("Close"), name=tr("Close this message"))
        row = QHBoxLayout(self)
        leave_room(row, 14, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self._close.clicked.connect(self.clear)

    def float_over(self, pages: QStackedWidget) -> None:
        """Lie over these pages, whatever size they have.

        A page's property "foot" is how much of its lower end stays free, the pages' "rim" how much where lines end.
        """
        self._pages = pages
        self.setParent(pages.parentWidget())
        pages.installEventFilter(self)
        pages.currentChanged.connect(self._place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The pages have another size or place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        pages = self._pages
        page = pages.currentWidget() if pages is not None else None
        if pages is None or page is None or self.isHidden():
            return
        width = pages.width() - int(pages.property("rim") or 0)
        height = self.heightForWidth(width)
        above = pages.height() - int(page.property("foot") or 0) - height
        place = QRect(pages.x(), pages.y() + above, width, height)
        self.setGeometry(mirrored(pages.layoutDirection(), pages.geometry(), place))
        self.raise_()

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
            tr(
                "Something in adtracker went wrong. What you saved is safe, and you can go on. "
                "If it happens again, close adtracker and start it again."
            )
        )

    def clear(self) -> None:
        """Say nothing."""
        self._timer.stop()
        self.hide()
        self._text.clear()
        self.closed.emit()

    def _say(self, sentence: str, kind: str) -> None:
        set_kind(self, kind)
        self._text.setText(sentence)
        self.show()
        self._place()
        announce(self, sentence)
