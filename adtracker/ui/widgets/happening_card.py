"""The visits and side effects of a day, one line each, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.happening import Happening, Happens
from adtracker.ui.widgets.basics import Card, button, label, rule
from adtracker.ui.widgets.emptying import empty
from adtracker.ui.widgets.flow_layout import FlowLayout
from adtracker.ui.widgets.happening_words import Names, detail_words, title_words


class HappeningRow(QWidget):
    """One of them in words. `opened` carries its record."""

    opened = Signal(object)

    def __init__(self, happening: Happening, names: Names) -> None:
        super().__init__()
        self._record = happening.record
        title, details = title_words(happening, names), detail_words(happening, names)
        self.words = "\n".join(filter(None, (title, details)))
        self.open = button(self.tr("Open"), name=self.tr("Open {}").format(title))
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


class HappeningCard(Card):
    """`opened` carries a record that the person wants to see; the other signals say which button was pressed."""

    opened = Signal(object)
    visit_wanted = Signal()
    side_effect_wanted = Signal()
    all_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self.rows: list[HappeningRow] = []
        self.setAccessibleName(self.tr("Visits and side effects"))
        self._build()
        self.add_visit.clicked.connect(self.visit_wanted)
        self.add_side_effect.clicked.connect(self.side_effect_wanted)
        self.all.clicked.connect(self.all_wanted)
        self.help.clicked.connect(self.help_wanted)

    def _build(self) -> None:
        self.body.setSpacing(8)
        self.body.setContentsMargins(18, 10, 18, 10)
        self.add_visit = button(self.tr("Add visit"))
        self.add_side_effect = button(self.tr("Add side effect"))
        self.all = button(self.tr("All"), name=self.tr("All visits and side effects"))
        self.help = button(self.tr("When to get help quickly"), "link")
        self.next = label("", wrap=True)
        actions = QWidget()
        row = FlowLayout(actions)
        for made in (self.all, self.add_visit, self.add_side_effect):
            row.addWidget(made)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.body.addWidget(label(self.tr("Visits and side effects"), "heading", wrap=True))
        self.body.addLayout(self._list)
        self.body.addWidget(self.next)
        self.body.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(actions)

    def show_happenings(self, happenings: Sequence[Happening], next_visit: str, *, any_at_all: bool) -> None:
        """Show those of a day; `next_visit` says when one is planned, `any_at_all` whether the diary has any."""
        empty(self._list)
        self.rows = [HappeningRow(happening, self._names) for happening in happenings]
        for row in self.rows:
            self._list.addWidget(row)
            self._list.addWidget(rule())
            row.opened.connect(self.opened)
        self.next.setText(next_visit)
        self.next.setVisible(bool(next_visit))
        self.help.setVisible(any(one.kind is Happens.SIDE_EFFECT for one in happenings))
        self.all.setVisible(any_at_all)
