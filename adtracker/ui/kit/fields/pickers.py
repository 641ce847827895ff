"""Fields in which one of several things is picked: a day, an entry of a list.

A closed field changes by nothing but what is typed into it. The wheel scrolls the page; a key or a click opens the
calendar or the list, and what is picked there counts. So no field can be changed by chance, wherever it is hit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,  # noqa: TID251 -- guarded here
    QFrame,
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
)

from adtracker.domain.common.period import EARLIEST_DAY
from adtracker.language import tr
from adtracker.ui.kit.day_picker import DayPicker
from adtracker.ui.kit.fields.unfolding import OPENING, UnfoldingValue
from adtracker.ui.words.day_words import date_words, narrow_date_words, two_days_words
from adtracker.ui.words.language import days_typed

LATEST_DAY = date(2999, 12, 31)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_FRAME = 2
_ROWS_SHOWN = 12
_LEAST_LETTERS = 16
_ROUNDED = 1  # what the metrics of a word may be off


class DayField(UnfoldingValue[date]):
    """A calendar day: typed as one text, in any of the ways people write it, or picked in a calendar.

    Up, Down and the arrow at its end open the calendar.
    """

    def __init__(self, name: str, day: date, latest: date = LATEST_DAY) -> None:
        """Days up to `latest` can be chosen; a stored one that lies further ahead stays what it is."""
        self._latest = max(day, latest)
        self._calendar: DayPicker | None = None
        self._is_narrow = False
        super().__init__(name, max(day, EARLIEST_DAY), tr("{name}: open the calendar", name=name))

    @property
    def day(self) -> date:
        """The day that counts."""
        return self.value

    @property
    def calendar(self) -> DayPicker:
        """What a day is picked in; made when it is first wanted."""
        if self._calendar is None:
            self._calendar = DayPicker(self)
            self._calendar.picked.connect(self.take)
        return self._calendar

    def show_day(self, day: date) -> None:
        """Show another day without telling anybody."""
        self.show_value(min(max(day, EARLIEST_DAY), self._latest))

    def show_latest(self, latest: date) -> None:
        """Take no day after this one; a later one that is shown becomes it, without telling anybody."""
        self._latest = latest
        self.show_day(self.day)

    def unfold(self) -> None:
        """Pop up the calendar beside the field, on the day that stands there."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.calendar.open_at(self, self.written, EARLIEST_DAY, self._latest)

    def read(self, text: str) -> date | None:
        """The day that a text names."""
        found = self._fitting(text)
        return found[0] if len(found) == 1 else None

    def _fitting(self, text: str) -> list[date]:
        return [day for day in days_typed(text, self.day) if EARLIEST_DAY <= day <= self._latest]

    def write(self, value: date) -> str:
        """The day in words; short ones where the others have no room."""
        return narrow_date_words(value) if self._is_narrow else date_words(value)

    def wanted(self) -> str:
        """What there is to choose from."""
        found = self._fitting(self._refused_text or "")
        if len(found) == 2:
            return two_days_words(self._refused_text or "", *found)
        if self._latest == LATEST_DAY:
            return tr("Please give a day, such as 25 October 2026.")
        return tr("Please give a day up to {latest}.", latest=date_words(self._latest))

    def kept(self) -> str:
        """The day that counts."""
        return tr("It is {day} as before.", day=date_words(self.day))

    def give_way(self) -> None:
        """Be narrower than the longest day of a year, wherever it stands."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the day so that it has room; what is being typed stays."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.sizeHint().width()
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            with QSignalBlocker(self):  # it is the same day
                self.show_value(self.value)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest day of a year."""
        return self._room_for(date_words)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the same day in short words. It does not shrink before it has to."""
        has_to = self.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Maximum
        return self._room_for(narrow_date_words) if has_to else self.sizeHint()

    def _room_for(self, words: Callable[[date], str]) -> QSize:
        letters = QFontMetrics(self.font())
        longest = max(letters.horizontalAdvance(words(date(2028, month, 28))) for month in range(1, 13))
        spare = super().sizeHint().width() - 17 * letters.horizontalAdvance("x")
        return QSize(spare + longest + 4, super().sizeHint().height())


class _ListField(QComboBox):
    """A list that opens; closed, the wheel and the arrow keys leave it as it is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(_ROWS_SHOWN)
        self.setView(QListView())
        self.setItemDelegate(QStyledItemDelegate(self))  # with Qt's own, the stylesheet does not reach the rows
        self._whole_letters = 0
        self.currentTextChanged.connect(self._show_short)

    def keep_whole(self, letters: int) -> None:
        """Be no narrower than what is chosen, up to so many letters: for what can be scrolled sideways."""
        self._whole_letters = letters
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Where there is no room for its longest entry: so many letters. The open list shows all of each."""
        hint, letter = self.sizeHint(), self.fontMetrics().averageCharWidth()
        whole = min(self._whole_letters * letter, self._words_width() + 1) + self.width() - self._words_room()
        least = max(_LEAST_LETTERS * letter, whole if self._whole_letters else 0)
        return QSize(min(hint.width(), least), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where an entry is shortened, the mouse shows it whole."""
        super().resizeEvent(event)
        self._show_short()

    def _show_short(self) -> None:
        self.setToolTip(self.currentText() if self._words_width() > self._words_room() + _ROUNDED else "")

    def _words_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.currentText())

    def _words_room(self) -> int:
        """The width that the words have beside the arrow."""
        option, parts = QStyleOptionComboBox(), QStyle.SubControl
        self.initStyleOption(option)
        shape = QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(shape, option, parts.SC_ComboBoxEditField, self).width()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def showPopup(self) -> None:
        """Open the list, as wide as its longest entry."""
        self._draw_border()
        self.view().setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        bar = self.view().verticalScrollBar().sizeHint().width()
        self.view().setMinimumWidth(max(self.width(), self.view().sizeHintForColumn(0) + bar + 2 * _FRAME))
        super().showPopup()

    def _draw_border(self) -> None:
        """What is around the list is out of the stylesheet's reach."""
        around = self.view().parentWidget()
        if isinstance(around, QFrame):
            around.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
            border = QApplication.palette()
            border.setColor(QPalette.ColorRole.WindowText, border.color(QPalette.ColorRole.PlaceholderText))
            around.setPalette(border)


class Choice(_ListField):
    """One of several (key, text); `chosen` carries the key when a person chose it in the open list.

    Letters open the list at what begins with them.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(name)
        for key, text in choices:
            self.addItem(text, key)
        self.activated.connect(self._on_activated)

    def choose(self, key: str) -> None:
        """Show a choice."""
        self.setCurrentIndex(self.findData(key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; a closed one would change without being seen."""
        is_letter = bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & _HELD
        if is_letter or event.key() in (*OPENING, Qt.Key.Key_Space):
            if not self.view().isVisible():
                self.showPopup()
                self.view().keyboardSearch("")  # forget the letters of the last time
            if is_letter:
                self.view().keyboardSearch(event.text())
        else:
            event.ignore()

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))


class EditableChoice(_ListField):
    """Own words in a `line`, or one of several texts from the list; `chosen` carries a text picked there.

    Nothing is completed: what is typed is what is meant.
    """

    chosen = Signal(str)

    def __init__(self, name: str, line: QLineEdit, texts: Sequence[str]) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(["", *texts])
        line.setAccessibleName(name)
        self.setLineEdit(line)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.textActivated.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the arrows; all else is typed."""
        if event.key() in OPENING:
            self.showPopup()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)
