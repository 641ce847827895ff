"""A window of a few steps, one after the other; only what follows the last one changes anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label, scrolled
from adtracker.ui.kit.room.fitted_dialog import FittedDialog

_LETTERS = 74
_RIM = 56  # around the step, and what a scroll bar takes
_SHARE = 0.95  # of the window below, at most
Question = Callable[[], bool]
Shown = tuple[str, QWidget, Question]


class Step(Protocol):
    """What stands in it."""

    def take_focus(self) -> None:
        """Put the keyboard where work begins."""


class StepsDialog(FittedDialog):
    """To be shown by `open()`. Each step is its heading, what it shows, and what is asked before the next one comes.

    Enter goes on, Esc and Cancel leave everything as it is. A question whose answer takes a while says False at first,
    and calls `go_on` later.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self._steps: Sequence[Shown] = ()
        self._last = ""
        self._heading = label("", "heading", wrap=True)
        self._place = label("", "small")
        self._stack = QStackedWidget()
        self.back = button(tr("Back"))
        self.cancel = button(tr("Cancel"))
        self.next = button(tr("Next"), "primary")
        self._build()
        self.back.clicked.connect(self._on_back)
        self.cancel.clicked.connect(self.reject)
        self.next.clicked.connect(self._on_next)

    def take_steps(self, title: str, steps: Sequence[Shown], last: str) -> None:
        """Have these steps; `last` is what the button says that ends them."""
        self.setWindowTitle(title)
        self._steps, self._last = steps, last
        for _, shown, _ in steps:
            self._stack.addWidget(scrolled(shown))
        self.show_step(0)

    @property
    def step(self) -> int:
        """Which one is shown, from 0."""
        return self._stack.currentIndex()

    def show_step(self, step: int) -> None:
        """Show one of them."""
        heading, shown, _ = self._steps[step]
        self._stack.setCurrentIndex(step)
        self._heading.setText(heading)
        count = len(self._steps)
        self._place.setText(tr("Step {number} of {count}", number=step + 1, count=count))
        self._place.setVisible(count > 1)
        self.back.setVisible(step > 0)
        self.next.setText(self._last if step == count - 1 else tr("Next"))
        cast(Step, shown).take_focus()
        self._fit(shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Its fonts are known now."""
        super().showEvent(event)
        self._fit(self._steps[self.step][1])

    def go_on(self) -> None:
        """Come to the next step, or to the end."""
        if self.step == len(self._steps) - 1:
            self.accept()
        else:
            self.show_step(self.step + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter from every field; a button with the keyboard takes it for itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.next.click()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._place)
        column.addWidget(self._heading)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.addWidget(self.cancel)
        row.addStretch(1)
        pair = QHBoxLayout()  # it stays one where the row has no room
        pair.addWidget(self.back)
        pair.addWidget(self.next)
        row.addLayout(pair)
        column.addLayout(row)

    def _fit(self, shown: QWidget) -> None:
        """As high as the step needs, as far as the window below allows; never smaller than it was."""
        parent = self.parentWidget()
        assert parent is not None, "it stands over a page"
        below = parent.window().size() * _SHARE
        width = min(self.fontMetrics().averageCharWidth() * _LETTERS, below.width())
        frame = self.sizeHint().height() - self._stack.sizeHint().height()
        inside = width - _RIM
        height = shown.heightForWidth(inside) if shown.hasHeightForWidth() else shown.sizeHint().height()
        wanted = QSize(width, min(height + frame + _RIM, below.height()))
        if not self.isVisible():
            self.resize(wanted)
            return
        self.resize(wanted.expandedTo(self.size()))
        over = self.geometry().bottom() - parent.window().geometry().bottom()
        if over > 0:
            self.move(self.x(), self.y() - over)

    def _on_back(self) -> None:
        self.show_step(self.step - 1)

    def _on_next(self) -> None:
        if self._steps[self.step][2]():
            self.go_on()
