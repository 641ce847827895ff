"""What every page is: a widget that shows the journal, and reads it again only when it is looked at.

The window puts the space around pages: a page's outermost layout has no margins of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.edits.edit import Edit
from adtracker.settings import Settings
from adtracker.ui.core.context import Context
from adtracker.ui.core.tab_ring import tab_ring

T = TypeVar("T")


class Page(QWidget):
    """A page in the window. Subclasses build their widgets in `__init__` and fill them in `refresh`."""

    # True where the page itself says what failed and what undo took back, so that the window need not.
    has_own_line = False
    # True where the page uses the rim that the window leaves at the right for scroll bars.
    reaches_rim = False

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._stale = True
        self._heeded = self.heeds(context.preferences.value)
        context.events.changed.connect(self._on_changed)
        context.events.day_turning.connect(self._on_day_turning)
        context.events.day_turned.connect(self.mark_stale)
        context.theme.changed.connect(self._on_theme)
        context.preferences.changed.connect(self._on_preferences)

    def refresh(self) -> None:
        """Read the journal and show it. Called when the page is shown or an edit touched it while visible."""
        raise NotImplementedError

    def expect(self) -> None:
        """Somebody is about to see the page, which has no size yet: begin what takes long; most pages have no such."""

    def read(self, ask: Callable[[], T]) -> T | None:
        """What the diary answers to a `refresh`. Where it cannot be read, None: that is said, what is shown stays, and
        the page asks again when it is shown the next time."""
        found = self.context.read(ask)
        self._stale = self._stale or found is None
        return found

    def concerns(self, edit: Edit) -> bool:
        """Whether an edit changes what this page shows."""
        return bool(edit)

    def heeds(self, settings: Settings) -> object:
        """What of the settings says how this page counts or what it shows: where that changes, it reads again. Look and
        size come by `restyle`; most pages heed nothing else."""
        return None

    def take_over(self, edit: Edit) -> None:
        """Show what an edit of this page's own did; the page is visible and showed what the diary had before."""
        self._read_again(edit)

    def flush(self) -> None:
        """Store what was typed and is not stored yet, and what could not be stored before; most pages have no such."""

    @property
    def unsaved(self) -> Sequence[str]:
        """What a person wrote here and is still not stored after a `flush`, in words; most pages have no such."""
        return ()

    def restyle(self) -> None:
        """Take over new colours and sizes where the stylesheet does not reach (painted widgets, charts)."""

    def open_part(self, part: str) -> None:
        """Show one part of this page by its key, as in `events.open_page.emit("learn/help")`; most have no parts."""

    def open_period(self, period: Period) -> None:
        """Show these days, as in `events.open_trends.emit(week)`; most pages show no charts of days."""

    def take_digit(self, digit: int) -> None:
        """A digit was typed where nothing had a use for it; most pages have none either."""

    def take_focus(self) -> None:
        """Put the keyboard where work on this page begins: on its first control, unless a subclass knows better."""
        for widget in takewhile(self.isAncestorOf, tab_ring(self)):
            if widget.isEnabled() and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh what became stale while nobody looked."""
        super().showEvent(event)
        self.refresh_if_stale()

    @property
    def is_stale(self) -> bool:
        """Whether what it shows is to be read before it is seen."""
        return self._stale

    def refresh_if_stale(self) -> None:
        """Refresh if anything changed since the last time."""
        if self._stale:
            self._stale = False
            self.refresh()

    def mark_stale(self) -> None:
        """Something changed: refresh now if visible, else when next shown."""
        self._stale = True
        if self.isVisible():
            self.refresh_if_stale()

    def _on_changed(self, edit: Edit, initiator: object) -> None:
        if initiator is self and self.isVisible() and not self._stale:
            self.take_over(edit)
        else:
            self._read_again(edit)

    def _read_again(self, edit: Edit) -> None:
        if self.concerns(edit):
            self.mark_stale()

    def _on_preferences(self) -> None:
        before, self._heeded = self._heeded, self.heeds(self.context.preferences.value)
        if self._heeded != before:
            self.mark_stale()

    def _on_day_turning(self) -> None:
        self.flush()

    def _on_theme(self) -> None:
        self.restyle()
