"""One treatment on one day: its name, where the day stands, and a click for taken or skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.dose_actions import can_skip, is_counted, skip, take, take_back
from adtracker.domain.treatments.due import Due
from adtracker.domain.treatments.schedule import WhenNeeded
from adtracker.domain.treatments.treatment import Kind
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.chips import Chip
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.records.rows_card import DayRow
from adtracker.ui.words.treatment_words import Names

if TYPE_CHECKING:
    from adtracker.ui.records.treatments.dose_panel import DosePanel

_NAME_LETTERS = 14  # of the longest word of most names


class TreatmentRow(DayRow):
    """`recorded` carries the day's doses as a person wants them; `edit_wanted` the treatment they want to change.

    `details_opened` carries the row when there is more to show in `panel`, which does not exist before.
    """

    recorded = Signal(object)
    edit_wanted = Signal(object)
    details_opened = Signal(object)

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names
        self._due: Due | None = None
        self._is_announced = False
        self.panel: DosePanel | None = None
        self._build()
        self.taken.clicked.connect(self._on_taken)
        self.skipped.clicked.connect(self._on_skipped)
        self.fewer.clicked.connect(self._on_fewer)
        self.more.clicked.connect(self._on_more)

    def _build(self) -> None:
        self._name, self._state = label("", "strong", wrap=True), label("", "small", wrap=True)
        self.fewer, self.taken, self.skipped = (
            button("\N{MINUS SIGN}", "step"),
            Chip(tr("Taken")),
            Chip(tr("Skipped")),
        )
        self.more = Chip(tr("More"))
        words, actions, head = QWidget(), QWidget(), QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 2, 0, 2)
        lines.setSpacing(0)
        for line in (self._name, self._state):
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # one long word fits nowhere
            lines.addWidget(line)
        row = FlowLayout(actions, spacing=6)
        for made in (self.fewer, self.taken, self.skipped, self.more):
            row.addWidget(made)
        columns = Columns(head, spacing=8)
        columns.add(words, 1)
        columns.want(words, 150)
        columns.want_letters(words, _NAME_LETTERS)
        columns.add(actions)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(head)

    @property
    def due(self) -> Due:
        """What it shows."""
        assert self._due is not None, "a row is shown with something"
        return self._due

    @property
    def words(self) -> str:
        """What stands below the name."""
        return self._state.text()

    def show_due(self, due: Due, words: str, *, fresh: bool) -> None:
        """Show what is stored, `words` below the name; of another day (`fresh`) without the details."""
        self._due = due
        name = due.treatment.name
        self._name.setText(name)
        self._state.setText(words)
        self._show_buttons(due)
        for made, meaning in (
            (self.taken, tr("{name}: taken", name=name)),
            (self.skipped, tr("{name}: skipped", name=name)),
            (self.fewer, tr("{name}: one fewer", name=name)),
            (self.more, tr("{name}: more", name=name)),
        ):
            made.setAccessibleName(meaning)
            made.setAccessibleDescription(words)
        if fresh:
            self._show_panel(shown=False)
        if self.panel is not None:
            self.panel.show_doses(due.doses, fresh=fresh)
        if self._is_announced:
            self._is_announced = False
            announce(self, tr("{name}: {words}", name=name, words=words))

    def flush(self) -> None:
        """Hand on what was typed."""
        if self.panel is not None:
            self.panel.flush()

    @property
    def is_written(self) -> bool:
        """Whether everything that was typed is stored."""
        return self.panel is None or self.panel.is_written

    def _show_buttons(self, due: Due) -> None:
        counted, needed = is_counted(due), due.plan is not None and isinstance(due.plan.schedule, WhenNeeded)
        self.taken.setText(tr("Used") if needed else tr("Taken"))
        self.taken.setChecked(due.doses.taken >= max(due.planned, 1))
        self.fewer.setVisible(counted and due.doses.taken > 0)
        self.skipped.setVisible(can_skip(due) or due.doses.skipped > 0)
        self.skipped.setChecked(due.doses.skipped > 0)
        self.skipped.setEnabled(not counted or due.doses.taken < due.planned)

    def _on_taken(self) -> None:
        self._record(take(self.due))
        if self.due.treatment.kind is Kind.INJECTION and self.due.doses.taken:
            self._show_panel(shown=True)

    def _on_skipped(self) -> None:
        self._record(skip(self.due))
        if self.due.doses.skipped:
            self._show_panel(shown=True)

    def _on_fewer(self) -> None:
        self._record(take_back(self.due))

    def _record(self, doses: DayDoses) -> None:
        """Ask for the doses to be stored; the buttons show again what is, whether that went well or not."""
        self._is_announced = True
        self.recorded.emit(doses)
        self._is_announced = False
        self._show_buttons(self.due)

    def _on_more(self) -> None:
        self._show_panel(shown=self.more.isChecked())

    def _show_panel(self, *, shown: bool) -> None:
        self.more.setChecked(shown)
        if self.panel is None:
            if not shown:
                return
            self._make_panel()
        assert self.panel is not None
        if shown and self.panel.isHidden():
            self.panel.show_doses(self.due.doses, fresh=True)
            self.panel.show()
            self.details_opened.emit(self)
        self.panel.setVisible(shown)

    def _make_panel(self) -> None:
        from adtracker.ui.records.treatments.dose_panel import DosePanel  # noqa: PLC0415 -- not for every start of the program

        self.panel = DosePanel(self.due.treatment.kind, self._names)
        self.panel.hide()
        self._column.addWidget(self.panel)
        self.panel.changed.connect(self.recorded)
        self.panel.edit_wanted.connect(self._on_edit)

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self.due.treatment)
