"""A card of rows that a person answers for a day, with the ways to a new one and to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from adtracker.ui.widgets.basics import Card, rule
from adtracker.ui.widgets.card_head import card_head
from adtracker.ui.widgets.emptying import empty


class DayRow(QWidget):
    """One row. Where nothing can be half typed it is as this base has it."""

    def flush(self) -> None:
        """Hand on what was typed."""

    @property
    def is_written(self) -> bool:
        """Whether everything that was typed is stored."""
        return True


R = TypeVar("R", bound=DayRow)


class RowsCard(Card, Generic[R]):
    """The signals say which button was pressed."""

    add_wanted = Signal()
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[R] = []
        self.body.setSpacing(8)
        self.body.setContentsMargins(18, 10, 18, 10)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)

    def _lay_out(self, title: str, all_button: QPushButton, add_button: QPushButton) -> None:
        """The title with the buttons, and the rows below."""
        self.setAccessibleName(title)
        self.body.addLayout(card_head(title, all_button, add_button))
        self.body.addLayout(self._list)
        all_button.clicked.connect(self.all_wanted)
        add_button.clicked.connect(self.add_wanted)

    def flush(self) -> None:
        """Hand on what was typed."""
        for row in self.rows:
            row.flush()

    @property
    def is_written(self) -> bool:
        """Whether everything that was typed is stored."""
        return all(row.is_written for row in self.rows)

    def _replace(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        empty(self._list)
        self.rows = list(rows)
        for row in self.rows:
            self._list.addWidget(rule())
            self._list.addWidget(row)
            self._put(row)

    def _put(self, row: R) -> None:
        """Connect a new row, which is the last in `_list` now."""
        raise NotImplementedError
