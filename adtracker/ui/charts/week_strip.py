"""The strip of weeks: numbers with a shade for each week, and what happened below them, painted in one widget."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.domain.views.week_grid import BASELINE, Stage
from adtracker.language import tr
from adtracker.ui.charts.strip_view import StripView
from adtracker.ui.charts.week_layout import RowShape, Sizes, WeekLayout, layout_for
from adtracker.ui.charts.week_painter import WeekPainter
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.heard.spoken_parts import Part, SpokenParts

WIDTH = 1000
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class WeekStrip(QWidget):
    """Shows a `StripView`. `pointed` carries the sentence of the cell under the pointer or the keyboard, empty if there
    is none; `opened` the days (a Period) of a week that a person chose, `day_opened` the day of what happened there;
    `moved` the place (a QRectF) of the cell that the keyboard went to.

    Arrow keys move, Home and End go to the baseline and the newest week, Enter opens. Right of the last week stand the
    changes.
    """

    spoken_role = QAccessible.Role.List
    pointed = Signal(str)
    opened = Signal(object)
    day_opened = Signal(object)
    moved = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs so in every language
        self._theme = theme
        self._painter = WeekPainter(theme)
        self._view: StripView | None = None
        self._sizes: Sizes | None = None
        self._layouts: dict[float, WeekLayout] = {}
        self._current = (0, BASELINE)
        self._hovered: tuple[int, int] | None = None
        theme.changed.connect(self.restyle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("Weeks of the course. Arrow keys choose a week, Enter opens it."))
        self.spoken = SpokenParts(self, self._cells, self._part)

    def show_view(self, view: StripView) -> None:
        """Show the weeks of a course; the keyboard stays where it is, or goes to the newest week of another course."""
        is_same = self._view is not None and self._view.grid.course == view.grid.course
        self._view = view
        row, column = self._current
        self._current = (min(row, view.rows - 1), column) if is_same else (0, self._newest())
        self._hovered = None
        self.restyle()
        self._tell()

    def sentence(self, row: int, column: int) -> str:
        """What a cell says. Raises IndexError for one that does not exist."""
        assert self._view is not None, "a strip has cells once it has weeks"
        return self._view.sentence(row, column)

    @property
    def current(self) -> tuple[int, int]:
        """The row and column that the keyboard is on."""
        return self._current

    def rect_of(self, row: int, column: int) -> QRectF:
        """Where a cell is, in the widget's pixels."""
        return self._layout(self.width()).cell(row, column)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more bands."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all bands at a width."""
        return round(self._layout(width).height)

    def sizeHint(self) -> QSize:
        """One band of 24 weeks."""
        width = self._theme.px(WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Three columns, and the names above them."""
        sizes = self._sizes_of(self._view)
        return QSize(round(max(sizes.changes, 3 * sizes.least)), round(sizes.head + sizes.row))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Where the keyboard is, for what scrolls to it: the current cell, with as much above it for what it says."""
        if query is Qt.InputMethodQuery.ImCursorRectangle and self._view is not None:
            cell = self.rect_of(*self._current).toRect()
            return cell.adjusted(0, -cell.height(), 0, 0)
        return super().inputMethodQuery(query)

    def hint_at(self, point: QPoint) -> tuple[str, QRect]:
        """What the cell under the pointer says, or the whole name of a row, and where that is."""
        cell = self._at(point.toPointF())
        place = QRect(point, QSize(1, 1)).adjusted(-8, -8, 8, 24) if cell is None else self.rect_of(*cell).toRect()
        return self._said_at(point.toPointF()), place

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and open."""
        key = Qt.Key(event.key())
        if self._view is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in _STEPS:
            self._step(*_STEPS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(self._current[0], BASELINE if key == Qt.Key.Key_Home else self._newest())
        elif key in _OPENING:
            self._open()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the week that is meant."""
        cell = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and cell is not None:
            self._go_to(*cell)
            place = self.rect_of(*cell)
            self._open((event.position().x() - place.left()) / place.width())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what the cell under the pointer says."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.spoken.tell()
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._tell()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bands that are asked for."""
        if self._view is None:
            return
        painter, layout = QPainter(self), self._layout(self.width())
        self._painter.draw(painter, layout, self._view, event.rect().toRectF())
        if self.hasFocus():
            self._painter.draw_ring(painter, layout.cell(*self._current))

    def _layout(self, width: float) -> WeekLayout:
        """Where everything lies; kept, as a pass over the strip asks for it with every move."""
        view = self._view
        if width not in self._layouts:
            shapes = (RowShape(),) if view is None else view.shapes
            self._layouts[width] = layout_for(width, 1 if view is None else view.columns, shapes, self._sizes_of(view))
        return self._layouts[width]

    def _sizes_of(self, view: StripView | None) -> Sizes:
        if self._sizes is None:
            self._sizes = self._painter.sizes(view)
        return self._sizes

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._sizes = None
        self._layouts.clear()
        self.updateGeometry()
        self.update()

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        return None if self._view is None else self._layout(self.width()).at(point)

    def _said_at(self, point: QPointF) -> str:
        """What is said about a place: of a cell its sentence, of a name all of it; empty beside both."""
        if self._view is None:
            return ""
        layout = self._layout(self.width())
        cell, row = layout.at(point), layout.name_at(point)
        if cell is not None:
            return self._view.sentence(*cell)
        return "" if row is None else " ".join(filter(None, (self._view.name(row), self._view.addition(row))))

    def _newest(self) -> int:
        assert self._view is not None
        return max(filter(self._has_begun, range(self._view.columns)), default=BASELINE)

    def _step(self, down: int, right: int) -> None:
        """Down from the last row and up from the first go on in the band below and above."""
        assert self._view is not None
        row, column = self._current[0] + down, self._current[1] + right
        if not 0 <= row < self._view.rows:
            column += down * self._layout(self.width()).per_band
            row %= self._view.rows
        if 0 <= column <= self._view.columns:
            self._walk_to(row, column)

    def _walk_to(self, row: int, column: int) -> None:
        self._go_to(row, column)
        self.moved.emit(self.rect_of(row, column))

    def _cells(self) -> int:
        """Of all rows, with the changes at the right of each."""
        return 0 if self._view is None else self._view.rows * (self._view.columns + 1)

    def _part(self, index: int) -> Part:
        """A cell for a screen reader."""
        assert self._view is not None, "without a view there are no cells"
        row, column = divmod(index, self._view.columns + 1)
        return Part(self.sentence(row, column), self.rect_of(row, column).toAlignedRect())

    def _go_to(self, row: int, column: int) -> None:
        self._current, self._hovered = (row, column), None
        self._tell()
        self.update()

    def _open(self, place: float | None = None) -> None:
        """Open the day of what happened in the current cell, nearest to `place` across it; else its week."""
        assert self._view is not None
        row, column = self._current
        day = self._view.day(row, column, place)
        if day is not None:
            self.day_opened.emit(day)
        elif self._has_begun(column):
            self.opened.emit(self._view.grid.weeks[column].period)

    def _has_begun(self, column: int) -> bool:
        """Whether a column is a week that has begun; that of the changes is none."""
        if self._view is None or column >= self._view.columns:
            return False
        return self._view.grid.weeks[column].stage is not Stage.AHEAD

    def _opens(self, row: int, column: int) -> bool:
        return self._has_begun(column) or (self._view is not None and self._view.day(row, column) is not None)

    def _hover(self, cell: tuple[int, int] | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            opens = cell is not None and self._opens(*cell)
            self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
            self._tell()

    def _tell(self) -> None:
        """Say what is under the pointer, else under the keyboard."""
        if self._view is None:
            return
        self.spoken.go_to(self._current[0] * (self._view.columns + 1) + self._current[1])
        cell = self._hovered or (self._current if self.hasFocus() else None)
        self.pointed.emit("" if cell is None else self.sentence(*cell))
