"""The body map as a list, for those who would rather read than aim: one row a region, one column a grade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from adtracker.domain.records.body import GRADES, Body, Grade
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import digit_of
from adtracker.ui.today.grade_marks import fill_grade

ROW_PX, COLUMN_PX = 46, 52
_CIRCLE_PX = 20
Index = QModelIndex | QPersistentModelIndex


class GradeModel(QAbstractTableModel):
    """Regions by grades; a cell is checked where the region has the grade."""

    def __init__(self, body: Body, names: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__()
        self.keys = tuple(body.regions)
        self._names = names
        self._grades: Mapping[str, Grade] | None = None

    def show_grades(self, grades: Mapping[str, Grade] | None) -> None:
        """Show which regions are affected, or that nobody said (None): then no cell is checked."""
        self._grades = grades
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.keys) - 1, len(GRADES) - 1))

    def has(self, index: Index) -> bool:
        """Whether the region of a cell has the grade of the cell."""
        if self._grades is None:
            return False
        return self._grades.get(self.keys[index.row()], Grade.NONE) is GRADES[index.column()]

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a region."""
        return 0 if parent is not None and parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index | None = None) -> int:
        """One column a grade."""
        return 0 if parent is not None and parent.isValid() else len(GRADES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Nothing to read in a cell, but a sentence for screen readers and tooltips."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Grades above, regions at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._names["regions"][self.keys[section]]
        return self._names["grades"][GRADES[section].value].replace(" ", "\n")

    def _spoken(self, index: Index) -> str:
        region = self._names["regions"][self.keys[index.row()]]
        grade = self._names["grades_inside"][GRADES[index.column()].value]
        if self.has(index):
            return tr("{region}: {grade}, chosen", region=region, grade=grade)
        return tr("{region}: {grade}", region=region, grade=grade)


class GradeDelegate(QStyledItemDelegate):
    """Draws a cell as a round mark with the grade's pattern, ringed in accent where it is chosen."""

    def __init__(self, theme: Theme, model: GradeModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = self._theme.px(_CIRCLE_PX)
        box = QRectF(0, 0, edge, edge)
        box.moveCenter(QRectF(option.rect).center())
        self._draw_mark(painter, box, GRADES[index.column()], chosen=self._model.has(index))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6)
        painter.restore()

    def _draw_mark(self, painter: QPainter, box: QRectF, grade: Grade, *, chosen: bool) -> None:
        circle = QPainterPath()
        circle.addEllipse(box)
        if chosen:
            fill_grade(painter, circle, grade, self._theme.color("extent"))
        token = "control" if not chosen else "soft" if grade is Grade.NONE else "extent"
        painter.setPen(QPen(self._theme.color(token), 2.4 if chosen else 1.2))
        painter.drawPath(circle)
        if chosen and grade is Grade.NONE:
            middle = box.center()
            painter.setBrush(self._theme.color("soft"))
            painter.drawEllipse(middle, 2.5, 2.5)


class BodyList(QTableView):
    """Shows grades and lets them be picked: a click, Space on a cell, or 0 to 3 in a row. `picked` as in the map."""

    picked = Signal(str, Grade)

    def __init__(self, body: Body, names: Mapping[str, Mapping[str, str]], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = GradeModel(body, names)
        self._delegate = GradeDelegate(theme, self._model)
        self.setProperty("kind", "regions")
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Body regions. Arrow keys move, 0 to 3 say how much is affected."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.clicked.connect(self._pick)
        self.restyle()

    def show_grades(self, grades: Mapping[str, Grade] | None) -> None:
        """Show which regions are affected, what is not named is not; or that nobody said (None)."""
        self._model.show_grades(grades)

    def restyle(self) -> None:
        """Take over a new text size."""
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW_PX, self._theme.px(ROW_PX)))
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setDefaultSectionSize(max(COLUMN_PX, self._theme.px(COLUMN_PX)))
        columns.setHighlightSections(False)
        rows.setHighlightSections(False)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Several rows; the rest scrolls."""
        return QSize(self._theme.px(300), self._theme.px(310))

    def minimumSizeHint(self) -> QSize:
        """As high as it likes to be."""
        return QSize(300, self._theme.px(310))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space picks the cell, 0 to 3 a grade in its row; the rest moves."""
        index = self.currentIndex()
        key = Qt.Key(event.key())
        if index.isValid() and key == Qt.Key.Key_Space:
            self._pick(index)
        elif (digit := digit_of(event)) is None:
            super().keyPressEvent(event)
        elif index.isValid() and digit < len(GRADES):  # another one was not meant for another question either
            self.picked.emit(self._model.keys[index.row()], GRADES[digit])

    def resizeEvent(self, event: Any) -> None:
        """Give the names what the grades leave."""
        super().resizeEvent(event)
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - self.horizontalHeader().length() - 4
        if self.verticalHeader().width() != spare:
            self.verticalHeader().setFixedWidth(max(spare, 80))

    def _pick(self, index: Index) -> None:
        self.picked.emit(self._model.keys[index.row()], GRADES[index.column()])
