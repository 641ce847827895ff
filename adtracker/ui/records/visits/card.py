"""The visits and side effects of a day, and when the next visit is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from adtracker.domain.common.event_kind import EventKind
from adtracker.domain.views.event import Event
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.tab_order import read_in_order
from adtracker.ui.records.record_card import RecordCard, RecordRow
from adtracker.ui.words.event_words import Names, detail_words, title_words


class HappeningCard(RecordCard):
    """The signals beside `opened` say which button was pressed."""

    visit_wanted = Signal()
    side_effect_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__(tr("Visits and side effects"))
        self._names = names
        self.add_visit = button(tr("Add visit"))
        self.add_side_effect = button(tr("Add side effect"))
        self.help = button(tr("When to get help quickly"), "link")
        self.next = label("", wrap=True)
        self._lay_out(tr("All visits and side effects"), self.add_visit, self.add_side_effect)
        self._between.addWidget(self.next)
        self._between.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_visit.clicked.connect(self.visit_wanted)
        self.add_side_effect.clicked.connect(self.side_effect_wanted)
        self.help.clicked.connect(self.help_wanted)

    def show_happenings(self, happenings: Sequence[Event], next_visit: str, *, any_at_all: bool) -> None:
        """Show those of a day; `next_visit` says when one is planned, `any_at_all` whether the diary has any."""
        self._show_rows([self._row(one) for one in happenings], any_at_all=any_at_all)
        read_in_order(self)
        self.next.setText(next_visit)
        self.next.setVisible(bool(next_visit))
        self.help.setVisible(any(one.kind is EventKind.SIDE_EFFECT for one in happenings))

    def _row(self, one: Event) -> RecordRow:
        return RecordRow(one.record, title_words(one, self._names), detail_words(one, self._names))
