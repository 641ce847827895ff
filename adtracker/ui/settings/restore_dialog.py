"""Shows what is in each copy, beside the diary as it is, before anybody goes back to one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from adtracker.domain.common.period import EVER
from adtracker.language import tr, tr_count
from adtracker.storage.copies.contents import Contents
from adtracker.storage.copies.copy_folder import Copy
from adtracker.ui.core.context import Context
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.words.copy_words import contents_words, made_words
from adtracker.ui.words.day_words import date_words

_WIDTH = 560


class RestoreDialog(FittedDialog):
    """To be shown by `open()`; it begins with the copy `first`, or with the last one.

    `wanted` carries the Copy that the person goes back to.
    """

    wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        found: Sequence[tuple[Copy, Contents | None]],
        first: Copy | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Go back to a copy"))
        numbers = context.read(partial(context.journal.numbers, EVER))  # the days alone, and once: a few milliseconds
        self._days = None if numbers is None else [one.day for one in numbers]
        self._found = [(copy, held) for copy, held in found if held is not None]
        self.copies = QListWidget()
        self.copies.setAccessibleName(tr("Copies"))
        now = context.now()
        for copy, held in self._found:
            what, fact = made_words(copy.name.made, now), contents_words(held.days, held.last)
            words = tr("{what}: {fact}", what=what, fact=fact)
            self.copies.addItem(QListWidgetItem(words))
        self.about = label("", wrap=True)
        self.go = button(tr("Go back to this copy"), "primary")
        self.leave = button(tr("Leave the diary as it is"))
        self._build()
        self.copies.currentRowChanged.connect(self._on_row)
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.reject)
        self.copies.setCurrentRow(next((row for row, (copy, _) in enumerate(self._found) if copy == first), 0))

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 20)
        rows.setSpacing(14)
        rows.addWidget(label(self.windowTitle(), "heading"))
        words = tr("Today's files are moved into the folder “set aside” beside the diary. Nothing is deleted.")
        rows.addWidget(label(words, wrap=True))
        self.copies.setMinimumWidth(_WIDTH)
        rows.addWidget(self.copies, 1)
        rows.addWidget(self.about)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        rows.addLayout(buttons)

    def _on_row(self, row: int) -> None:
        self.go.setEnabled(row >= 0)
        if row >= 0:
            self.about.setText(self._difference(self._found[row][1]))

    def _difference(self, held: Contents) -> str:
        """What the diary has that a copy lacks."""
        if self._days is None:
            return ""
        since = [day for day in self._days if held.last is None or day > held.last]
        missing = max(len(self._days) - held.days, len(since))
        if missing <= 0:
            return tr("The copy has as many days as your diary.")
        return tr_count(
            "Your diary has 1 more day, its last one is {day}. It is offered to you afterwards.",
            "Your diary has {count} more days, the last one {day}. They are offered to you afterwards.",
            missing,
            day=date_words(self._days[-1]),
        )

    def _on_go(self) -> None:
        copy = self._found[self.copies.currentRow()][0]
        self.accept()
        self.wanted.emit(copy)
