"""What comes into the window from outside: files that are dropped, and those that wait in the inbox.

The inbox is looked at when somebody comes to the window, or asks for it; it is never watched.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from adtracker.language import tr_count
from adtracker.ui.core.dropped import dropped_file, dropped_files

if TYPE_CHECKING:
    from adtracker.inbox.looking import Look
    from adtracker.ui.core.context import Context
    from adtracker.ui.core.tasks import Task


class Incoming(QObject):
    """Belongs to a window, and has a diary while one is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._context: Context | None = None
        self._task: Task | None = None
        self._is_wanted_again = False
        self._before: Look | None = None
        self._told: frozenset[str] = frozenset()

    def open(self, context: Context) -> None:
        """Take things in for this diary from now on."""
        self._context, self._before, self._told = context, None, frozenset()
        events = context.events
        events.bring_in.connect(self.bring_in)
        events.look_inbox.connect(self.look)
        events.open_inbox.connect(self.show_files)
        self.look()

    def close(self) -> None:
        """There is no diary any more."""
        self._context = None

    def bring_in(self, file: Path) -> None:
        """Show what is in a file, and what would become of it."""
        from adtracker.ui.settings.bring_in.dialog import BringInDialog  # noqa: PLC0415 -- not for every start

        if self._context is not None:
            self._context.gate.look()
            BringInDialog(self._window, self._context, file).open()

    def welcomes(self, mime: QMimeData) -> bool:
        """Whether there are files in it that may be brought in."""
        return self._context is not None and bool(dropped_files(mime))

    def drop(self, mime: QMimeData) -> None:
        """Bring in what was dropped: one file at once, several and pictures from a list."""
        file = dropped_file(mime)
        if file is not None:
            self.bring_in(file)
        elif files := dropped_files(mime):
            self._show_dropped(files)

    def look(self) -> None:
        """Look into the inbox, if there is one, off the window's thread."""
        context = self._context
        if context is None or not context.preferences.value.inbox:
            return
        if self._task is not None:  # what has come since it began would not be seen
            self._is_wanted_again = True
            return
        from adtracker.ui.settings.inbox.taking import looking  # noqa: PLC0415 -- few have an inbox

        work = partial(looking, context, Path(context.preferences.value.inbox), self._before)
        self._task = context.tasks.run(work)
        self._task.done.connect(partial(self._on_looked, context))
        self._task.failed.connect(context.events.failed)
        self._task.finished.connect(self._on_finished)

    def show_files(self) -> None:
        """Open the list of what waits in the inbox."""
        context = self._context
        if context is None or not context.preferences.value.inbox:
            return
        from adtracker.inbox.looking import Look  # noqa: PLC0415 -- few have an inbox

        folder = Path(context.preferences.value.inbox)
        before = self._before if self._before is not None and self._before.folder == folder else Look(folder)
        self._open_list(before, is_inbox=True)
        self.look()

    def _on_finished(self) -> None:
        self._task = None
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.look()

    def _on_looked(self, context: Context, look: Look) -> None:
        """Tell those who show it; of files that were not there before say how many there are."""
        if self._context is not context:  # another diary knows other files
            return
        self._before = look
        new = frozenset(item.digest for item in look.ready)
        has_more, self._told = bool(new - self._told), new
        context.events.inbox_looked.emit(look)
        if has_more:
            words = tr_count(
                "{count} new file waits in your inbox. Settings, Safety shows it.",
                "{count} new files wait in your inbox. Settings, Safety shows them.",
                len(look.ready),
            )
            context.events.hint.emit(words)

    def _show_dropped(self, files: Sequence[Path]) -> None:
        from adtracker.inbox.looking import look_at_files  # noqa: PLC0415 -- not for every start

        self._open_list(look_at_files(files), is_inbox=False)

    def _open_list(self, look: Look, *, is_inbox: bool) -> None:
        from adtracker.ui.settings.bring_in.readers import readers_of  # noqa: PLC0415 -- not for every start
        from adtracker.ui.settings.inbox.dialog import InboxDialog  # noqa: PLC0415

        if self._context is not None:
            self._context.gate.look()
            InboxDialog(self._window, self._context, look, readers_of(self._context), is_inbox=is_inbox).open()
