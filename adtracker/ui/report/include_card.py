"""Asks which parts the report has, and whether their data go along."""

from __future__ import annotations

from PySide6.QtCore import Signal

from adtracker.language import tr
from adtracker.queries.report import Parts
from adtracker.ui.kit.basics import Card
from adtracker.ui.kit.fields.tick_box import TickBox


class IncludeCard(Card):
    """One box to tick for each part; `changed` comes when a person ticked one or took a tick away."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Include"))
        self.body.setSpacing(2)
        usual = Parts()
        self.summary = self._box(tr("Summary and trends (1 page)"), usual.summary)
        self.ranges = self._box(tr("Published ranges in the chart of itch"), usual.ranges)
        self._explain(
            self.ranges, tr("Thin lines at the changes in itch that mattered to people in published studies.")
        )
        self.weekly_table = self._box(tr("Weekly table"), usual.weekly_table)
        self.treatments = self._box(tr("Treatments and doses"), usual.treatments)
        self.tried = self._box(tr("Treatments tried, all years (1 page)"), usual.tried)
        self._explain(self.tried, tr("Why they were stopped is printed in your words. It needs no days."))
        self.happened = self._box(tr("Visits, side effects, scores"), usual.happened)
        self._explain(self.happened, tr("What you wrote about them is printed word for word."))
        self.details = self._box(tr("Signs, triggers, own questions"), usual.details)
        self.photos = self._box(tr("Photos"), usual.photos)
        self._explain(self.photos, tr("Of each place the first and the last photo of these days."))
        self.notes = self._box(tr("Daily notes"), usual.notes)
        self._explain(self.notes, tr("Your notes are printed word for word."))
        self.body.addSpacing(8)
        self.only_pages = self._box(tr("Only the pages"), not usual.data)
        self._explain(
            self.only_pages,
            tr("Otherwise the PDF also holds its days as a table, of which only what is ticked here."),
        )

    @property
    def parts(self) -> Parts:
        """The parts that are ticked, with their data or without."""
        return Parts(
            summary=self.summary.isChecked(),
            ranges=self.ranges.isChecked(),
            weekly_table=self.weekly_table.isChecked(),
            notes=self.notes.isChecked(),
            data=not self.only_pages.isChecked(),
            fhir=not self.only_pages.isChecked(),
            treatments=self.treatments.isChecked(),
            tried=self.tried.isChecked(),
            happened=self.happened.isChecked(),
            details=self.details.isChecked(),
            photos=self.photos.isChecked(),
        )

    def _box(self, text: str, is_ticked: bool) -> TickBox:
        box = TickBox(text)
        box.setChecked(is_ticked)
        box.clicked.connect(self._on_clicked)
        self.body.addWidget(box)
        return box

    def _explain(self, box: TickBox, words: str) -> None:
        box.setToolTip(words)
        box.setAccessibleDescription(words)

    def _on_clicked(self) -> None:
        self.changed.emit()
