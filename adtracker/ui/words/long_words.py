"""The geometry of a button whose words stand beside a mark and go on in a second line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle

_GAP = 10
PAD = 5
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def mark_edge(button: QAbstractButton) -> int:
    """How wide and high its mark is."""
    return button.fontMetrics().height() + 1


def _indent(button: QAbstractButton) -> int:
    return PAD + mark_edge(button) + _GAP


def one_line(button: QAbstractButton) -> int:
    """Its width with all words in one line."""
    return _indent(button) + button.fontMetrics().horizontalAdvance(button.text()) + PAD + 1


def least_size(button: QAbstractButton) -> QSize:
    """As wide as the longest word."""
    longest = max(map(button.fontMetrics().horizontalAdvance, button.text().split()), default=0)
    return QSize(_indent(button) + longest + PAD + 1, mark_edge(button) + 2 * PAD)


def height_at(button: QAbstractButton, width: int) -> int:
    """The height of the words at a width."""
    room = QRect(0, 0, width - _indent(button) - PAD, 10_000)
    words = button.fontMetrics().boundingRect(room, _WORDS, button.text()).height()
    return max(words, round(1.3 * mark_edge(button))) + 2 * PAD


def mark_place(button: QAbstractButton) -> QRectF:
    """Where the mark is drawn: where the words begin, at the right in a language from the right."""
    edge = mark_edge(button)
    left = button.width() - PAD - edge if button.isRightToLeft() else PAD
    return QRectF(left, (button.height() - edge) / 2, edge, edge).adjusted(0.5, 0.5, -0.5, -0.5)


def paint_words(button: QAbstractButton, painter: QPainter) -> None:
    """Draw the words, and a ring around all of it where the keyboard is."""
    painter.setPen(button.palette().color(QPalette.ColorRole.WindowText))
    room = button.rect().adjusted(_indent(button), 0, -PAD, 0)
    painter.drawText(QStyle.visualRect(button.layoutDirection(), button.rect(), room), _WORDS, button.text())
    if button.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(button.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 6, 6)
