"""Lists the copies from before the password, which everybody can read, and has them removed if the person wants."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.plain import remove
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.messages import announce

_LETTERS = 72


class LeftoversDialog(QDialog):
    """To be shown by `open()`. `removed` says that they are gone."""

    removed = Signal()

    def __init__(self, parent: QWidget, copies: Sequence[Copy], tasks: Tasks) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(self.tr("Copies without a password"))
        self._copies = copies
        self._tasks = tasks
        self.files = QListWidget()
        self.files.setAccessibleName(self.windowTitle())
        self.files.addItems([str(copy.file) for copy in copies])
        self._problem = label("", "caution", wrap=True)
        self._problem.hide()
        self.leave = button(self.tr("Leave them"))
        self.remove = button(self.tr("Remove these files"), "primary")
        self._build()
        self.leave.clicked.connect(self.reject)
        self.remove.clicked.connect(self._on_remove)
        self.leave.setFocus()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(12)
        rows.addWidget(label(self.windowTitle(), "heading"))
        words = self.tr(
            "These copies were made before the diary had a password. Whoever gets at them can read them. "
            "Make a new copy first (Back up now) if they are the only ones."
        )
        rows.addWidget(label(words, wrap=True))
        self.files.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        rows.addWidget(self.files, 1)
        words = self.tr(
            "Exports, reports and photos that you saved elsewhere are not in this list; only you know where they are. "
            "On sticks and on most disks of today nothing can be wiped for certain, whatever a program says."
        )
        rows.addWidget(label(words, "small", wrap=True))
        rows.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        rows.addLayout(buttons)

    def _on_remove(self) -> None:
        self.remove.setEnabled(False)
        self._tasks.run(partial(remove, self._copies)).done.connect(self._on_removed)

    def _on_removed(self, left: Sequence[Path]) -> None:
        self.removed.emit()
        if not left:
            self.accept()
            return
        words = self.tr("These files could not be removed: {files}").format(files=", ".join(map(str, left)))
        self._problem.setText(words)
        self._problem.show()
        announce(self, words)
