"""The note as a part of a day. The page stores it: it is written while it is typed, and kept when it does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from adtracker.ui.core.context import Context
from adtracker.ui.records.day_section import DaySection, ShownDay, Use, use
from adtracker.ui.today.note_card import NoteCard


class NoteDesk(DaySection):
    """The card is the page's; it is unfolded on days that have a note, stored or not."""

    key = "note"

    def __init__(self, context: Context, page: QWidget, card: NoteCard) -> None:
        super().__init__(context, page)
        self.card = self._note = card

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return self.tr("Note")

    def look(self, shown: ShownDay) -> Use:
        """Whatever stands in the field is the day's: it was put there before this is asked."""
        return use(now=bool(shown.entry.note or self._note.field.text()), lately=False)

    def fill(self) -> None:
        """The page has done so."""

    def take_focus(self) -> None:
        """Go where the last words are."""
        self._note.field.setFocus(Qt.FocusReason.TabFocusReason)
