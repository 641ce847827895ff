"""When a diary with a password is locked, and what of the window is cleared then: nothing of it stays to be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog

from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.lock.idle import Idle
from adtracker.ui.shell.lock.lock_key import LockKey
from adtracker.ui.shell.main_window import MainWindow


class Locking(QObject):
    """`due` says that the diary is to be locked: by Ctrl+L, after minutes of nobody's use, or after sleep."""

    due = Signal()

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._is_on = self._is_owed = False
        self._stopped: tuple[Path, Iterable[str]] = Path(), ()
        self.idle = Idle(self, self._works)
        self.idle.passed.connect(self._on_wanted)
        window.commands.lock.triggered.connect(self._on_wanted)
        self._key = LockKey(self, window.commands.lock)
        self._key.pressed.connect(self._on_wanted)
        preferences.changed.connect(self._watch)

    def watch(self, *, has_key: bool, is_open: bool = True) -> None:
        """A diary was opened, or none is open any more. If it is one that was closed for a while, such as by a lock,
        what that stopped is said; and if the computer slept meanwhile, it is locked. One that is not open, but whose
        key is known, waits for that."""
        self._is_on = has_key
        self._window.commands.set_lock(has_key and is_open)
        app = QApplication.instance()
        assert app is not None, "there is a window"
        app.removeEventFilter(self._key)
        if has_key and is_open:
            app.installEventFilter(self._key)
            self._say_stopped()
            if self._is_owed:
                QTimer.singleShot(0, self, self.due.emit)
        self._is_owed = self._is_owed and has_key and not is_open
        self._watch()

    def put_away(self) -> None:
        """Close what stands over the pages, and take back what was said; what is in a form is kept as a draft."""
        context = self._window.pages.context
        if context is not None:
            self._stopped = context.journal.path, context.tasks.stopped  # which is filled when the diary is closed
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.done(QDialog.DialogCode.Rejected)  # also one that would only stop what it has under way
        self._window.messages.clear()

    def forget(self) -> None:
        """Have deleted now what the window let go of, pages and their pictures, and what Qt keeps to draw it again."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QPixmapCache.clear()
        _clear_clipboard()

    def _on_wanted(self) -> None:
        """While something is done to its file, the diary is closed: it can only be locked after that."""
        self._is_owed = self._window.pages.context is None
        if not self._is_owed:
            self.due.emit()

    def _works(self) -> bool:
        context = self._window.pages.context
        return context is None or context.tasks.is_long_under_way

    def _say_stopped(self) -> None:
        context = self._window.pages.context
        assert context is not None, "it was opened"
        (place, stopped), self._stopped = self._stopped, (Path(), ())
        words = " ".join(stopped)
        if words and context.journal.path == place:
            self._window.messages.error(words)  # not wrong, but to be read in peace

    def _watch(self) -> None:
        self.idle.stop()
        if self._is_on:
            self.idle.watch(self._preferences.value.lock_minutes)


def _clear_clipboard() -> None:
    """Take back what was copied or marked here; what another program put there since is not ours to take."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
