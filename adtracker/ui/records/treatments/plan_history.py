"""All plans of a treatment, the newest first: what changed when, and why; each can be put right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.treatment import Plan, Treatment
from adtracker.language import tr
from adtracker.ui.kit.basics import button, clear_layout, label, rule
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.treatment_words import plan_words, told_words


class PlanEntry(QWidget):
    """One plan. The signals carry it when a person wants it put right, or taken out."""

    correct_wanted = Signal(object)
    removed = Signal(object)

    def __init__(self, plan: Plan, *, can_go: bool) -> None:
        super().__init__()
        self._plan = plan
        is_exact = plan.is_stop and plan.known is Known.DAY
        day = date_words(plan.first) if is_exact else told_words(plan)
        self.correct = button(tr("Put right"), name=tr("Put right: from {day}", day=day))
        self.remove = button(tr("Remove"), name=tr("Remove: from {day}", day=day))
        heading = tr("From {day}", day=day) if plan.known is Known.DAY else tr("From {first}", first=day)
        if plan.is_stop and not is_exact:
            heading = tr("After {day}", day=day)
        self._build(heading)
        self.remove.setVisible(can_go)
        self.correct.clicked.connect(self._on_correct)
        self.remove.clicked.connect(self._on_remove)

    def _build(self, heading: str) -> None:
        words, actions = QWidget(), QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(label(heading, "strong", wrap=True))
        lines.addWidget(label(plan_words(self._plan), wrap=True))
        if self._plan.reason:
            lines.addWidget(label(tr("Reason: {reason}", reason=self._plan.reason), "soft", wrap=True))
        row = FlowLayout(actions)
        row.addWidget(self.correct)
        row.addWidget(self.remove)
        columns = Columns(self)
        columns.add(words, 1)
        columns.want(words, 180)
        columns.add(actions)

    def _on_correct(self) -> None:
        self.correct_wanted.emit(self._plan)

    def _on_remove(self) -> None:
        self.removed.emit(self._plan)


class PlanHistory(QWidget):
    """`correct_wanted` and `removed` are those of its entries."""

    correct_wanted = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[PlanEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_treatment(self, treatment: Treatment) -> None:
        """Show all plans."""
        clear_layout(self._column)
        self.entries = [PlanEntry(plan, can_go=plan.first != treatment.started) for plan in reversed(treatment.plans)]
        for entry in self.entries:
            self._column.addWidget(rule())
            self._column.addWidget(entry)
            entry.correct_wanted.connect(self.correct_wanted)
            entry.removed.connect(self.removed)
