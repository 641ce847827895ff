"""All weeks that were recalled, to be opened, and the way to add one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.recall import Recall
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button
from adtracker.ui.records.record_list import RecordList
from adtracker.ui.records.record_table import RecordTable
from adtracker.ui.words.day_words import span_words
from adtracker.ui.words.recall_words import Names, answers_words


@dataclass(frozen=True, slots=True)
class RecallRow:
    """One of them, at the day it was answered on."""

    record: Recall

    @property
    def day(self) -> date:
        """The last of its seven days."""
        return self.record.day


class RecallList(RecordList):
    """To be shown by `open()`. `opened` carries a record, `wanted` says that another week shall be added."""

    wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme, names: Names) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Weeks as recalled"))
        self.table: RecordTable[RecallRow] = RecordTable(
            theme,
            self.windowTitle(),
            (tr("The 7 days"), _days),
            (tr("Recalled"), partial(_answers, names=names)),
        )
        self.add = button(tr("Add a week"))
        self._lay_out(self.table, self.add)
        self.add.clicked.connect(self.wanted)

    def show_recalls(self, recalls: Sequence[Recall]) -> None:
        """Show what the diary has now."""
        words = tr("Nothing yet. Add what you remember of the last 7 days: it takes two minutes or less.")
        self._show_rows(self.table, [RecallRow(one) for one in recalls], words, self.add)


def _days(row: RecallRow) -> str:
    return span_words(row.record.period)


def _answers(row: RecallRow, names: Mapping[str, Mapping[str, str]]) -> str:
    return answers_words(row.record, names, "short")
