"""What stands by the window if the person wants it: reminders, and a symbol in the tray. Nothing of it is loaded before
it is wanted, and nothing before the window is usable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from adtracker.ui.shell.remind.reminding import Reminding
    from adtracker.ui.shell.tray import Tray


class Companions(QObject):
    """Follows the settings."""

    def __init__(self, window: MainWindow, preferences: Preferences, now: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._now = now
        self._is_usable = False
        self.reminding: Reminding | None = None
        self.tray: Tray | None = None
        preferences.changed.connect(self._follow)

    def begin(self) -> None:
        """The window is usable, perhaps with another diary than before."""
        self._is_usable = True
        self._follow()

    def _follow(self) -> None:
        if not self._is_usable:
            return
        if self.reminding is None and self._preferences.value.remind_at:
            from adtracker.ui.shell.remind.reminding import Reminding  # noqa: PLC0415 -- few want to be reminded

            self.reminding = Reminding(self._window, self._preferences, self._now)
        if self.reminding is not None:
            self.reminding.look()
        self._follow_tray()

    def _follow_tray(self) -> None:
        wants_tray = self._preferences.value.tray and QSystemTrayIcon.isSystemTrayAvailable()
        if wants_tray and self.tray is None:
            from adtracker.ui.shell.tray import Tray  # noqa: PLC0415 -- few want one

            self.tray = Tray(self._window)
        elif not wants_tray and self.tray is not None:
            self.tray.stop()
            self.tray = None
