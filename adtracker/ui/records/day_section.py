"""What an optional part of a day is: a card on Today that is folded, and not even built, until somebody uses it.

To add one: subclass `DaySection` and name it in `AllDaySections`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.edits.edit import Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.ui.core.context import Context
from adtracker.ui.kit.card_columns import Side
from adtracker.ui.kit.diaries.diary_card import DiaryCard

if TYPE_CHECKING:
    from adtracker.ui.kit.score_scale import ScoreScale

LATELY_DAYS = 14


class Use(Enum):
    """How a part is used: not at all, on other days of the last two weeks, or on the day that is open."""

    NONE = "none"
    LATELY = "lately"
    NOW = "now"


@dataclass(frozen=True, slots=True)
class ShownDay:
    """The day that is open: its answers, also those that could not be stored yet, and the recorded days around it.

    `fresh` says that another day was shown before, so nothing of that one may stay.
    """

    entry: DayEntry
    today: date
    around: Sequence[DayEntry] = ()
    fresh: bool = True

    @property
    def day(self) -> date:
        """Which day it is."""
        return self.entry.day

    @property
    def before(self) -> DayEntry | None:
        """The day before, if anything is recorded on it."""
        return next((entry for entry in self.around if entry.day == self.day - ONE_DAY), None)


class DaySection(QObject):
    """One optional part, called `key` and `title`. Parts that are folded are asked to `read` and to `look`, no more.

    `stored` carries fields of the open day's entry with their new values, `wanted` the key of a part that has
    something to show, `grown` what a person opened in the card. `records` are the kinds of records whose changes it
    shows, beside the entry itself (`shows_answers`). `side` is the column in which it stands if both are about as high.
    """

    stored = Signal(dict)
    wanted = Signal(str)
    grown = Signal(QWidget)
    key: ClassVar[str]
    side: ClassVar[Side] = Side.LEFT
    records: ClassVar[tuple[type[Record], ...]] = ()
    shows_answers: ClassVar[bool] = False

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        raise NotImplementedError

    @property
    def spoken_title(self) -> str:
        """What a screen reader says of that button."""
        return self.title

    @cached_property
    def card(self) -> DiaryCard:
        """What it shows; built when it is first unfolded, and its widgets are imported then."""
        raise NotImplementedError

    @property
    def is_built(self) -> bool:
        """Whether there is a card yet."""
        return "card" in self.__dict__

    def concerns(self, edit: Edit) -> bool:
        """Whether an edit changes what is read here."""
        return any(map(edit.touches, self.records))

    def read(self, shown: ShownDay) -> None:
        """Read what the diary has of this part beside the answers of the day, and remember it; some parts have no such.

        What cannot be read is as it was.
        """

    def look(self, shown: ShownDay) -> Use:
        """Whether the card is to be unfolded for a day, which is remembered; nothing is read."""
        raise NotImplementedError

    def fill(self) -> None:
        """Show in the card what was read."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard on the first control of the card."""
        first = next(filter(_takes_tab, self.card.stops()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def scales(self) -> Sequence[ScoreScale]:
        """The questions in the card that digits answer."""
        return ()

    def flush(self) -> None:
        """Store what was typed and is not stored yet."""

    @property
    def unsaved(self) -> Sequence[str]:
        """What was typed and could not be stored, in words."""
        return ()


def _takes_tab(widget: QWidget) -> bool:
    is_stop = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(is_stop) and widget.isVisible() and widget.isEnabled()


def use(*, now: bool, lately: bool) -> Use:
    """How a part is used that has something on the open day, or on the days around it."""
    if now:
        return Use.NOW
    return Use.LATELY if lately else Use.NONE
