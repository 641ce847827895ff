"""Lists the files from before the password, which everybody can read, and has them encrypted or removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from adtracker.errors import AdtrackerError
from adtracker.language import isolated, tr
from adtracker.resources import texts
from adtracker.storage.copies.rekeying import remove
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog

_LETTERS = 72
Work = Callable[[], Sequence[Path]]


class LeftoversDialog(FittedDialog):
    """To be shown by `open()`. `encrypt` does so off the window's thread; `treated` says that some are others now."""

    treated = Signal()

    def __init__(self, parent: QWidget, files: Sequence[Path], encrypt: Work, tasks: Tasks) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Files without a password"))
        self._tasks = tasks
        self.files = QListWidget()
        self.files.setAccessibleName(self.windowTitle())
        self.files.addItems([isolated(str(file)) for file in files])
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.files.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # where it begins and its name
        self._problem = label("", "caution", wrap=True)
        self._problem.hide()
        self.leave = button(tr("Leave them"))
        self.remove = button(tr("Remove them"))
        self.encrypt = button(tr("Encrypt them"), "primary")
        self._build()
        self.leave.clicked.connect(self.reject)
        self.remove.clicked.connect(partial(self._treat, partial(remove, files)))
        self.encrypt.clicked.connect(partial(self._treat, encrypt))
        self.leave.setFocus()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(12)
        rows.addWidget(label(self.windowTitle(), "heading"))
        words = tr(
            "These files are from before the diary had a password. Whoever gets at them can read them. "
            "Encrypted, they open with your password and your words, as the diary does."
        )
        rows.addWidget(label(words, wrap=True))
        self.files.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        rows.addWidget(self.files, 1)
        words = tr(
            "Exports, reports and photos that you saved elsewhere are not in this list; only you know where they are. "
            "On sticks and on most disks of today nothing can be wiped for certain, whatever a program says."
        )
        rows.addWidget(label(words, "small", wrap=True))
        rows.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.encrypt)
        rows.addLayout(buttons)

    def _treat(self, work: Work) -> None:
        self._let(can_treat=False)
        task = self._tasks.run(work)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)

    def _let(self, *, can_treat: bool) -> None:
        self.remove.setEnabled(can_treat)
        self.encrypt.setEnabled(can_treat)

    def _on_done(self, left: Sequence[Path]) -> None:
        self.treated.emit()
        if not left:
            self.accept()
            return
        self._say(tr("With these files it could not be done: {files}", files=", ".join(map(str, left))))

    def _on_failed(self, error: AdtrackerError) -> None:
        self._say(texts().error(error))

    def _say(self, words: str) -> None:
        self._let(can_treat=True)
        self._problem.setText(words)
        self._problem.show()
        announce(self, words)
