"""Visits and side effects as a table by date. Enter or a click opens one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from adtracker.domain.happening import Happening
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.day_words import listed_day_words
from adtracker.ui.widgets.happening_words import Names, detail_words, title_words
from adtracker.ui.widgets.value_table import Column, ValueModel, ValueTable

DAY_WIDTH = 140

translate = QCoreApplication.translate


class HappeningTable(ValueTable):
    """`opened` carries the record of the row that a person chose."""

    opened = Signal(object)

    def __init__(self, theme: Theme, names: Names) -> None:
        rows = ValueModel(_columns(names))
        super().__init__(theme, rows, DAY_WIDTH)
        self._rows = rows
        self.setAccessibleName(self.tr("Visits and side effects, newest first. Enter opens one."))
        self.clicked.connect(self._on_clicked)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show others, the newest first; the keyboard stays on the same row as far as there is one."""
        row = max(self.currentIndex().row(), 0)
        self._rows.show_rows(list(reversed(happenings)))
        if happenings:
            self.selectRow(min(row, len(happenings) - 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.value(index.row()).record)


def _columns(names: Names) -> list[Column[Happening]]:
    return [
        Column(translate("HappeningTable", "Day"), _day, strong=True),
        Column(translate("HappeningTable", "What"), partial(_title, names)),
        Column(translate("HappeningTable", "Details"), partial(_details, names)),
    ]


def _day(happening: Happening) -> str:
    return listed_day_words(happening.day)


def _title(names: Names, happening: Happening) -> str:
    return title_words(happening, names)


def _details(names: Names, happening: Happening) -> str:
    return detail_words(happening, names)
