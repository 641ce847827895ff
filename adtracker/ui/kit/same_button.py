"""One click for "as it was on the day before": always in the same words, wherever it stands on Today."""

from __future__ import annotations

from PySide6.QtCore import QSize

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import Button

ICON = 16


class SameButton(Button):
    """Can be pressed where the day before has something to take over; else it says why not."""

    def __init__(self, theme: Theme, nothing: str) -> None:
        """`nothing` is the sentence for a day before that has nothing of this."""
        super().__init__("")
        self._theme = theme
        self._nothing = nothing
        self.setProperty("kind", "same")
        self.setAutoDefault(False)
        self.restyle()
        theme.changed.connect(self.restyle)

    def show_before(self, *, is_today: bool, has_any: bool) -> None:
        """Say which day is taken over, and whether it has anything."""
        self.setText(tr("Same as yesterday") if is_today else tr("As the day before"))
        self.setEnabled(has_any)
        reason = "" if has_any else self._nothing
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        edge = self._theme.px(ICON)
        self.setIcon(self._theme.icon("history", "accent", ICON))
        self.setIconSize(QSize(edge, edge))
