"""The legend of the calendar: five shades, what a frame means, and the two marks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.ui.charts.week_legend import Shades
from adtracker.ui.core.theme import Theme
from adtracker.ui.history.month_marks import LATER, NOTE, MarkSample
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.columns import Columns
from adtracker.ui.kit.flow_layout import FlowLayout

# In pixels of the screen, for a narrow window with large text.
LEAST_TEXT = 240


class MonthLegend(QWidget):
    """Says on which scale the numbers are, and which end is the better one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shades = Shades(theme)
        self._marks = [MarkSample(theme, NOTE), MarkSample(theme, LATER)]
        self.text = label(self.tr("Worst itch 0 to 10, lower is better. Dashed: nothing recorded."), "small", wrap=True)
        marks = QWidget()
        row = FlowLayout(marks, spacing=16)
        row.addWidget(_together(label(self.tr("better"), "small"), self._shades, label(self.tr("worse"), "small")))
        row.addWidget(_together(self._marks[0], label(self.tr("note"), "small")))
        row.addWidget(_together(self._marks[1], label(self.tr("filled in later"), "small")))
        self.text.setMinimumWidth(LEAST_TEXT)
        columns = Columns(self, spacing=20)
        columns.add(marks)
        columns.add(self.text, 1)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        for part in (self._shades, *self._marks):
            part.updateGeometry()
            part.update()


def _together(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = FlowLayout(made)
    for part in parts:
        row.addWidget(part)
    return made
