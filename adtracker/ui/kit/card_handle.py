"""The corner of an optional card on Today: puts the card away, or shows what else can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import Button
from adtracker.ui.kit.diaries.diary_card import TARGET, DiaryCard
from adtracker.ui.kit.room.mirrored import mirrored

GAP = 2  # below a heading, before what is below it begins at the earliest
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)


class CardHandle(Button):
    """Lies over the card's corner, with room to hit it that the heading's line alone would not have.

    It follows the card: it is where the card is, and only while the card can be seen.
    """

    def __init__(self, card: DiaryCard) -> None:
        super().__init__("")
        self.setProperty("kind", "handle")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.card = card
        card.corner = self
        self._middle = TARGET // 2
        self.hide()
        card.installEventFilter(self)
        card.mark_changed.connect(self._on_mark_changed)
        self._on_mark_changed()
        self.clicked.connect(card.press_corner)

    def sizeHint(self) -> QSize:
        """Large enough for a sore finger."""
        return QSize(TARGET, TARGET)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click is no second wish: what is under the pointer by then was not meant."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the card, and the heading in it."""
        if event.type() in _MOVES:
            self.follow()
        return super().eventFilter(watched, event)

    def _on_mark_changed(self) -> None:
        self.card.mark.installEventFilter(self)
        self.follow()

    def follow(self) -> None:
        """Stand in the corner, the arrow beside the heading; above it, rather than over what is below the heading."""
        card, mark = self.card, self.card.mark
        around = card.parentWidget()
        if around is not None and self.parentWidget() is not around:
            self.setParent(around)
            self._stand_behind_its_card(around)
        self.setVisible(around is not None and not card.isHidden())
        top = mark.mapTo(card, QPoint()).y()
        middle = top + mark.height() // 2
        over = min(middle - TARGET // 2, top + mark.height() + GAP - TARGET)
        self._middle = middle - over
        place = QRect(card.x() + card.width() - TARGET - 1, card.y() + over, TARGET, TARGET)
        self.setGeometry(mirrored(card.layoutDirection(), card.geometry(), place))
        self._name()

    def _stand_behind_its_card(self, around: QWidget) -> None:
        """Be read after it, and lie over it."""
        layout = around.layout()
        place = -1 if layout is None else layout.indexOf(self.card)
        behind = None if layout is None or place < 0 else layout.itemAt(place + 1)
        below = None if behind is None else behind.widget()
        if below is not None:
            self.stackUnder(below)
        else:
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an arrow up, or three dots where there is more."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().buttonText().color()
        x, y = TARGET / 2, float(self._middle)
        if self.card.has_tools:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for step in (-6, 0, 6):
                painter.drawEllipse(QRectF(x + step - 1.5, y - 1.5, 3, 3))
        else:
            painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF([QPointF(x - 5, y + 2.5), QPointF(x, y - 2.5), QPointF(x + 5, y + 2.5)]))

    def _name(self) -> None:
        title = self.card.accessibleName()
        words = tr("More about {title}", title=title) if self.card.has_tools else tr("Put away: {title}", title=title)
        self.setAccessibleName(words)
        self.setToolTip(tr("More") if self.card.has_tools else tr("Put this part away"))
