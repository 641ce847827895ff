"""What a page says while it has nothing to show, with a button to what helps."""

from __future__ import annotations

from PySide6.QtCore import Qt

from adtracker.ui.kit.basics import Card, button, label


class EmptyState(Card):
    """A heading, a sentence and a button, in the middle of the room there is."""

    def __init__(self, heading: str, action: str) -> None:
        super().__init__(heading)
        self.sentence = label("", "body", wrap=True)
        self.action = button(action, "primary")
        self.body.insertStretch(0, 1)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(2)
        for part in (self.heading, self.sentence):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
