"""Treatments on a page that shows a day: the card, and what a click in it stores."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.dose import DayDoses, last_sites
from adtracker.domain.due import days_to_read, due
from adtracker.domain.period import ONE_DAY, Period
from adtracker.domain.treatment import Kind, Treatment
from adtracker.errors import AdtrackerError
from adtracker.ui.context import Context
from adtracker.ui.widgets.treatment_card import TreatmentCard
from adtracker.ui.widgets.treatment_words import last_sites_words

if TYPE_CHECKING:
    from adtracker.ui.treatment_dialogs import TreatmentDialogs
    from adtracker.ui.widgets.treatment_row import TreatmentRow

LAST_SITES = 3
SITES_REACH = 366  # days looked back for the last injection sites


class TreatmentDesk(QObject):
    """Serves one page: what is clicked in its `card` is recorded for the day that is open."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._names = context.texts.table("treatment")
        self.card = TreatmentCard(self._names)
        self.card.recorded.connect(self._on_recorded)
        self.card.details_opened.connect(self._on_details)
        self.card.edit_wanted.connect(self._on_edit)
        self.card.add_wanted.connect(self._on_add)
        self.card.all_wanted.connect(self._on_all)

    @cached_property
    def dialogs(self) -> TreatmentDialogs:
        """Where treatments are added and changed."""
        from adtracker.ui.treatment_dialogs import TreatmentDialogs  # noqa: PLC0415 -- not for every start

        return TreatmentDialogs(self._context, self._page)

    def show_day(self, day: date) -> None:
        """Read the treatments with what was recorded around a day, and show that day."""
        journal = self._context.journal
        try:
            treatments = journal.treatments()
            doses = journal.doses(days_to_read(treatments, day)) if treatments else ()
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return
        rows = due(treatments, doses, day)
        self.card.show_day(day, rows, self._context.today(), any_treatment=bool(treatments))

    def flush(self) -> None:
        """Store what was typed and is not stored yet."""
        self.card.flush()

    def _on_recorded(self, doses: DayDoses) -> None:
        self._context.writer.save(doses)

    def _on_details(self, row: TreatmentRow) -> None:
        """Say where the last injections before this day were given."""
        treatment, day = row.due.treatment, row.due.doses.day
        if treatment.kind is not Kind.INJECTION or treatment.key is None or row.panel is None:
            return
        try:
            doses = self._context.journal.doses(Period.ending(day - ONE_DAY, SITES_REACH))
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return
        found = last_sites(doses, treatment.key, LAST_SITES)
        row.panel.show_last_sites(last_sites_words(found, self._context.today(), self._names))

    def _on_add(self) -> None:
        self.dialogs.add()

    def _on_all(self) -> None:
        self.dialogs.show_all()

    def _on_edit(self, treatment: Treatment) -> None:
        self.dialogs.show(treatment)
