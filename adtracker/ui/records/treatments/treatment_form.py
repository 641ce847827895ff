"""Asks what a treatment is: its name, its kind, and for a cream how strong it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.records.course import TREATMENT_NAME_LIMIT
from adtracker.domain.treatments.treatment import WORDS_LIMIT, Kind, Treatment
from adtracker.language import tr
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.pickers import Choice, EditableChoice
from adtracker.ui.kit.fields.typed_line import TypedLine
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.treatment_words import Names


class TreatmentForm(FormBody):
    """`edited` comes when a person changed one of them and left the field; `kind_chosen` carries the kind."""

    edited = Signal()
    kind_chosen = Signal(object)

    def __init__(self, treatment: Treatment, names: Names) -> None:
        super().__init__()
        self._treatment = treatment
        self._strengths = names["strengths"]
        self._build(names)
        self.show_treatment(treatment)
        self.name.written.connect(self.edited)
        self.kind.chosen.connect(self._on_kind)
        self.strength.chosen.connect(self.edited)
        self._typed_strength.written.connect(self.edited)

    def _build(self, names: Names) -> None:
        self.name = TypedLine(tr("for example Mometasone 0.1 % ointment"), TREATMENT_NAME_LIMIT)
        kind, strength = tr("Kind"), tr("Strength, in your own words if you like")
        self.kind = Choice(kind, list(names["kinds"].items()))
        self._typed_strength = TypedLine(limit=WORDS_LIMIT)
        self.strength = EditableChoice(strength, self._typed_strength, list(self._strengths.values()))
        self.strength.setMinimumContentsLength(30)
        self._strength = Field(strength, self.strength, key="strength")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Field(tr("Name"), self.name, key="name"))
        row = QWidget()
        fields = FlowLayout(row, spacing=16)
        fields.addWidget(Field(kind, self.kind))
        fields.addWidget(self._strength)
        column.addWidget(row)

    def show_treatment(self, treatment: Treatment) -> None:
        """Fill the fields, telling nobody."""
        self._treatment = treatment
        self.name.show_text(treatment.name)
        self.kind.choose(treatment.kind.value)
        self._typed_strength.show_text(self._strengths.get(treatment.strength, treatment.strength))
        self._show_strength()

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """All that is asked."""
        return {"name": self.name, "kind": self.kind, "strength": self.strength}

    @property
    def treatment(self) -> Treatment:
        """The treatment as the fields say it."""
        kind = Kind(self.kind.currentData())
        return replace(self._treatment, name=self.name.text().strip(), kind=kind, strength=self._said_strength(kind))

    def _said_strength(self, kind: Kind) -> str:
        """The key of a strength that was chosen, or the person's own words."""
        if kind is not Kind.CREAM:
            return ""
        words = self.strength.currentText().strip()
        return next((key for key, name in self._strengths.items() if name == words), words)

    def _show_strength(self) -> None:
        self._strength.setVisible(self.kind.currentData() == Kind.CREAM.value)

    def _on_kind(self, kind: str) -> None:
        self._show_strength()
        self.kind_chosen.emit(Kind(kind))
        self.edited.emit()
