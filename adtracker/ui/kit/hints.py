"""What a control says under the pointer: to be pointed at, put away with Esc, and there until the pointer goes.

Qt's own goes away when it is pointed at, and after some seconds. Letters twice as large need both.
"""

from __future__ import annotations

from functools import cache
from html import unescape

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QCursor, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QGraphicsView, QLabel, QWidget
from shiboken6 import isValid

_LETTERS = 44  # in a line at most
_HIGH = 96  # pixels; what is higher says it beside the pointer
_POINTER = QRect(-8, -8, 16, 32)
_GRACE = 300  # milliseconds, to come from the control to what it says
_LEAVING = (QEvent.Type.MouseMove, QEvent.Type.Leave)
_ENDING = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.WindowDeactivate)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


@cache  # to look for it among the children of the application takes long: see `application`
def install() -> Hints:
    """From now on say it so; to be called once a window is seen, since each event is looked at."""
    app = QApplication.instance()
    assert app is not None, "there is a window"
    return Hints(app)


class Hints(QObject):
    """Answers Qt's question for a tooltip. A widget that says something else at each place has a method `hint_at`."""

    def __init__(self, app: QObject) -> None:
        super().__init__(app)
        self.shown: QLabel | None = None
        self._about, self._widget = QRect(), QObject()
        self._grace = QTimer(self, interval=_GRACE, singleShot=True)
        self._grace.timeout.connect(self._on_grace)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say it, or see whether it is to go."""
        if self.shown is None and not isinstance(event, QHelpEvent):
            return False  # as of nearly every event, so nothing more is asked
        kind = event.type()
        if kind is QEvent.Type.ToolTip:
            return isinstance(watched, QWidget) and isinstance(event, QHelpEvent) and self._say(watched, event)
        if self.shown is None or not isValid(self.shown):
            self.shown = None
            return False
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if kind in _LEAVING and not self._grace.isActive() and not self._is_pointed_at():
            self._grace.start()
        elif kind in _ENDING or (kind is QEvent.Type.Hide and watched is self._widget):
            self.hide()
        return False

    def hide(self) -> None:
        """Say nothing any more."""
        self._grace.stop()
        if self.shown is not None:
            shown, self.shown = self.shown, None
            if isValid(shown):  # it goes with its window
                shown.hide()
                shown.deleteLater()

    def _say(self, widget: QWidget, event: QHelpEvent) -> bool:
        words, place = _asked(widget, event.pos())
        if not words:
            return False
        if widget is not self.shown:
            self.hide()
            place = QRect(widget.mapToGlobal(place.topLeft()), place.size())
            self._about = place if place.height() <= _HIGH else _POINTER.translated(event.globalPos())
            self.shown = _made(words, widget)
            self.shown.move(_beside(self._about, self.shown, widget))
            self.shown.show()
            self._about, self._widget = place, widget
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        """Esc is for what is said alone, whatever is below; other keys go where they were going."""
        if event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()  # as no shortcut, which comes first
        if event.type() is QEvent.Type.KeyPress:
            self.hide()
        return True

    def _is_pointed_at(self) -> bool:
        point = QCursor.pos()
        return self.shown is not None and (self._about.contains(point) or self.shown.geometry().contains(point))

    def _on_grace(self) -> None:
        if not self._is_pointed_at():
            self.hide()


def _asked(widget: QWidget, point: QPoint) -> tuple[str, QRect]:
    """What is said at a place of a widget, and about which part of it."""
    around = widget.parentWidget()
    if hasattr(widget, "hint_at"):
        words, place = widget.hint_at(point)
    elif isinstance(around, QAbstractItemView) and around.viewport() is widget:
        index = around.indexAt(point)
        words, place = str(index.data(Qt.ItemDataRole.ToolTipRole) or ""), around.visualRect(index)
    elif isinstance(around, QGraphicsView) and around.viewport() is widget:
        words = next(filter(None, (item.toolTip() for item in around.items(point))), "")
        place = _POINTER.translated(point)
    else:
        words, place = widget.toolTip(), widget.rect()
    return (unescape(words[4:-5]) if words.startswith("<qt>") else words), place


def _made(words: str, widget: QWidget) -> QLabel:
    made = QLabel(words, widget.window(), Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
    made.setProperty("kind", "tooltip")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setLayoutDirection(widget.window().layoutDirection())
    made.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    made.ensurePolished()
    most = made.fontMetrics().averageCharWidth() * _LETTERS
    if made.sizeHint().width() > most:
        made.setWordWrap(True)
        made.setFixedWidth(most)
    made.adjustSize()
    return made


def _beside(about: QRect, shown: QWidget, widget: QWidget) -> QPoint:
    """Below, or above where there is no room; without a gap, so that the pointer comes over."""
    room, is_mirrored = widget.screen().availableGeometry(), shown.isRightToLeft()
    left = about.right() + 1 - shown.width() if is_mirrored else about.left()
    top = about.bottom() + 1
    if top + shown.height() > room.bottom() + 1:
        top = about.top() - shown.height()
    return QPoint(max(room.left(), min(left, room.right() + 1 - shown.width())), max(room.top(), top))
