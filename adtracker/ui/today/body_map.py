"""The body map: both figures, painted, where a click or a key says how much of a region is affected."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from adtracker.domain.records.body import GRADES, Body, Figure, Grade
from adtracker.language import tr
from adtracker.ui.core.rings import ring_pens
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import digit_of
from adtracker.ui.kit.clicks import Clicks
from adtracker.ui.kit.heard.spoken_parts import Part, SpokenParts
from adtracker.ui.today.body_shapes import BodyShapes, Way
from adtracker.ui.today.grade_marks import fill_grade

# In pixels of the screen: small regions count as this much nearer, and a click beside the body still counts.
GROW_PX = 8
REACH_PX = 22
WIDTH, HEIGHT = 244, 310  # of both figures
LEAST_WIDTH = 236  # what a window with a frame leaves them on a screen that is 1280 pixels wide
CAPTION = 12
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_CLEARING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class BodyMap(QWidget):
    """Shows grades and lets them be picked.

    `picked` carries a region's key and the grade it shall have. A click or Space gives the grade of `brush`, or takes
    it away where it stands already; 0 to 3 give a grade directly.
    """

    spoken_role = QAccessible.Role.List
    picked = Signal(str, Grade)

    def __init__(self, body: Body, names: Mapping[str, Mapping[str, str]], theme: Theme) -> None:
        """`names` has the tables "regions", "grades" and "figures", each by key."""
        super().__init__()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a body has its sides in every language
        self.brush = Grade.HALF
        self._names = names
        self._theme = theme
        self._shapes = BodyShapes(body)
        self._grades: Mapping[str, Grade] | None = None
        self._current = next(iter(body.regions))
        self._hovered: str | None = None
        self._clicks = Clicks()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click beside the figures chooses none of their regions
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Body map. Arrow keys move, 0 to 3 say how much is affected."))
        self._keys = tuple(body.regions)
        self.spoken = SpokenParts(self, lambda: len(self._keys), self._part)
        self.go_to(self._current)

    @property
    def current(self) -> str:
        """The region that the keyboard is on."""
        return self._current

    @property
    def caption(self) -> str:
        """The name and grade that stand below the figures: of the region under the pointer, else under the keyboard."""
        key = self._hovered or (self._current if self.hasFocus() else None)
        return self._in_words(key) if key else ""

    def go_to(self, key: str) -> None:
        """Put the keyboard on a region."""
        self._current = key
        self.spoken.go_to(self._keys.index(key))
        self.update()

    def show_grades(self, grades: Mapping[str, Grade] | None) -> None:
        """Show which regions are affected, what is not named is not; or that nobody said (None)."""
        before = [self._in_words(key) for key in self._keys]
        self._grades = grades
        for index, key in enumerate(self._keys):
            if self._in_words(key) != before[index]:
                self.spoken.changed(index)
        self.update()

    def grade(self, key: str) -> Grade:
        """The grade shown for a region."""
        return (self._grades or {}).get(key, Grade.NONE)

    def point_in(self, key: str) -> QPointF:
        """The middle of a region, in the widget's pixels."""
        return self._to_screen(self._shapes.centre(key))

    def sizeHint(self) -> QSize:
        """Large enough to hit a wrist."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT) + self._caption_height())

    def minimumSizeHint(self) -> QSize:
        """It may get narrower than it likes to be; how high it is at least, what is around it decides."""
        return QSize(LEAST_WIDTH, self._theme.px(HEIGHT) // 2)

    def height_at(self, width: int) -> int:
        """The height at which the figures fill a width."""
        size = self._shapes.size
        return round(width * size.height() / size.width()) + self._caption_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, 0 to 3 grade, Space paints."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif key in _WAYS:
            self.go_to(self._shapes.neighbour(self._current, _WAYS[key]) or self._current)
        elif key == Qt.Key.Key_Space:
            self._paint(self._current)
        elif key in _CLEARING:
            self.picked.emit(self._current, Grade.NONE)
        elif (digit := digit_of(event)) is None:
            event.ignore()
        elif digit < len(GRADES):  # another one was not meant for another question either
            self.picked.emit(self._current, GRADES[digit])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Paint the region that is meant; a second click right after the first would take the paint off again."""
        key = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and key is not None:
            is_second = self._clicks.is_second(event) and key == self._current
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.go_to(key)
            if not is_second:
                self._paint(key)
        else:
            self.clearFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the region under the pointer before it is clicked."""
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.spoken.tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the figures, their grades and the ring."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_words(painter)
        painter.translate(self._origin())
        painter.scale(self._scale(), self._scale())
        self._draw_regions(painter)
        self._draw_ring(painter)

    def _paint(self, key: str) -> None:
        self.picked.emit(key, Grade.NONE if self.grade(key) is self.brush else self.brush)

    def _hover(self, key: str | None) -> None:
        if key == self._hovered:
            return
        self._hovered = key
        self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
        self.update()

    def _part(self, index: int) -> Part:
        """A region for a screen reader."""
        key = self._keys[index]
        place = self._shapes.paths[key].boundingRect()
        corners = QRectF(self._to_screen(place.topLeft()), self._to_screen(place.bottomRight()))
        return Part(self._in_words(key), corners.toAlignedRect(), self.grade(key) is not Grade.NONE)

    def _in_words(self, key: str) -> str:
        name = self._names["regions"][key]
        if self._grades is None:
            return name
        return tr("{region}: {grade}", region=name, grade=self._names["grades_inside"][self.grade(key).value])

    def _at(self, position: QPointF) -> str | None:
        point = (position - self._origin()) / self._scale()
        return self._shapes.at(point, GROW_PX / self._scale(), REACH_PX / self._scale())

    def _caption_height(self) -> int:
        """Two lines, for the regions with the longest names."""
        return 2 * QFontMetrics(self._theme.font(CAPTION)).height() + 2

    def _scale(self) -> float:
        size = self._shapes.size
        return max(0.1, min(self.width() / size.width(), (self.height() - self._caption_height()) / size.height()))

    def _origin(self) -> QPointF:
        return QPointF((self.width() - self._shapes.size.width() * self._scale()) / 2, 0)

    def _to_screen(self, point: QPointF) -> QPointF:
        return point * self._scale() + self._origin()

    def _draw_words(self, painter: QPainter) -> None:
        """Below the figures: the region under the pointer or the keyboard, else which figure is the front."""
        painter.setFont(self._theme.font(CAPTION))
        height = self._caption_height()
        line = QRectF(0, self._shapes.size.height() * self._scale(), self.width(), height)
        if self.caption:
            painter.setPen(self._theme.color("ink"))
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.caption)
            return
        painter.setPen(self._theme.color("soft"))
        width = self._shapes.size.width() / 2 * self._scale()
        for figure in Figure:
            left = self._to_screen(QPointF(self._shapes.offsets[figure], 0)).x()
            place = QRectF(left, line.top(), width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._names["figures"][figure.value])

    def _draw_regions(self, painter: QPainter) -> None:
        line = QPen(self._theme.color("body_outline"), 1.1)
        extent = self._theme.color("extent")
        for key, path in self._shapes.paths.items():
            painter.fillPath(path, self._theme.color("hover" if key == self._hovered else "body"))
            fill_grade(painter, path, self.grade(key), extent)
            painter.setPen(line)
            painter.drawPath(path)
        painter.setPen(QPen(self._theme.color("body_detail"), 0.8))
        for stroke in self._shapes.details:
            painter.drawPath(stroke)

    def _draw_ring(self, painter: QPainter) -> None:
        focused = self._current if self.hasFocus() else None
        hovering = QPen(self._theme.color("ink"), 1.8)
        for key, pens in ((self._hovered, (hovering,)), (focused, ring_pens(self._theme, 4.0))):
            if key:
                for pen in pens:
                    painter.setPen(pen)
                    painter.drawPath(self._shapes.paths[key])
