"""Asks which measures are looked at, and in which order: a line for each, with a tick and two buttons to move it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.common.measure import Measure
from adtracker.domain.views.measure_selection import MOST_PANELS
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.tab_order import read_in_order
from adtracker.ui.words.entry_words import Names


class MeasureLine(QWidget):
    """One measure. `moved` carries -1 for up and 1 for down, `ticked` comes when it was chosen or not any more."""

    moved = Signal(int)
    ticked = Signal()

    def __init__(self, measure: Measure, words: Names, *, is_chosen: bool) -> None:
        super().__init__()
        self.measure = measure
        name = " ".join(words[measure.key]["label"].split())
        self.tick = TickBox(name)
        self.tick.setChecked(is_chosen)
        self.tick.setAccessibleDescription(words[measure.key]["scale"])
        self.up = button("↑", "zoom", name=tr("Move up: {name}", name=name))
        self.down = button("↓", "zoom", name=tr("Move down: {name}", name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.tick.toggled.connect(self.ticked)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)

    def _on_up(self) -> None:
        self.moved.emit(-1)

    def _on_down(self) -> None:
        self.moved.emit(1)


class MeasureForm(FormBody):
    """Shows what is on offer, the chosen ones first. Once `MOST_PANELS` are ticked, no other can be."""

    def __init__(self, on_offer: Sequence[Measure], chosen: Sequence[Measure], names: Names) -> None:
        super().__init__()
        ordered = [*chosen, *(measure for measure in on_offer if measure not in chosen)]
        self.lines = [MeasureLine(measure, names, is_chosen=measure in chosen) for measure in ordered]
        self.words = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("Each has a chart of its own. The arrows change the order."), "soft", wrap=True))
        self._rows = QVBoxLayout()
        column.addLayout(self._rows)
        column.addWidget(self.words)
        column.addStretch(1)
        for line in self.lines:
            self._rows.addWidget(line)
            line.moved.connect(self._on_moved)
            line.ticked.connect(self._show)
        read_in_order(self)
        self._show()

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """What is ticked; the order is that of the lines."""
        return {line.measure.key: line.tick for line in self.lines}

    @property
    def chosen(self) -> tuple[Measure, ...]:
        """The measures that are ticked, in their order."""
        return tuple(line.measure for line in self.lines if line.tick.isChecked())

    def _show(self) -> None:
        count = len(self.chosen)
        for place, line in enumerate(self.lines):
            line.tick.setEnabled(line.tick.isChecked() or count < MOST_PANELS)
            line.up.setEnabled(place > 0)
            line.down.setEnabled(place < len(self.lines) - 1)
        said = tr("{count} of at most {most} chosen.", count=count, most=MOST_PANELS)
        self.words.setText(said if count else tr("With none chosen, the usual three are shown."))

    def _on_moved(self, step: int) -> None:
        line = self.sender()
        assert isinstance(line, MeasureLine), "only lines can be moved"
        place = self.lines.index(line) + step
        self.lines.remove(line)
        self.lines.insert(place, line)
        self._rows.removeWidget(line)
        self._rows.insertWidget(place, line)
        for before, after in zip(self.lines, self.lines[1:], strict=False):
            self.setTabOrder(before.down, after.tick)
        read_in_order(self)
        self._show()
        self._keep_focus(line, step)
        announce(self, tr("Now at place {value}.", value=place + 1))

    def _keep_focus(self, line: MeasureLine, step: int) -> None:
        """Stay on the arrow that was pressed; at the end of the list on the other one."""
        arrow, other = (line.up, line.down) if step < 0 else (line.down, line.up)
        (arrow if arrow.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)
