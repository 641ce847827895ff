"""All treatments of a diary, also those that are no longer used or begin later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.treatments.treatment import Treatment
from adtracker.language import in_a_line, tr
from adtracker.ui.kit.basics import button, clear_layout, label, rule
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.records.list_dialog import ListDialog
from adtracker.ui.words.treatment_words import BETWEEN, Names, kind_words, plan_words, use_words


class TreatmentEntry(QWidget):
    """One treatment in words. `opened` carries it."""

    opened = Signal(object)

    def __init__(self, treatment: Treatment, today: date, names: Names) -> None:
        super().__init__()
        self.treatment = treatment
        self.open = button(tr("Open"), name=tr("Open {name}", name=treatment.name))
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(label(treatment.name, "strong", wrap=True))
        plan = treatment.plan_on(today)
        use = use_words(treatment, today)
        facts = (kind_words(treatment, names), plan_words(plan) if plan else "", use)
        lines.addWidget(label(in_a_line(facts, BETWEEN), "soft", wrap=True))
        columns = Columns(self)
        columns.add(words, 1)
        columns.want(words, 200)
        columns.add(self.open)
        self.open.clicked.connect(self._on_open)

    def _on_open(self) -> None:
        self.opened.emit(self.treatment)


class TreatmentList(ListDialog):
    """`opened` carries the treatment that a person wants to see."""

    opened = Signal(object)

    def __init__(self, parent: QWidget, names: Names) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("All treatments"))
        self._names = names
        self.entries: list[TreatmentEntry] = []
        self._opened_last: int | None = None
        self.opened.connect(self._on_opened)

    def show_treatments(self, treatments: Sequence[Treatment], today: date) -> None:
        """Show them, those that are used first."""
        clear_layout(self.lines)
        used = [treatment for treatment in treatments if treatment.plan_on(today) is not None]
        others = [treatment for treatment in treatments if treatment.plan_on(today) is None]
        self.entries = [TreatmentEntry(treatment, today, self._names) for treatment in (*used, *others)]
        for entry in self.entries:
            self.lines.addWidget(entry)
            self.lines.addWidget(rule())
            entry.opened.connect(self.opened)
        self.lines.addStretch(1)
        self.say("")
        self._take_focus()

    def _take_focus(self) -> None:
        """Where the person was, or at the first."""
        keys = [entry.treatment.key for entry in self.entries]
        place = keys.index(self._opened_last) if self._opened_last in keys else 0
        (self.entries[place].open if keys else self.close_button).setFocus()

    def _on_opened(self, treatment: Treatment) -> None:
        self._opened_last = treatment.key
