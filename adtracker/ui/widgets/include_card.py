"""Asks which parts the report has."""

from __future__ import annotations

from PySide6.QtCore import Signal

from adtracker.report.request import Parts
from adtracker.ui.widgets.basics import Card
from adtracker.ui.widgets.tick_box import TickBox


class IncludeCard(Card):
    """One box to tick for each part; `changed` comes when a person ticked one or took a tick away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Include"))
        self.body.setSpacing(2)
        usual = Parts()
        self.summary = self._box(self.tr("Summary and trends (1 page)"), usual.summary)
        self.weekly_table = self._box(self.tr("Weekly table"), usual.weekly_table)
        self.notes = self._box(self.tr("Daily notes"), usual.notes)
        self.notes.setToolTip(self.tr("Your notes are printed word for word."))
        self.notes.setAccessibleDescription(self.notes.toolTip())

    @property
    def parts(self) -> Parts:
        """The parts that are ticked."""
        return Parts(self.summary.isChecked(), self.weekly_table.isChecked(), self.notes.isChecked())

    def _box(self, text: str, is_ticked: bool) -> TickBox:
        box = TickBox(text)
        box.setChecked(is_ticked)
        box.clicked.connect(self._on_clicked)
        self.body.addWidget(box)
        return box

    def _on_clicked(self) -> None:
        self.changed.emit()
