"""A push button whose words stand in several lines where one has no room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton


class Folding(QPushButton):
    """A `FlowLayout` makes it as narrow as it must; other layouts do once it was told to `give_way`."""

    _count = 1  # of the lines in which its words stand
    _beside = 2  # what an icon and the rim take of its width

    def sizeHint(self) -> QSize:
        """As high as the lines are that it has."""
        hint = super().sizeHint()
        if self._count == 1:
            return hint
        return QSize(hint.width(), hint.height() + (self._count - 1) * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See how many lines its words need now."""
        super().resizeEvent(event)
        self._beside = self._beside_words()
        count = len(self._lines(self.width() - self._beside)) if " " in self.text() else 1
        if count != self._count:
            self._count = count
            self.updateGeometry()

    def give_way(self) -> None:
        """Be narrower than its words in one line, wherever it stands."""
        policy = self.sizePolicy()
        if policy.horizontalPolicy() is QSizePolicy.Policy.Minimum:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return self.sizePolicy().hasHeightForWidth()

    def least_width(self) -> int:
        """What its longest word needs."""
        return self._beside_words() + max(map(self.fontMetrics().horizontalAdvance, self._words())) + 1

    def height_for(self, width: int) -> int:
        """How high it is where its words have to stand in several lines."""
        lines = len(self._lines(width - self._beside_words()))
        return self.sizeHint().height() + (lines - self._count) * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        """Its longest word, where it may be narrower than its words in one line."""
        if self.sizePolicy().hasHeightForWidth():
            return QSize(min(self.least_width(), self.sizeHint().width()), self.sizeHint().height())
        return super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """The same as a layout of Qt asks for it."""
        return self.height_for(width)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Break the words where one line has no room for them."""
        super().initStyleOption(option)
        if " " in self.text():
            option.text = "\n".join(self._lines(self.width() - self._beside))

    def _beside_words(self) -> int:
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def _words(self) -> list[str]:
        """The first with the blanks before it, which keep it away from an icon."""
        text = self.text()
        first, *words = text.lstrip().split(" ")
        return [text[: len(text) - len(text.lstrip())] + first, *words]

    def _lines(self, room: int) -> list[str]:
        metrics, (first, *words) = self.fontMetrics(), self._words()
        lines = [first]
        for word in words:
            longer = f"{lines[-1]} {word}"
            if metrics.horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines
