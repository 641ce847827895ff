"""All records of some kinds in a window of their own, to be opened, with the ways to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.records.list_dialog import ListDialog
from adtracker.ui.records.record_table import R, RecordTable


class RecordList(ListDialog):
    """`opened` carries a record. Subclasses give it a title, a table and the buttons that add one: `_lay_out`."""

    opened = Signal(object)

    def _lay_out(self, table: RecordTable[R], *adding: QPushButton) -> None:
        """The buttons above, room in `_between`, the table below."""
        actions = QWidget()
        row = FlowLayout(actions)
        for made in adding:
            row.addWidget(made)
        self._between = QVBoxLayout()
        self._between.setSpacing(8)
        self.lines.addWidget(actions)
        self.lines.addLayout(self._between)
        self.lines.addWidget(table, 1)
        self.lines.addStretch()  # takes the room where there is no table yet
        table.opened.connect(self.opened)

    def _show_rows(self, table: RecordTable[R], rows: Sequence[R], nothing: str, first: QPushButton) -> None:
        """Show what the diary has now; where that is nothing say so, with the keyboard on the `first` button."""
        table.show_rows(rows)
        table.setVisible(bool(rows))
        self.say(tr("A click or Enter opens one.") if rows else nothing)
        (table if rows else first).setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why something cannot be shown or opened."""
        self.say(sentence, "caution")
