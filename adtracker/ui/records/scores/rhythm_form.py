"""Asks how often a questionnaire is to be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.scores.definition import MOST_DAYS, Definition
from adtracker.language import tr
from adtracker.ui.kit.basics import column, keep_end_free
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.records.scores.rhythm_words import rhythm_words

# What trials and clinics ask by, in days; every other number is typed.
USUAL = (DAYS_A_WEEK, 2 * DAYS_A_WEEK, 4 * DAYS_A_WEEK)
DAYS, NEVER = "days", "never"


class RhythmForm(FormBody):
    """Every week, 2 or 4 weeks, a number of days, or no rhythm at all."""

    def __init__(self, form: Definition) -> None:
        super().__init__()
        self._form = form
        usual = [(str(days), rhythm_words(days)) for days in USUAL]
        own = [(DAYS, tr("every few days")), (NEVER, rhythm_words(None))]
        self.rhythm = Chips(tr("How often"), [*usual, *own])
        self.days = NumberField(tr("Number of days"), MOST_DAYS)
        self._days = Field(tr("Days from one time to the next"), self.days)
        rows = column(self, 12)
        keep_end_free(rows, 8)
        when = tr("Today offers it on the day it is due. You can fill it in on any other day too.")
        rows.addWidget(Field(tr("How often do you fill it in?"), self.rhythm, when))
        rows.addWidget(self._days)
        rows.addStretch(1)
        self._show_rhythm(form.every_days)
        self.rhythm.chosen.connect(self._on_chosen)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"rhythm": self.rhythm, "days": self.days}

    @property
    def record(self) -> Definition:
        """The form with the rhythm that was chosen."""
        key = self.rhythm.key
        if key == NEVER:
            return replace(self._form, every_days=None)
        return replace(self._form, every_days=self.days.number if key == DAYS or key is None else int(key))

    def _show_rhythm(self, every_days: int | None) -> None:
        self.days.show_number(every_days or DAYS_A_WEEK)
        key = NEVER if every_days is None else str(every_days) if every_days in USUAL else DAYS
        self.rhythm.choose(key)
        self._days.setVisible(key == DAYS)

    def _on_chosen(self, key: str) -> None:
        self._days.setVisible(key == DAYS)
        if key == DAYS:
            self.days.setFocus()
            self.days.selectAll()
