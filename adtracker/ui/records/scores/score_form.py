"""Asks about a score that somebody gave: on which scale, how much, when, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.scores.clinic_score import GIVEN_BY_LIMIT, NOTE_LIMIT, ClinicScore
from adtracker.domain.scores.scale import Giver, Scale
from adtracker.language import tr
from adtracker.ui.kit.basics import column, keep_end_free, label
from adtracker.ui.kit.fields.field import Field, line_edit
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.long_text import LongText
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.kit.number_line import NumberLine
from adtracker.ui.records.scores.bands_panel import BandsPanel
from adtracker.ui.words.score_words import range_words


class ScoreForm(FormBody):
    """`refused` carries the Problem of a paste that was not taken."""

    refused = Signal(Problem)

    def __init__(self, score: ClinicScore, today: date, scales: Mapping[str, Scale], *, is_new: bool) -> None:
        super().__init__()
        self._score, self._scales = score, scales
        self.scale = Choice(
            tr("Score"), [(key, tr("{name}: {value}", name=one.name, value=one.title)) for key, one in scales.items()]
        )
        self.scale.choose(score.scale)
        self.value = NumberLine(tr("Value"), None if is_new else score.value)
        self.day = DayField(tr("Day"), score.day, today)
        self.given_by = line_edit(tr("for example Dr. Weber, or a form"), GIVEN_BY_LIMIT)
        self.given_by.setText(score.given_by)
        self.note = LongText("note", NOTE_LIMIT, score.note)
        self.note.refused.connect(self.refused)
        self._about = label("", "small", wrap=True)
        self.bands = BandsPanel()
        self._lay_out()
        self.scale.chosen.connect(self._show_scale)
        self._show_scale(score.scale)

    def _lay_out(self) -> None:
        rows = column(self, 12)
        keep_end_free(rows, 8)
        rows.addWidget(Field(tr("Score"), self.scale))
        rows.addWidget(self._about)
        rows.addWidget(Field(tr("Value"), self.value, key="value"))
        rows.addWidget(Field(tr("Day"), self.day, key="date"))
        rows.addWidget(Field(tr("Given by"), self.given_by, key="given_by"))
        rows.addWidget(Field(tr("Note"), self.note, key="note"))
        rows.addWidget(self.bands)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        number = {"scale": self.scale, "value": self.value, "day": self.day}
        return {**number, "given_by": self.given_by, "note": self.note}

    @property
    def about(self) -> str:
        """What it says about the scale."""
        return self._about.text()

    @property
    def problem(self) -> Problem | None:
        """What keeps the form from being a record."""
        misread = self.value.problem("value")
        return Problem("value", "score_missing") if misread is None and self.value.value is None else misread

    @property
    def record(self) -> ClinicScore:
        """The score as the form says it; only without a `problem`."""
        return replace(
            self._score,
            scale=self.scale.currentData(),
            value=self.value.value or 0.0,
            day=self.day.day,
            given_by=self.given_by.text().strip(),
            note=self.note.text().strip(),
        )

    def _show_scale(self, key: str) -> None:
        scale = self._scales.get(key)
        if scale is None:
            return
        giver = tr("given at the clinic") if scale.giver is Giver.CLINIC else tr("from a form you fill in")
        span = range_words(scale.minimum, scale.maximum)
        self._about.setText(
            tr("From {range}; lower is better; {giver}. {owner}", range=span, giver=giver, owner=scale.owner)
        )
        self.bands.show_bands(scale.bands)
