"""Treatments as a part of a day: the card, and what a click in it stores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.treatments.carried_doses import carried_over
from adtracker.domain.treatments.dose import DayDoses, last_sites
from adtracker.domain.treatments.due import Due, days_to_read, due
from adtracker.domain.treatments.treatment import Kind, Treatment
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.day_section import DaySection, ShownDay, Use, use

if TYPE_CHECKING:
    from adtracker.ui.records.treatments.card import TreatmentCard
    from adtracker.ui.records.treatments.dialogs import TreatmentDialogs
    from adtracker.ui.records.treatments.row import TreatmentRow

LAST_SITES = 3
SITES_REACH = 366  # days looked back for the last injection sites


class TreatmentDesk(DaySection):
    """What is clicked in the card is recorded for the day that is open."""

    key = "treatments"
    records = (Treatment, DayDoses)

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(context, page)
        self._names = context.texts.table("treatment")
        self._shown: ShownDay | None = None
        self._rows: Sequence[Due] = ()
        self._any = False
        self._same: Sequence[DayDoses] = ()

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("Treatments")

    @cached_property
    def card(self) -> TreatmentCard:
        """The treatments of the day."""
        from adtracker.ui.records.treatments.card import TreatmentCard  # noqa: PLC0415 -- not where nothing is taken

        made = TreatmentCard(self._context.theme, self._names)
        made.recorded.connect(self._on_recorded)
        made.same_wanted.connect(self._on_same)
        made.details_opened.connect(self._on_details)
        made.edit_wanted.connect(self._on_edit)
        made.add_wanted.connect(self._on_add)
        made.all_wanted.connect(self._on_all)
        return made

    @cached_property
    def dialogs(self) -> TreatmentDialogs:
        """Where treatments are added and changed."""
        from adtracker.ui.records.treatments.dialogs import TreatmentDialogs  # noqa: PLC0415 -- not for every start

        return TreatmentDialogs(self._context, self._page)

    def read(self, shown: ShownDay) -> None:
        """Read the treatments with what was recorded around a day."""
        journal = self._context.journal
        treatments = self._context.read(journal.treatments)
        if treatments is None:
            return
        reach = days_to_read(treatments, shown.day)
        doses = self._context.read(partial(journal.doses, reach)) if treatments else ()
        if doses is not None:
            self._shown, self._any = shown, bool(treatments)
            self._rows = due(treatments, doses, shown.day)

    def look(self, shown: ShownDay) -> Use:
        """Those that are taken, or due, on a day unfold the card."""
        return use(now=bool(self._rows), lately=False)

    def fill(self) -> None:
        """Show them."""
        if self._shown is not None:
            shown = self._shown
            self.card.show_day(shown.day, self._rows, shown.today, any_treatment=self._any)
            before = self._doses_before(shown.day) if self._rows else ()
            self._same = carried_over(self._rows, before)
            has_any = bool(carried_over(map(_unanswered, self._rows), before))
            self.card.show_before(is_today=shown.day == shown.today, has_any=has_any)

    def _doses_before(self, day: date) -> Sequence[DayDoses]:
        return self._context.read(partial(self._context.journal.doses, Period(day - ONE_DAY, day - ONE_DAY))) or ()

    def flush(self) -> None:
        """Store what was typed and is not stored yet."""
        if self.is_built:
            self.card.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """What was typed about a dose and could not be stored."""
        return [tr("What you wrote about a treatment")] if self.is_built and not self.card.is_written else []

    def _on_recorded(self, doses: DayDoses) -> None:
        """Store what was clicked; words about the doses of a day are typed."""
        stored = next(row.doses for row in self._rows if row.treatment.key == doses.treatment)
        if replace(stored, reason=doses.reason, amount=doses.amount) == doses:
            self._context.writer.save_typed(doses, self._page)
        else:
            self._context.writer.save(doses, self._page)

    def _on_same(self) -> None:
        """All of it in one step, to be taken back in one."""
        if self._same:
            self._context.writer.save_all(self._same, self._page)

    def _on_details(self, row: TreatmentRow) -> None:
        self._show_last_sites(row)
        self.grown.emit(row)

    def _show_last_sites(self, row: TreatmentRow) -> None:
        """Say where the last injections before this day were given."""
        treatment, day = row.due.treatment, row.due.doses.day
        if treatment.kind is not Kind.INJECTION or treatment.key is None or row.panel is None:
            return
        doses = self._context.read(partial(self._context.journal.doses, Period.ending(day - ONE_DAY, SITES_REACH)))
        if doses is None:
            return
        from adtracker.ui.words.treatment_words import last_sites_words  # noqa: PLC0415 -- see `card`

        found = last_sites(doses, treatment.key, LAST_SITES)
        row.panel.show_last_sites(last_sites_words(found, self._context.today(), self._names))

    def _on_add(self) -> None:
        self.dialogs.add()

    def _on_all(self) -> None:
        self.dialogs.show_all()

    def _on_edit(self, treatment: Treatment) -> None:
        self.dialogs.show(treatment)


def _unanswered(row: Due) -> Due:
    """The row as it was before anything was recorded: what the day before has does not depend on this day."""
    return replace(row, doses=DayDoses(row.doses.treatment, row.doses.day))
