"""Words about something that may be higher than the window: below it, and in sight as long as any of it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.ui.kit.basics import label, set_kind

_PAD = 2
_WRAPPED = Qt.TextFlag.TextWordWrap


class PinnedWords(QWidget):
    """The room of the `usual` widget below what the words are `about`; while something is said they take its place.

    The room is as high as the usual widget, whatever is said: nothing ever jumps. Longer words lie over what they are
    about and let the pointer through. `page` holds both.
    """

    def __init__(self, page: QWidget, about: QWidget, usual: QWidget) -> None:
        super().__init__()
        self._page, self._about, self._usual = page, about, usual
        self._seen_to: int | None = None
        self.label = label("", wrap=True)
        self.label.setParent(page)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.label.setContentsMargins(0, _PAD, 0, _PAD)
        self.label.hide()
        usual.setParent(self)  # in no layout: the room stays as high while it is hidden
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Say something, or show the usual widget if it is empty."""
        self.label.setText(words)
        self._usual.setVisible(not words)
        self.label.setVisible(bool(words))
        self.place()

    def scroll_to(self, bottom: int) -> None:
        """Know that what holds the page is in sight up to `bottom`, in its pixels."""
        self._seen_to = bottom
        self.place()

    def place(self) -> None:
        """Put the words into their room, or above it where that is out of sight, but not above what they are about."""
        height = max(self.height(), self._height_of(self.label.text(), self.width()))
        lowest = self.y() + self.height()
        bottom = lowest if self._seen_to is None else min(lowest, self._seen_to - self._page.y())
        top = max(bottom - height, self._about.y())
        is_over = top < self.y()
        # Words that grew over the cell they speak of would lose it, shrink, and find it again.
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_over)
        set_kind(self.label, "pinned" if is_over else "small")
        self.label.setGeometry(QRect(self.x(), top, self.width(), height))
        self.label.raise_()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the usual widget needs, whatever is said."""
        return self._usual.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """As the usual widget in as few lines as can be."""
        width = self._usual.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the usual widget can be; the height goes by the width."""
        return QSize(self._usual.minimumSizeHint().width(), 0)

    def event(self, event: QEvent) -> bool:
        """The usual widget has other words, and may need another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the words along."""
        super().moveEvent(event)
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._usual.setGeometry(self.rect())
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text wants more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.place()

    def _height_of(self, words: str, width: int) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, words).height() + 2 * _PAD
