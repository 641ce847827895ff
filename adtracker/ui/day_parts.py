"""The optional parts of a day on Today: one line of buttons, and below it the cards of those that are used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.domain.edits import Edit
from adtracker.ui.day_part import DayPart, ShownDay, Use
from adtracker.ui.painted import FirstPaint
from adtracker.ui.widgets.basics import column
from adtracker.ui.widgets.fold_row import FoldRow
from adtracker.ui.widgets.tab_order import follow, tab_stops

if TYPE_CHECKING:
    from adtracker.ui.widgets.score_scale import ScoreScale

SPACING = 12
P = TypeVar("P", bound=DayPart)


class DayParts(QWidget):
    """`stored` is that of the parts; `unfolded` carries what a person just opened: a card, or more of it.

    A part that has something on the open day is always unfolded, one that was used lately is so when a day is opened.
    While a day is open nothing folds by itself, and no button goes: only the person changes what stands where.

    The first day waits until the rest of the page is on the screen (`is_seen`): its numbers need none of the cards.
    """

    stored = Signal(dict)
    unfolded = Signal(QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, DayPart] = {}
        self._uses: dict[str, Use] = {}
        self._open: set[str] = set()
        self._stops: Sequence[QWidget] = ()
        self.is_seen = False
        self._waiting: ShownDay | None = None
        self.row = FoldRow()
        self._column = column(self, SPACING)
        self._column.addWidget(self.row)
        self.row.pressed.connect(self._on_pressed)
        self.row.hide()
        self.setMinimumHeight(1)  # what has no height is never painted
        FirstPaint(self).seen.connect(self._on_seen)

    def add(self, part: P) -> P:
        """Offer a part, below those that were added before; the same part again."""
        self._parts[part.key] = part
        self._uses[part.key] = Use.NONE
        self.row.add(part.key, part.title)
        part.stored.connect(self.stored)
        part.wanted.connect(self._unfold)
        part.grown.connect(self.unfolded)
        return part

    def show_day(self, shown: ShownDay) -> None:
        """Show what a day has of every part."""
        if not self.is_seen:
            self._waiting = shown
            return
        self.row.show()
        self._uses = {key: part.look(shown) for key, part in self._parts.items()}
        if shown.fresh:
            self._open = {key for key, use in self._uses.items() if use is Use.LATELY}
        self._open |= {key for key, use in self._uses.items() if use is Use.NOW}
        for key, use in self._uses.items():
            self._show(key, is_offered=use is not Use.NOW if shown.fresh else self.row.is_offered(key))

    def _on_seen(self) -> None:
        self.is_seen = True
        if self._waiting is not None:
            self.show_day(self._waiting)
            self._waiting = None

    @property
    def parts(self) -> Sequence[DayPart]:
        """All parts, in their order."""
        return tuple(self._parts.values())

    def is_open(self, key: str) -> bool:
        """Whether a part is unfolded."""
        return key in self._open

    def concerns(self, edit: Edit) -> bool:
        """Whether an edit changes what a part shows, beside the answers of the day."""
        return any(edit.touches(kind) for part in self._parts.values() for kind in part.records)

    @property
    def scales(self) -> Sequence[ScoreScale]:
        """The questions in unfolded parts that digits answer."""
        return [scale for key, part in self._parts.items() if self.is_open(key) for scale in part.scales]

    def flush(self) -> None:
        """Store what was typed and is not stored yet."""
        for part in self._parts.values():
            part.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """What was typed and could not be stored, in words."""
        return [words for part in self._parts.values() for words in part.unsaved]

    def put_in_tab_order(self) -> None:
        """Let Tab follow what stands here now, whenever each part of it was built."""
        stops = tab_stops(self)
        if stops != self._stops:
            self._stops = stops
            follow(stops)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold the part that has the keyboard with Esc, if it is empty."""
        key = self._with_keyboard() if event.key() == Qt.Key.Key_Escape else None
        if key is None or self._uses[key] is Use.NOW:
            super().keyPressEvent(event)
        else:
            self._fold(key)

    def _with_keyboard(self) -> str | None:
        focused = QApplication.focusWidget()
        built = (key for key, part in self._parts.items() if part.is_built)
        return next((key for key in built if focused and self._parts[key].card.isAncestorOf(focused)), None)

    def _on_pressed(self, key: str) -> None:
        if key in self._open and self._uses[key] is not Use.NOW:
            self._fold(key)
            return
        self._unfold(key)
        self._parts[key].take_focus()
        self.unfolded.emit(self._parts[key].card)

    def _unfold(self, key: str) -> None:
        self._open.add(key)
        self._show(key, is_offered=self.row.is_offered(key))

    def _fold(self, key: str) -> None:
        self._parts[key].flush()
        self._open.discard(key)
        self._show(key, is_offered=True)
        self.row.button(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, key: str, *, is_offered: bool) -> None:
        part, is_open = self._parts[key], key in self._open
        self.row.show_part(key, is_offered=is_offered, is_open=is_open)
        if is_open:
            self._place(key)
            part.fill()
        if part.is_built:
            part.card.setVisible(is_open)

    def _place(self, key: str) -> None:
        """Put a new card where it belongs among those that are there."""
        card = self._parts[key].card
        if self._column.indexOf(card) < 0:
            before = list(self._parts)[: list(self._parts).index(key)]
            self._column.insertWidget(1 + sum(self._parts[other].is_built for other in before), card)
