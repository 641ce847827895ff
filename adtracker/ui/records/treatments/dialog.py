"""One treatment: what it is, how it has been used since it began, and what was taken of what was planned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.treatments.treatment import Treatment
from adtracker.language import tr
from adtracker.ui.kit.basics import button, column, keep_end_free, label, scrolled
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.records.treatments.plan_history import PlanHistory
from adtracker.ui.records.treatments.treatment_form import TreatmentForm
from adtracker.ui.words.treatment_words import Names, plan_words, use_words


class TreatmentDialog(FittedDialog):
    """To be shown by `open()`. `changed` carries the treatment with another name, kind or strength.

    The others ask for a change of plan, a stop, a plan to be put right or removed, or the whole treatment to go.
    """

    stands_in_order = True

    changed = Signal(object)
    change_wanted = Signal()
    stop_wanted = Signal()
    stock_wanted = Signal()
    correct_wanted = Signal(object)
    plan_removed = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget, treatment: Treatment, names: Names) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self._treatment = treatment
        self.about = TreatmentForm(treatment, names)
        self.history = PlanHistory()
        self.now, self.counts, self.left = label("", wrap=True), label("", wrap=True), label("", wrap=True)
        self._problem = label("", "caution", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.change = button(tr("Change amount or schedule"))
        self.stop = button(tr("Stop"))
        self.stock = button(tr("Count what is left"))
        self.remove = button(tr("Delete treatment"))
        self.done_button = button(tr("Done"), "primary")
        self.done_button.setDefault(True)
        content = QWidget()
        parts = QVBoxLayout(content)
        keep_end_free(parts, 8)
        parts.setSpacing(10)
        parts.addWidget(self.about)
        for heading, part in self._sections():
            parts.addSpacing(6)
            parts.addWidget(label(heading, "heading"))
            parts.addWidget(part)
        parts.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(scrolled(content), 1)
        whole.addWidget(self._problem)
        whole.addLayout(self._buttons())
        self._problem.hide()

    def _sections(self) -> Sequence[tuple[str, QWidget]]:
        use, row, left = QWidget(), QWidget(), QWidget()
        actions = FlowLayout(row)
        actions.addWidget(self.change)
        actions.addWidget(self.stop)
        lines = QVBoxLayout(use)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.now)
        lines.addWidget(row)
        lines = column(left, 6)
        lines.addWidget(self.left)
        lines.addWidget(self.stock, 0, Qt.AlignmentFlag.AlignLeft)
        return (
            (tr("How it is used"), use),
            (tr("What was recorded"), self.counts),
            (tr("What is left"), left),
            (tr("All changes"), self.history),
        )

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.done_button)
        return row

    def _connect(self) -> None:
        self.about.edited.connect(self._on_edited)
        self.change.clicked.connect(self.change_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.stock.clicked.connect(self.stock_wanted)
        self.remove.clicked.connect(self.removed)
        self.done_button.clicked.connect(self.accept)
        self.history.correct_wanted.connect(self.correct_wanted)
        self.history.removed.connect(self.plan_removed)

    def show_treatment(self, treatment: Treatment, counts: Sequence[str], left: str, today: date) -> None:
        """Show what is stored now; `counts` are sentences about what was taken, `left` those about what is left."""
        self._treatment = treatment
        plan = treatment.plan_on(today) or (None if treatment.plans[-1].is_stop else treatment.plans[-1])
        self.setWindowTitle(treatment.name)
        self.about.show_treatment(treatment)
        use = use_words(treatment, today)
        self.now.setText(use if plan is None else f"{plan_words(plan)}, {use}")
        self.change.setText(tr("Start again") if plan is None else tr("Change amount or schedule"))
        if plan is None and self.focusWidget() is self.stop:
            self.change.setFocus()  # else the keyboard would fall to the next button, which deletes
        self.stop.setVisible(plan is not None)
        self.counts.setText("\n".join(counts))
        self.left.setText(left)
        self.left.setVisible(bool(left))
        self.history.show_treatment(treatment)
        self.show_problem("")

    def show_problem(self, sentence: str) -> None:
        """Say what cannot be stored; an empty sentence says that all is well."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def _on_edited(self) -> None:
        if self.about.treatment != self._treatment:
            self.changed.emit(self.about.treatment)
