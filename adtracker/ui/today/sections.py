"""The optional parts of a day on Today: cards in two columns, and one line of buttons for those that are folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from adtracker.domain.edits.edit import Edit
from adtracker.domain.records.day import DayEntry
from adtracker.ui.core.first_paint import FirstPaint
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.card_columns import CardColumns
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.tab_order import follow
from adtracker.ui.records.day_section import DaySection, ShownDay, Use
from adtracker.ui.today.day_places import DayPlaces
from adtracker.ui.today.fold_row import FoldRow
from adtracker.ui.today.steady_area import SteadyArea

if TYPE_CHECKING:
    from adtracker.ui.kit.score_scale import ScoreScale

P = TypeVar("P", bound=DaySection)


class DaySections(QWidget):
    """`stored` is that of the parts.

    A part that has something on the open day is unfolded, one that was used lately is so when a day is opened, until
    the person puts it away. While a day is open nothing folds by itself, and no button goes: only the person changes
    what stands where.

    The first day waits until the rest of the page is on the screen (`is_seen`): its numbers need none of the cards.
    """

    stored = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._parts: dict[str, DaySection] = {}
        self._uses: dict[str, Use] = {}
        self._open: set[str] = set()
        self._away: set[str] = set()
        self._stops: Sequence[QWidget] = ()
        self.is_seen = False
        self._waiting: ShownDay | None = None
        self.columns = CardColumns()
        self.area = SteadyArea(self.columns)
        self.row = FoldRow()
        self.places = DayPlaces(self.area, self.columns, self.row)
        column(self, 0).addWidget(self.area)
        self.row.hide()
        self.row.pressed.connect(self._on_pressed)
        FirstPaint(self.columns).seen.connect(self._on_seen)

    def add(self, part: P) -> P:
        """Offer a part, after those that were added before; the same part again."""
        self._parts[part.key] = part
        self._uses[part.key] = Use.NONE
        self.row.add(part.key, part.title, part.spoken_title)
        part.stored.connect(self.stored)
        part.wanted.connect(self._unfold)
        part.grown.connect(self._on_grown)
        return part

    def show_day(self, shown: ShownDay, edit: Edit | None = None) -> None:
        """Show what a day has of every part; only what an `edit` is about is read, where one is given."""
        if not self.is_seen:
            self._waiting = shown
            return
        parts = self._parts.items()
        read = {key for key, part in parts if edit is None or part.concerns(edit)}
        for key in read:
            self._parts[key].read(shown)
        self._uses = {key: part.look(shown) for key, part in self._parts.items()}
        now = {key for key, use in self._uses.items() if use is Use.NOW}
        if shown.fresh:
            self._away = set()
            self._open = now | {key for key, use in self._uses.items() if use is Use.LATELY}
            self._begin()
            return
        appeared = now - self._away - self._open
        self._open |= appeared
        is_answered = edit is None or edit.touches(DayEntry)
        for key, part in parts:
            if key in read | appeared or (part.shows_answers and is_answered):
                self._show(key, is_offered=self.row.is_offered(key))
            if key in appeared:
                self.places.append(part.card)

    def _begin(self) -> None:
        """Fold and unfold as a day begins: in the usual order, with buttons for what is folded."""
        for key in self._parts:
            self._show(key, is_offered=key not in self._open)
        opened = [part for key, part in self._parts.items() if key in self._open]
        self.places.begin([(part.card, part.side) for part in opened])

    def _on_seen(self) -> None:
        self.is_seen = True
        if self._waiting is not None:
            # What was stored meanwhile, from what had the place of the parts, made it no day that was shown before.
            self.show_day(replace(self._waiting, fresh=True))
            self._waiting = None

    @property
    def parts(self) -> Sequence[DaySection]:
        """All parts, in their order."""
        return tuple(self._parts.values())

    def is_open(self, key: str) -> bool:
        """Whether a part is unfolded."""
        return key in self._open

    def concerns(self, edit: Edit) -> bool:
        """Whether an edit changes what a part shows, beside the answers of the day."""
        return any(part.concerns(edit) for part in self._parts.values())

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
        stops = self.columns.stops()
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
        return next((key for key in built if focused and _holds(self._parts[key].card, focused)), None)

    def _on_pressed(self, key: str) -> None:
        if key in self._open:
            self._fold(key)
        else:
            self._unfold(key)
            self._parts[key].take_focus()

    def _unfold(self, key: str) -> None:
        is_new = key not in self._open
        self._open.add(key)
        self._away.discard(key)
        self._show(key, is_offered=self.row.is_offered(key), is_shown=not is_new)
        if is_new:
            self.places.open(self._parts[key].card)

    def _fold(self, key: str) -> None:
        self._parts[key].flush()
        self._open.discard(key)
        self._away.add(key)
        with self.area.holding(self.row):
            self._show(key, is_offered=True)
        self.row.button(key).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, key: str, *, is_offered: bool, is_shown: bool = True) -> None:
        """Show a part as it is now, its card at once or not before it has its place."""
        part, is_open = self._parts[key], key in self._open
        has_any = self._uses[key] is Use.NOW
        self.row.show_part(key, is_offered=is_offered, is_open=is_open, has_any=has_any)
        if is_open:
            if self.columns.side_of(part.card) is None:
                self._take_in(key)
            part.fill()
        if part.is_built:
            part.card.setVisible(is_open and is_shown)

    def _take_in(self, key: str) -> None:
        """A card that is seen for the first time: the frame first, what is in it then costs less to style."""
        from adtracker.ui.kit.card_handle import CardHandle  # noqa: PLC0415 -- not before the first card is wanted

        part = self._parts[key]
        part.card.hide()
        self.columns.put(part.card, part.side, self.row if self.columns.side_of(self.row) is part.side else None)
        CardHandle(part.card)
        part.card.put_away.connect(partial(self._fold, key))

    def _on_grown(self, widget: QWidget) -> None:
        """Bring all of what was just opened into view, once it has its place."""
        self.area.settle()
        self.area.ensureWidgetVisible(widget)


def _holds(card: DiaryCard, widget: QWidget) -> bool:
    return widget is card.corner or card.isAncestorOf(widget)
