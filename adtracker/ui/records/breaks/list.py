"""All breaks of a diary by date, to be opened, and the way to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.views.event import Event
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button
from adtracker.ui.records.record_list import RecordList
from adtracker.ui.records.record_table import RecordTable
from adtracker.ui.words.event_words import Names, reason_words, when_words


class BreakList(RecordList):
    """To be shown by `open()`. `opened` carries a record, `break_wanted` says that the button was pressed."""

    break_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme, names: Names) -> None:
        super().__init__(parent)
        self._names = names
        self.setWindowTitle(tr("Breaks from the diary"))
        self.table: RecordTable[Event] = RecordTable(
            theme,
            self.windowTitle(),
            (tr("Why"), self._why),
            (tr("Days"), when_words),
            (tr("In your own words"), _words),
        )
        self.add = button(tr("Add break"))
        self._lay_out(self.table, self.add)
        self.add.clicked.connect(self.break_wanted)

    def show_breaks(self, breaks: Sequence[Event]) -> None:
        """Show what the diary has now."""
        nothing = tr("No break yet. A break says why days are empty, which helps when the diary is read.")
        self._show_rows(self.table, breaks, nothing, self.add)

    def _why(self, one: Event) -> str:
        return reason_words(one.record.reason, self._names) if isinstance(one.record, DiaryBreak) else ""


def _words(one: Event) -> str:
    return one.title
