"""All visits and side effects of a diary, to be opened, and the way to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.happening import Happening
from adtracker.ui.messages import announce
from adtracker.ui.theme import Theme
from adtracker.ui.widgets.basics import button, label, set_kind
from adtracker.ui.widgets.flow_layout import FlowLayout
from adtracker.ui.widgets.happening_table import HappeningTable
from adtracker.ui.widgets.happening_words import Names


class HappeningList(QDialog):
    """To be shown by `open()`. `opened` carries a record; the others say which button was pressed."""

    opened = Signal(object)
    visit_wanted = Signal()
    side_effect_wanted = Signal()
    removed_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme, names: Names) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(self.tr("Visits and side effects"))
        self.table = HappeningTable(theme, names)
        self.add_visit = button(self.tr("Add visit"))
        self.add_side_effect = button(self.tr("Add side effect"))
        self.removed = button(self.tr("Recently deleted"))
        self.close_button = button(self.tr("Close"), "primary")
        self._said = label("", "soft", wrap=True)
        self._build()
        self.table.opened.connect(self.opened)
        self.add_visit.clicked.connect(self.visit_wanted)
        self.add_side_effect.clicked.connect(self.side_effect_wanted)
        self.removed.clicked.connect(self.removed_wanted)
        self.close_button.clicked.connect(self.accept)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Visits and side effects"), "title", wrap=True))
        column.addWidget(self._said)
        column.addWidget(self.table, 1)
        column.addStretch()  # takes the room where there is no table yet
        actions = QWidget()
        row = FlowLayout(actions)
        for made in (self.add_visit, self.add_side_effect, self.removed):
            row.addWidget(made)
        below = QHBoxLayout()
        below.addWidget(actions, 1)
        below.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(below)

    def show_happenings(self, happenings: Sequence[Happening]) -> None:
        """Show what the diary has now."""
        self.table.show_happenings(happenings)
        self.table.setVisible(bool(happenings))
        words = self.tr("A click or Enter opens one.") if happenings else self._nothing()
        set_kind(self._said, "soft")
        self._said.setText(words)
        (self.table if happenings else self.add_visit).setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say why something cannot be shown."""
        set_kind(self._said, "caution")
        self._said.setText(sentence)
        announce(self, sentence)

    def _nothing(self) -> str:
        return self.tr("Nothing yet. Add a visit, past or planned, or something you noticed that bothers you.")
