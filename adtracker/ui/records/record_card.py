"""The records of a day, one line each, with the ways to all of them and to a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, clear_layout, label, rule
from adtracker.ui.kit.diaries.diary_card import DiaryCard


class RecordRow(QWidget):
    """One record in words. `opened` carries it."""

    opened = Signal(object)

    def __init__(self, record: object, title: str, details: str) -> None:
        super().__init__()
        self._record = record
        self.words = "\n".join(filter(None, (title, details)))
        self.open = button(tr("Open"), name=tr("Open {title}", title=title))
        self.open.clicked.connect(self._on_open)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(label(title, "strong", wrap=True))
        if details:
            lines.addWidget(label(details, "soft", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(lines, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)

    def _on_open(self) -> None:
        self.opened.emit(self._record)


class RecordCard(DiaryCard):
    """`opened` carries a record that the person wants to see. What else a subclass shows goes into `_between`."""

    opened = Signal(object)
    all_wanted = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.rows: list[RecordRow] = []
        self.setAccessibleName(title)
        self._list, self._between = QVBoxLayout(), QVBoxLayout()
        for part in (self._list, self._between):
            part.setSpacing(8)

    def _lay_out(self, all_name: str, *adding: QPushButton) -> None:
        """Build it; `all_name` is what a screen reader says for the button that leads to all of them."""
        self.all = button(tr("All"), name=all_name)
        self.all.clicked.connect(self.all_wanted)
        self.put_beside(self.all, *adding)
        self.body.addLayout(self._list)
        self.body.addLayout(self._between)

    def _show_rows(self, rows: Sequence[RecordRow], *, any_at_all: bool) -> None:
        """Show those of a day; `any_at_all` says whether the diary has anything to list."""
        clear_layout(self._list)
        self.rows = list(rows)
        for row in self.rows:
            self._list.addWidget(row)
            self._list.addWidget(rule())
            row.opened.connect(self.opened)
        self.all.setVisible(any_at_all)
