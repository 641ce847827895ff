"""The note of a day."""

from __future__ import annotations

from adtracker.domain.records.day import NOTE_LIMIT
from adtracker.language import tr
from adtracker.ui.kit.fields.text_card import TextCard


class NoteCard(TextCard):
    """Anything else there is to say about a day."""

    def __init__(self) -> None:
        super().__init__(tr("Note"), "note", NOTE_LIMIT)
        self.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("Anything worth remembering"))
