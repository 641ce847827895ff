"""A card of rows that a person answers for a day, with the ways to a new one and to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import button, clear_layout, rule
from adtracker.ui.kit.diaries.diary_card import DiaryCard


class DayRow(QWidget):
    """One row. Where nothing can be half typed it is as this base has it."""

    def flush(self) -> None:
        """Hand on what was typed."""

    @property
    def is_written(self) -> bool:
        """Whether everything that was typed is stored."""
        return True


R = TypeVar("R", bound=DayRow)


class RowsCard(DiaryCard, Generic[R]):
    """The signals say which button was pressed.

    The buttons are few people's daily business: where there are rows, the corner shows them.
    """

    add_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, title: str, all_button: QPushButton, add_button: QPushButton) -> None:
        super().__init__(title)
        self.rows: list[R] = []
        self.setAccessibleName(title)
        self.add, self.all, self.away = add_button, all_button, button(tr("Put away"))
        self._are_tools_shown = self._has_any = False
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)
        all_button.clicked.connect(self.all_wanted)
        add_button.clicked.connect(self.add_wanted)
        self.away.clicked.connect(self.put_away)

    @property
    def has_tools(self) -> bool:
        """Whether the corner leads to the buttons: without rows they stand there anyway."""
        return bool(self.rows)

    def press_corner(self) -> None:
        """Show the buttons, or put them out of the way again; a card without rows itself."""
        if self.has_tools:
            self.show_tools(not self._are_tools_shown)
        else:
            super().press_corner()

    def show_tools(self, are_shown: bool) -> None:
        """Show the buttons beside what is there every day, or not."""
        self._are_tools_shown = are_shown
        self._fit_tools()

    def _fit_tools(self) -> None:
        wanted = self._are_tools_shown or not self.rows
        self.add.setVisible(wanted)
        self.all.setVisible(wanted and self._has_any)
        self.away.setVisible(wanted and self.has_tools)

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
        clear_layout(self._list)
        self.rows = list(rows)
        for row in self.rows:
            if row is not self.rows[0]:
                self._part()
            self._list.addWidget(row)
            self._put(row)
        self._fit_tools()
        self.mark_changed.emit()

    def _part(self) -> None:
        """Part the next row from those above it."""
        self._list.addWidget(rule())

    def _put(self, row: R) -> None:
        """Connect a new row, which is the last in `_list` now."""
        raise NotImplementedError
