"""The list of lessons beside the one that is read; getting help quickly is never scrolled away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from adtracker.language import tr
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.room.mirrored import mirrored

HELP = "help"
Index = QModelIndex | QPersistentModelIndex
_ASIDE, _ABOVE = 31, 20  # at both ends: padding and border of the stylesheet, and Qt's own margin
_BAR = 4
_KEY = Qt.ItemDataRole.UserRole


class WrappedTitles(QStyledItemDelegate):
    """Gives each title the height that its words need, and the one that is open a bar beside it.

    Stronger letters would take two lines where others take one, and the list would lose its rhythm.
    """

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the wrapped title. Qt forgets the padding when it wraps, and cuts the title short."""
        view = cast(QListWidget, option.widget)
        width = view.viewport().width()
        words = QFontMetrics(option.font).boundingRect(
            QRect(0, 0, width - _ASIDE, 10_000), Qt.TextFlag.TextWordWrap, index.data(Qt.ItemDataRole.DisplayRole)
        )
        return QSize(width, words.height() + _ABOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the title, and the bar."""
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Highlight))
            place = option.rect
            bar = QRect(place.left() + 3, place.top() + 7, _BAR, place.height() - 14)
            painter.drawRoundedRect(mirrored(option.direction, place, bar), 2, 2)
            painter.restore()


class LessonList(QFrame):
    """`chosen` carries the key of a lesson that a person chose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Lessons"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WrappedTitles(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._nothing = label(tr("No lesson has these words. Try fewer letters or another word."), wrap=True)
        self._nothing.setContentsMargins(12, 6, 12, 6)
        self.help = button(tr("Get help quickly"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 12)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.help)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.help.clicked.connect(self._on_help)

    def show_lessons(self, lessons: Sequence[tuple[str, str]], current: str) -> None:
        """Show lessons by key and title, the one that is open marked."""
        before = self.list.blockSignals(True)
        self.list.clear()
        for key, title in lessons:
            item = QListWidgetItem(title, self.list)
            item.setData(_KEY, key)
        self.list.blockSignals(before)
        self._nothing.setVisible(not lessons)
        self.show_chosen(current)

    def show_chosen(self, key: str) -> None:
        """Mark the lesson that is open, if it is in the list."""
        before = self.list.blockSignals(True)
        self.list.clearSelection()
        for item in self._items():
            if item.data(_KEY) == key:
                self.list.setCurrentItem(item)
        self.list.blockSignals(before)

    def choose_first(self) -> None:
        """Open the first lesson of the list."""
        if self.list.count():
            self.list.setCurrentRow(0)
            self._on_selected()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def titles(self) -> list[str]:
        """What the list shows, from top to bottom."""
        return [item.text() for item in self._items()]

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _on_selected(self) -> None:
        for item in self.list.selectedItems():
            self.chosen.emit(item.data(_KEY))

    def _on_help(self) -> None:
        self.chosen.emit(HELP)
