"""What else can be said about a day's doses: where an injection was given, how much it was, why one was skipped."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import REASON_LIMIT, WORDS_LIMIT, Kind
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.typed_line import TypedLine
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.tick_chips import TickChips
from adtracker.ui.words.treatment_words import Names


class DosePanel(QWidget):
    """All of it is optional. `changed` carries the doses with what a person added; `edit_wanted` asks for the plan."""

    changed = Signal(object)
    edit_wanted = Signal()

    def __init__(self, kind: Kind, names: Names) -> None:
        super().__init__()
        self._kind = kind
        self._doses: DayDoses | None = None
        self.sites = TickChips(tr("Where was it given?"), list(names["sites"].items()))
        self.reason = TypedLine(limit=REASON_LIMIT)
        self.amount = TypedLine(limit=WORDS_LIMIT)
        self.edit = button(tr("Change or stop this treatment"))
        self._build()
        self.sites.changed.connect(self._on_sites)
        self.reason.written.connect(self._on_text)
        self.amount.written.connect(self._on_text)
        self.edit.clicked.connect(self.edit_wanted)

    def _build(self) -> None:
        self._where = QWidget()
        self._last = label("", "small", wrap=True)
        where = QVBoxLayout(self._where)
        where.setContentsMargins(0, 0, 0, 0)
        where.setSpacing(6)
        where.addWidget(label(self.sites.accessibleName(), "strong"))
        where.addWidget(self._last)
        where.addWidget(self.sites)
        self._why = Field(tr("Why was it skipped?"), self.reason)
        self._how_much = Field(tr("Amount, if it was another one"), self.amount)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(10)
        for part in (self._where, self._why, self._how_much):
            column.addWidget(part)
        row = FlowLayout()
        row.addWidget(self.edit)
        column.addLayout(row)

    def show_doses(self, doses: DayDoses, *, fresh: bool) -> None:
        """Show what is stored; what was typed and is not stored yet stays, unless they are `fresh` (of another day)."""
        self._doses = doses
        self._where.setVisible(self._kind is Kind.INJECTION and doses.taken > 0)
        self._why.setVisible(doses.skipped > 0)
        self._how_much.setVisible(doses.taken > 0)
        self.sites.show_keys(doses.sites)
        for field, text in ((self.reason, doses.reason), (self.amount, doses.amount)):
            if field.text() == text:
                field.setModified(False)  # and the cursor stays where somebody types
            elif fresh or not field.isModified():
                field.setText(text)  # which is not modified then

    def show_last_sites(self, words: str) -> None:
        """Say where the last injections were given; nothing if nobody said so."""
        self._last.setText(words)
        self._last.setVisible(bool(words))

    def flush(self) -> None:
        """Hand on what was typed and is not handed on yet."""
        if self.reason.isModified() or self.amount.isModified():
            self._on_text()

    @property
    def is_written(self) -> bool:
        """Whether everything that was typed is stored."""
        typed = (self.reason.text(), self.amount.text())
        return self._doses is None or typed == (self._doses.reason, self._doses.amount)

    def _on_sites(self, keys: tuple[str, ...]) -> None:
        if self._doses is not None:
            known = {key for key in self._doses.sites if not self.sites.has(key)}
            self._change(replace(self._doses, sites=tuple(sorted({*keys, *known}))))

    def _on_text(self) -> None:
        if self._doses is not None:
            self._change(replace(self._doses, reason=self.reason.text(), amount=self.amount.text()))

    def _change(self, doses: DayDoses) -> None:
        if doses != self._doses:
            self.changed.emit(doses)
