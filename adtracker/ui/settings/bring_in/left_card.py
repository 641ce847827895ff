"""What was not understood: each line and place stays in sight, and none is dropped."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.domain.intake.found import Found
from adtracker.language import tr, tr_count
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, clear_layout, column, label
from adtracker.ui.settings.bring_in.look_card import seen_label

_MOST = 200


class LeftCard(Card):
    """A row for each."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.heading.show()
        self._content = QWidget()
        self._list = column(self._content, 4)
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def show_found(self, found: Found) -> None:
        """Show what is left in it."""
        clear_layout(self._list)
        self.heading.setText(tr_count("{count} not read", "{count} not read", len(found.left)))
        for one in found.left[:_MOST]:
            self._list.addWidget(label(self._texts.say(f"intake.open.{one.why}"), "small", wrap=True))
            self._list.addWidget(seen_label(one.seen))
        count = len(found.left)
        if count > _MOST:
            words = tr("{count} more are not shown.", count=count - _MOST)
            self._list.addWidget(label(words, "small", wrap=True))
