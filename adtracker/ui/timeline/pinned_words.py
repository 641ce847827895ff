"""Words about something that may be higher than the window: above it, and in sight as long as any of it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from adtracker.ui.kit.basics import label, set_kind

_LEAST_LINES = 2
_PAD = 4
_WRAPPED = Qt.TextFlag.TextWordWrap


class PinnedWords(QWidget):
    """The room for words in the layout of a card, above the widget of the same card that they are `about`.

    The room has two lines, or as many as the `usual` words need, whatever is said: nothing below it ever jumps. Longer
    words lie over what follows and let the pointer through.
    """

    def __init__(self, card: QFrame, about: QWidget, usual: str) -> None:
        super().__init__()
        self._card, self._about, self._usual, self._scrolled = card, about, usual, 0
        self.label = label(usual, wrap=True)
        self.label.setParent(card)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.label.setContentsMargins(0, _PAD, 0, _PAD)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Say something, or the usual words if it is empty."""
        self.label.setText(words or self._usual)
        self.place()

    def scroll_to(self, top: int) -> None:
        """Know that what holds the card is in sight from `top` on, in its pixels."""
        self._scrolled = top
        self.place()

    def place(self) -> None:
        """Put the words into their room, or below it where that is out of sight, but not beyond what they are about."""
        height = max(self.height(), self._height_of(self.label.text(), self.width()))
        lowest = max(self.y(), self._about.geometry().bottom() - height)
        top = min(max(self.y(), self._scrolled - self._card.y()), lowest)
        is_longer = height > self.height()
        # Words that grew over the cell they speak of would lose it, shrink, and find it again.
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_longer)
        set_kind(self.label, "pinned" if is_longer or top > self.y() else "body")
        self.label.setGeometry(self.x(), top, self.width(), height)
        self.label.raise_()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the room at a width; it does not depend on what is said."""
        return max(_LEAST_LINES * self.fontMetrics().lineSpacing() + 2 * _PAD, self._height_of(self._usual, width))

    def sizeHint(self) -> QSize:
        """The usual words in one line, and their room."""
        width = self.fontMetrics().horizontalAdvance(self._usual)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Words give way in width."""
        return QSize(0, self.heightForWidth(self.sizeHint().width()))

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the words along."""
        super().moveEvent(event)
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text wants more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self.place()

    def _height_of(self, words: str, width: int) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, words).height() + 2 * _PAD
