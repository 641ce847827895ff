"""All visits and side effects of a diary by date, to be opened, and the way to add one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.views.event import Event
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button
from adtracker.ui.records.record_list import RecordList
from adtracker.ui.records.record_table import RecordTable
from adtracker.ui.words.event_words import Names, detail_words, title_words


class HappeningList(RecordList):
    """To be shown by `open()`. `opened` carries a record; the others say which button was pressed."""

    visit_wanted = Signal()
    side_effect_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme, names: Names) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Visits and side effects"))
        self.table: RecordTable[Event] = RecordTable(
            theme,
            self.windowTitle(),
            (tr("What"), partial(title_words, names=names)),
            (tr("Details"), partial(detail_words, names=names)),
        )
        self.add_visit = button(tr("Add visit"))
        self.add_side_effect = button(tr("Add side effect"))
        self._lay_out(self.table, self.add_visit, self.add_side_effect)
        self.add_visit.clicked.connect(self.visit_wanted)
        self.add_side_effect.clicked.connect(self.side_effect_wanted)

    def show_happenings(self, happenings: Sequence[Event]) -> None:
        """Show what the diary has now."""
        self._show_rows(self.table, happenings, self._nothing(), self.add_visit)

    def _nothing(self) -> str:
        return tr("Nothing yet. Add a visit, past or planned, or something you noticed that bothers you.")
