"""Long work on a diary that is closed for it, off the window's thread; a calm page stands in the window meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from adtracker.ui.core.tasks import Tasks
from adtracker.ui.kit.basics import Card, label
from adtracker.ui.kit.messages import announce

_WIDTH = 520


class Meanwhile(QObject):
    """One piece of work. `done` carries what it gave, `failed` an AdtrackerError: then the diary is as it was."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, work: Callable[[], object]) -> None:
        super().__init__(parent)
        self._tasks = Tasks()
        self._work = work

    def start(self) -> None:
        """Do it; nobody may have the diary open."""
        task = self._tasks.run(self._work)
        task.done.connect(self.done)
        task.failed.connect(self.failed)
        task.finished.connect(self.deleteLater)  # what it was given may be a key


class MeanwhilePage(QWidget):
    """What stands in the window meanwhile."""

    def __init__(self, heading: str, words: str) -> None:
        super().__init__()
        self._says = f"{heading}. {words}"
        card = Card(heading)
        card.setMaximumWidth(_WIDTH)
        card.body.addWidget(label(words, wrap=True))
        bar = QProgressBar()
        bar.setRange(0, 0)  # nobody knows how long it takes
        bar.setTextVisible(False)
        bar.setAccessibleName(heading)
        card.body.addWidget(bar)
        row = QHBoxLayout()
        row.addWidget(card)
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        rows.addLayout(row)
        rows.addStretch(2)

    def showEvent(self, event: QShowEvent) -> None:
        """Say it: nothing here takes the keyboard."""
        super().showEvent(event)
        announce(self, self._says)
